import { Link } from '@remix-run/react';
import type { SegmentView } from '~/learning/views/page.server';
import { Button } from '~/ui/button';
import { Panel } from '~/ui/panel';
import { Answered } from './answered';
import { ModuleForm, type OnPage } from './module-form';
import { QuestionFields } from './question-fields';

/** A check on a page: formative, never counted. */
export function Check({
  segment,
  practice,
  on,
}: {
  segment: Extract<SegmentView, { type: 'check' }>;
  /** It was answered before; this time is for practice. */
  practice: boolean;
  on: OnPage;
}) {
  const { question, pre } = segment;
  const formId = `check-${question.id}`;
  const fields = { question, answer: on.answer, kept: on.kept[formId] };
  return (
    <Panel
      id={`check-${question.id}`}
      tone="tinted"
      title={pre ? 'Before you read: have a guess' : 'Check for yourself'}
    >
      {on.wordsForm ? (
        <>
          {practice ? (
            <input type="hidden" form={on.wordsForm} name="practice" value="yes" />
          ) : null}
          <QuestionFields {...fields} form={on.wordsForm} />
          <Button variant="secondary" form={on.wordsForm} name="check" value={question.id}>
            See what we think
          </Button>
        </>
      ) : (
        <ModuleForm
          on={on}
          hidden={{
            intent: 'check',
            formId,
            enrolmentId: on.enrolmentId,
            question: question.id,
            ...(practice ? { practice: 'yes' } : {}),
          }}
        >
          <QuestionFields {...fields} />
          <Button variant="secondary">See what we think</Button>
        </ModuleForm>
      )}
    </Panel>
  );
}

export function AnsweredCheck({
  segment,
  on,
}: {
  segment: Extract<SegmentView, { type: 'answered' }>;
  on: OnPage;
}) {
  const { answered, pre } = segment;
  return (
    <Panel
      id={`feedback-${answered.id}`}
      tone="tinted"
      title={
        pre
          ? 'What we think, before you read on'
          : answered.right
            ? 'Yes, that fits'
            : 'Worth a second look'
      }
    >
      <Answered answered={answered} guessed={pre} />
      <p>
        <Link
          to={`${on.here}?again=${encodeURIComponent(answered.id)}#check-${answered.id}`}
          prefetch="none"
        >
          Try this one again
        </Link>
      </p>
    </Panel>
  );
}
