import { Link } from '@remix-run/react';
import type { QuizView } from '~/learning/views/quiz.server';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { ModuleForm, type OnPage } from './module-form';
import { OpenAttempt } from './open-attempt';

type Result = Extract<QuizView, { state: 'result' }>;

/** How a go went: for the learner's own eyes. */
export function QuizResult({ quiz, on }: { quiz: Result; on: OnPage }) {
  if (quiz.standardMet) {
    return (
      <Panel id="result" tone="tinted" title="Standard met">
        <p>
          Every safety question right, and {quiz.right} of {quiz.of} in all. Others see only that
          you met the standard.
        </p>
        <LookAgain quiz={quiz} slug={on.slug} words="Should you like to look at one again:" />
      </Panel>
    );
  }
  return (
    <>
      <Panel id="result" tone="tinted" title="Not yet">
        <p>
          {quiz.right} of {quiz.of} this time; {quiz.needed} are needed, and every safety question
          among them.
          {quiz.safetyMissed ? ' A safety question is worth another look.' : ''} Nobody else is
          shown this.
        </p>
        <LookAgain quiz={quiz} slug={on.slug} words="Pages to look at again:" />
        <p>
          Then have another go, today or another day.{' '}
          {quiz.repeats
            ? 'There are few questions here, so you will meet some of them again.'
            : 'The questions will be different ones.'}
        </p>
        <OpenAttempt goes={quiz.goes} words="Have another go" on={on} />
      </Panel>
      {quiz.askAboutHelp ? <MayWeHelp on={on} /> : null}
    </>
  );
}

function LookAgain({ quiz, slug, words }: { quiz: Result; slug: string; words: string }) {
  if (quiz.lookAgain.length === 0) return null;
  return (
    <>
      <p>{words}</p>
      <ul>
        {quiz.lookAgain.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/learn/${slug}/${id}`} prefetch="none">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function MayWeHelp({ on }: { on: OnPage }) {
  return (
    <Panel title="Would a hand be welcome?">
      <ModuleForm on={on} hidden={{ intent: 'help', enrolmentId: on.enrolmentId }}>
        <Radios
          legend="May your attachment lead offer help with this module?"
          name="agreed"
          hint="We ask once. If you say no, they see “in progress”, as they do now."
          error={on.answer?.errors.agreed}
          options={[
            { value: 'yes', label: 'Yes, they may offer' },
            { value: 'no', label: 'No, I’ll go on by myself' },
          ]}
        />
        <Button variant="secondary">Save</Button>
      </ModuleForm>
    </Panel>
  );
}
