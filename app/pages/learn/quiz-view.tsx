import type { QuizView } from '~/learning/views/quiz.server';
import { Button, ButtonLink } from '~/ui/button';
import { ConfidenceRadios } from '~/ui/learning';
import { Panel } from '~/ui/panel';
import { Answered } from './answered';
import { KeptDraft } from './kept-draft';
import { ModuleForm, type OnPage } from './module-form';
import { OpenAttempt } from './open-attempt';
import { QuestionFields } from './question-fields';
import { QuizResult } from './quiz-result';

type At<S extends QuizView['state']> = Extract<QuizView, { state: S }>;

/** The quiz: one item at a time, each explained before the next. */
export function Quiz({ quiz, on }: { quiz: QuizView; on: OnPage }) {
  switch (quiz.state) {
    case 'intro':
      return <Intro quiz={quiz} on={on} />;
    case 'item':
      return <Item key={`${quiz.attemptId} ${quiz.question.id}`} quiz={quiz} on={on} />;
    case 'explained':
      return <ItemExplained quiz={quiz} on={on} />;
    case 'result':
      return <QuizResult quiz={quiz} on={on} />;
  }
}

function Intro({ quiz, on }: { quiz: At<'intro'>; on: OnPage }) {
  return (
    <Panel title="Ready when you are" tone="tinted">
      <p>
        {quiz.size === 1
          ? 'One question.'
          : `${quiz.size} questions, one at a time. You can stop after any of them and come back here.`}{' '}
        Your answers are yours: others see only whether the standard was met.
      </p>
      {on.refreshing ? (
        <p>
          {quiz.size === 1
            ? 'It is about what changed. To meet the standard, get it right: there is no clock, and you may try as often as you like.'
            : `They are only about what changed. To meet the standard you need ${quiz.needed} of them right, and every safety question among them. There is no clock, and you may try as often as you like.`}
        </p>
      ) : null}
      <OpenAttempt goes={quiz.goes} words="Start the quiz" on={on} />
    </Panel>
  );
}

function Item({ quiz, on }: { quiz: At<'item'>; on: OnPage }) {
  const { attemptId, n, of, question } = quiz;
  const formId = `item-${question.id}`;
  const kept = on.kept[formId];
  return (
    <Panel id="item" title={`Question ${n} of\u00a0${of}`}>
      <ModuleForm on={on} hidden={{ intent: 'answer', attemptId, item: question.id }}>
        <QuestionFields question={question} answer={on.answer} kept={kept} />
        <ConfidenceRadios
          error={on.answer?.errors.confidence}
          defaultValue={on.answer?.values.confidence?.[0] ?? kept?.fields.confidence}
        />
        <Button>Answer</Button>
        <KeptDraft formKey={`${on.here}#${formId}`} kept={kept} />
      </ModuleForm>
    </Panel>
  );
}

const said = { sure: 'sure', fairly: 'fairly sure', guess: 'guessing' } as const;

function ItemExplained({ quiz, on }: { quiz: At<'explained'>; on: OnPage }) {
  const { answered, confidence, last, n, of } = quiz;
  return (
    <Panel
      id="explained"
      title={`Question ${n} of\u00a0${of}: ${answered.right ? 'right' : 'not this time'}`}
    >
      {on.answeredBefore ? (
        <p>
          <strong>
            You answered this already, in another window or before. That first answer counts.
          </strong>
        </p>
      ) : null}
      {confidence ? <p>You said that you were {said[confidence]}.</p> : null}
      <Answered answered={answered} />
      <ButtonLink variant="primary" to={`${on.here}${last ? '#result' : '#item'}`}>
        {last ? 'See how it went' : 'Next question'}
      </ButtonLink>
    </Panel>
  );
}
