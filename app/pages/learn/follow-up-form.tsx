import type { FollowUpView } from '~/learning/follow-up.server';
import { triedWords } from '~/learning/tried';
import { commitmentLines } from '~/pages/commitment-in-words';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/fields';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { levels } from './confidence-form';
import { type Kept, KeptDraft, SaveForLater } from './kept-draft';
import type { NoteAnswer } from './note-answer.server';
import { NoteBox } from './note-box';

interface FollowUpFormProps {
  who: PageWho;
  module: string;
  back: FollowUpView;
  answer: NoteAnswer | undefined;
  kept: Kept | undefined;
  tell: string | null;
}

const tried = Object.entries(triedWords).map(([value, label]) => ({ value, label }));

/** Their own words come back as a question; then what happened, and how confident they are now. */
export function FollowUpForm({ who, module, back, answer, kept, tell }: FollowUpFormProps) {
  const { commitment, said, confidence } = back;
  const startOf = (name: string) => answer?.values[name]?.[0] ?? kept?.fields[name];
  const levelOf = (n: number) => {
    const level = confidence.later[n];
    return startOf(`later-${n}`) ?? (level === undefined ? undefined : String(level));
  };
  return (
    <Panel id="follow-up" title="One thing you said you would do">
      <PostForm who={who} action={`/follow-up/${module}`} noValidate>
        <input type="hidden" name="enrolmentId" value={back.enrolmentId} />
        <input type="hidden" name="intent" value="save" />
        {commitment ? (
          <blockquote className="as-typed you-chose">
            {commitmentLines(commitment).join('\n')}
          </blockquote>
        ) : (
          <p>You have deleted the words since, and that is fine.</p>
        )}
        <Radios
          legend="Did you try it?"
          name="tried"
          options={tried}
          error={answer?.errors.tried}
          defaultValue={startOf('tried') ?? said?.tried}
        />
        <NoteBox
          label="What happened?"
          name="happened"
          hint="Optional. What you did and what you saw; what got in the way, if something did. No names of children, please."
          error={answer?.errors.happened}
          defaultValue={startOf('happened') ?? said?.happened ?? ''}
          asked={answer?.asked}
          tell={tell}
          kept="It stays until you delete it under “Your words”, or until 30 days after your last day at the school."
        />
        <Details summary="How confident are you now? (optional)" open={Boolean(answer)}>
          <p>No answer is a wrong one, and nobody is shown yours.</p>
          {back.outcomes.map((outcome, n) => (
            <Radios
              key={outcome}
              name={`later-${n + 1}`}
              legend={outcome}
              hint={earlier(confidence.after[n + 1])}
              options={levels}
              defaultValue={levelOf(n + 1)}
              inline
            />
          ))}
        </Details>
        <div className="actions">
          <Button>{said ? 'Save the change' : 'Save for myself'}</Button>
          <SaveForLater />
        </div>
        <KeptDraft formKey={`/follow-up/${module}#follow-up`} kept={kept} saved={back.said} />
      </PostForm>
      {said ? null : (
        <PostForm who={who} action={`/follow-up/${module}`}>
          <input type="hidden" name="enrolmentId" value={back.enrolmentId} />
          <Button variant="quiet" name="intent" value="skip">
            Skip this
          </Button>
        </PostForm>
      )}
    </Panel>
  );
}

const earlier = (level: number | undefined) =>
  level === undefined ? undefined : `After the module you said ${level}.`;
