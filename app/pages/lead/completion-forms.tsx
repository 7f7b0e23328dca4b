import { civilDateInWords } from '~/course/said';
import type { StandingCompletion } from '~/learning/withdraw-as-wrong.server';
import type { FormAnswer } from '~/pages/form-answer.server';
import { putBackBecause, withdrawnBecause } from '~/pages/withdrawn-in-words';
import type { PageWho } from '~/people/guard.server';
import type { PutBack } from '~/record/put-backs.server';
import type { Withdrawal } from '~/record/withdrawals.server';
import { Button } from '~/ui/button';
import { Checkbox, Radios } from '~/ui/choices';
import { DateField } from '~/ui/fields';
import { PostForm } from '~/ui/post-form';

interface FormProps {
  who: PageWho;
  answer: FormAnswer | undefined;
}

interface WithdrawFormProps extends FormProps {
  /** `askedBy`: the day (civil date) by which their cohorts ask for it; null where none does, or another one answers it. */
  completions: (StandingCompletion & {
    askedBy: string | null;
    putBack: PutBack | null;
  })[];
  /** Civil date: what the form proposes. */
  dueOn: string;
}

export function WithdrawForm({ who, completions, dueOn, answer }: WithdrawFormProps) {
  const asked = completions.flatMap(({ title, askedBy }) =>
    askedBy === null ? [] : `${title} by ${civilDateInWords(askedBy)}`,
  );
  const others = completions.some(({ anotherStands }) => anotherStands);
  return (
    <PostForm who={who} noValidate>
      <input type="hidden" name="formId" value="withdraw" />
      <Radios
        legend="Which one is wrong?"
        name="completion"
        error={answer?.errors.completion}
        defaultValue={answer?.values.completion}
        options={completions.map((one) => ({
          value: one.completionId,
          label: `${one.title}, completed on ${civilDateInWords(one.completedOn)}`,
          hint: whatIsKnown(one),
        }))}
      />
      <Radios
        legend="Why is it wrong?"
        name="reason"
        error={answer?.errors.reason}
        defaultValue={answer?.values.reason}
        options={[
          {
            value: 'recorded for the wrong person',
            label: 'It was put down for the wrong person',
            hint: 'Somebody else did it under their name.',
          },
          { value: 'recorded in error', label: 'It was put down by mistake' },
        ]}
      />
      <Radios
        legend="What of it was theirs?"
        name="read"
        error={answer?.errors.read}
        defaultValue={answer?.values.read}
        options={[
          {
            value: 'goes',
            label: 'None of it',
            hint: whatIsNext('goes', completions),
          },
          {
            value: 'stays',
            label: 'The pages they read, and what they wrote',
            hint: whatIsNext('stays', completions),
          },
        ]}
      />
      {asked.length > 0 ? (
        <DateField
          label="By when are they to do it?"
          name="dueOn"
          hint={`A day of their own, so that nobody is late for something that was withdrawn. It stands, sooner or later than their cohort’s day. Their cohorts ask for: ${[...new Set(asked)].join('; ')}. ${others ? 'What no cohort asks for, or another completion answers, has no day.' : 'What no cohort asks for has no day.'}`}
          error={answer?.errors.dueOn}
          defaultValue={answer?.values.dueOn ?? dueOn}
        />
      ) : null}
      <p>
        The completion and its certificate are withdrawn. Nothing is deleted: it is set aside, and
        if this was the wrong one, it can be put back. Nobody is told how the quiz went.
      </p>
      <Checkbox
        label="Withdraw it"
        name="sure"
        value="yes"
        error={answer?.errors.sure}
        defaultChecked={answer?.values.sure === 'yes'}
      />
      <div className="form-actions">
        <Button variant="danger">Withdraw it</Button>
      </div>
    </PostForm>
  );
}

type Withdrawable = WithdrawFormProps['completions'][number];

function whatIsKnown({ anotherStands, askedBy, putBack }: Withdrawable): string | undefined {
  const said = [
    ...(putBack ? [becameOf(putBack)] : []),
    ...(anotherStands
      ? [
          `Another completion of this module stands. Without this one, ${
            askedBy === null ? 'nothing is asked of them again, and ' : ''
          }no notice is shown to them: only “Your record” says so.`,
        ]
      : []),
  ];
  return said.length > 0 ? said.join(' ') : undefined;
}

/** What comes next for them, of whichever of these is withdrawn. */
function whatIsNext(read: Withdrawal['read'], completions: Withdrawable[]): string {
  const alone = completions.filter(({ anotherStands }) => !anotherStands);
  const kept = read === 'stays' ? 'That stays.' : 'Nothing of it counts any more.';
  if (alone.length === 0) return kept;
  const open =
    read === 'stays' ? 'The quiz is there for them to take' : 'The module stands as not begun';
  const unless = alone.length < completions.length ? ', where no other completion stands' : '';
  if (alone.every(({ askedBy }) => askedBy === null)) {
    const may = read === 'stays' ? '' : ' They may take it whenever it suits them.';
    return `${read === 'stays' ? 'That stays. ' : ''}${open}${unless}.${may}`;
  }
  const by = alone.every(({ askedBy }) => askedBy !== null)
    ? 'by the day that you give'
    : 'by the day that you give, or whenever it suits them where no cohort asks for it';
  return read === 'stays'
    ? `That stays. ${open}${unless}, ${by}.`
    : `${open}${unless}. They take it ${by}.`;
}

/** What became of a completion that stands: both reasons, and who put it back. */
function becameOf({ withdrawnOn, withdrawnFor, putBackOn, reason, by }: PutBack): string {
  const because = (why: string | null) => (why === null ? '' : `, because ${why}`);
  const gone = withdrawnOn ? ` on ${civilDateInWords(withdrawnOn)}` : '';
  const whyGone = because(withdrawnFor && withdrawnBecause(withdrawnFor));
  const back = `${civilDateInWords(putBackOn)}${by ? ` by ${by}` : ''}`;
  const whyBack = because(reason && putBackBecause(reason, 'their'));
  return `Withdrawn${gone}${whyGone}. Put back on ${back}${whyBack}.`;
}

interface PutBackFormProps extends FormProps {
  withdrawn: Withdrawal[];
}

export function PutBackForm({ who, withdrawn, answer }: PutBackFormProps) {
  return (
    <section aria-labelledby="put-back">
      <h2 id="put-back">Withdrawn, and should it stand after all?</h2>
      <p>
        Put back, it stands as it was, with the same certificate. The record keeps that it was
        withdrawn meanwhile. What they have begun of the module since is over with it.
      </p>
      <PostForm who={who} noValidate>
        <input type="hidden" name="formId" value="put back" />
        <Radios
          legend="Which one is to stand?"
          name="gone"
          error={answer?.errors.gone}
          defaultValue={answer?.values.gone}
          options={withdrawn.map((one) => ({
            value: one.completionId,
            label: `${one.moduleTitle}, completed on ${civilDateInWords(one.completedOn)}`,
            hint: `Withdrawn on ${civilDateInWords(one.withdrawnOn)}${
              one.reason === null ? '' : `, because ${withdrawnBecause(one.reason)}`
            }.`,
          }))}
        />
        <Radios
          legend="Why does it stand after all?"
          name="why"
          error={answer?.errors.why}
          defaultValue={answer?.values.why}
          options={[
            { value: 'withdrawn in error', label: 'The wrong one was withdrawn' },
            { value: 'theirs after all', label: 'It was theirs after all' },
          ]}
        />
        <div className="form-actions">
          <Button>Put it back</Button>
        </div>
      </PostForm>
    </section>
  );
}
