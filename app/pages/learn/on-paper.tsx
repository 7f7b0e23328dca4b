import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import type { EnteredForMe, OwnPaper } from '~/learning/paper/own-paper.server';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Details } from '~/ui/panel';
import { Answered } from './answered';
import { ModuleForm, type OnPage } from './module-form';

const entered = ({ enteredOn, by }: { enteredOn: string; by: string | null }) =>
  `entered on ${civilDateInWords(enteredOn)}${by ? ` by ${by}` : ''}`;

/** On one's first screen, until one has read it. */
export function EnteredNotices({ entered: all }: { entered: EnteredForMe[] }) {
  return all.map((one) => (
    <Notice key={one.enrolmentId} title={`Your quiz on paper was ${entered(one)}`}>
      <p>
        <Link to={`/learn/${one.module}/${one.page}`} prefetch="none">
          See how it went, and what each answer means
        </Link>
        : {one.moduleTitle}. Only you are shown it.
      </p>
    </Notice>
  ));
}

/** Above a quiz that somebody typed in. */
export function PaperNotice({ paper, on }: { paper: OwnPaper; on: OnPage }) {
  if (paper.seen) return null;
  return (
    <Notice title={`Your quiz on paper was ${entered(paper)}`}>
      <p>
        {paper.blank > 0
          ? `${paper.blank === 1 ? 'One question was' : `${paper.blank} questions were`} left blank, so ${paper.blank === 1 ? 'it is' : 'they are'} asked here. `
          : ''}
        Whoever typed it in saw the letters you ticked, and was not told how it went. If these are
        not your answers, tell your attachment lead: it can be taken back.
      </p>
      <ModuleForm on={on} hidden={{ intent: 'seen paper', enrolmentId: on.enrolmentId }}>
        <Button variant="secondary">I have read this</Button>
      </ModuleForm>
    </Notice>
  );
}

/** What each answer means, as after any question; on a screen it is said question by question. */
export function PaperAnswers({ paper }: { paper: OwnPaper }) {
  if (paper.answered.length === 0) return null;
  return (
    <section aria-labelledby="paper-answers">
      <h2 id="paper-answers">Your answers on paper, and what they mean</h2>
      {paper.answered.map(({ n, view }) => (
        <Details key={n} summary={`Question ${n}: ${view.right ? 'right' : 'not this time'}`}>
          <Answered answered={view} />
        </Details>
      ))}
    </section>
  );
}
