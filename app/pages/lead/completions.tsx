import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { dayToDoItAgain, modulesAskedOf } from '~/cohorts/ask-again.server';
import type { Course } from '~/course/module';
import { canBePutBack, putBack as putItBack } from '~/learning/put-back.server';
import {
  type StandingCompletion,
  standingCompletions,
  withdrawAsWrong,
} from '~/learning/withdraw-as-wrong.server';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { found, readForm, refuseFor } from '~/pages/form-answer.server';
import { dateField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readStaffMember } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';
import { putBacksOf } from '~/record/put-backs.server';
import { stillToTell, withdrawalsOf } from '~/record/withdrawals.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { PutBackForm, WithdrawForm } from './completion-forms';

export const meta = () => title('What they completed');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const { db } = attune;
  const { id, name, leaveDate } = found(() =>
    readStaffMember(db, who.schoolId, args.params.person ?? ''),
  );
  const left = leaveDate !== null && leaveDate < londonDate(attune.now());
  noteDaily(args, who, 'opened the page of what one person completed', [id]);
  const putBack = putBacksOf(db, who.schoolId, id);
  const asked = left ? new Map<string, string>() : modulesAskedOf(db, who.schoolId, id);
  const completions = standingCompletions(db, who.schoolId, id).map((one) => ({
    ...one,
    askedBy: isAnswered(attune.course, one) ? null : (asked.get(one.module) ?? null),
    putBack: putBack.find(({ completionId }) => completionId === one.completionId) ?? null,
  }));
  return {
    who: pageWho(who),
    member: { id, name, left },
    own: id === who.personId,
    completions,
    withdrawn: canBePutBack(db, who.schoolId, id),
    dueOn: dayToDoItAgain(
      db,
      { schoolId: who.schoolId, personId: id },
      londonDate(attune.now()),
      completions.flatMap(({ askedBy }) => askedBy ?? []),
    ),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const withdrawal = (today: string) =>
  z.object({
    completion: z.string({ error: 'Choose what is wrong.' }).min(1, 'Choose what is wrong.'),
    reason: z.enum(
      ['recorded for the wrong person', 'recorded in error'],
      'Choose why it is wrong.',
    ),
    read: z.enum(['stays', 'goes'], 'Choose what of it was theirs.'),
    dueOn: z
      .union([z.literal(''), dateField('Choose the day by which they are to do it.', today)])
      .optional(),
    sure: z.literal('yes', 'Tick this to withdraw it.'),
  });

const puttingBack = z.object({
  gone: z.string({ error: 'Choose which one.' }).min(1, 'Choose which one.'),
  why: z.enum(['withdrawn in error', 'theirs after all'], 'Choose why it stands after all.'),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const actor = actorOf(who, 'manage cohorts');
  const personId = args.params.person ?? '';
  const here = `/lead/people/${personId}/completions`;
  try {
    if (form.get('formId') === 'put back') {
      const { value, answer } = readForm(form, puttingBack);
      if (answer) return answer;
      putItBack(attune, actor, { personId, completionId: value.gone, reason: value.why });
      return redirect(`${here}?done=put-back`, 303);
    }
    const dayLeftOut = (typed: (name: string) => string): Record<string, string[]> =>
      form.has('dueOn') &&
      typed('dueOn') === '' &&
      isAskedAgain(args, who.schoolId, typed('completion'))
        ? { dueOn: ['Choose the day by which they are to do it, today or later.'] }
        : {};
    const asked = withdrawal(londonDate(attune.now()));
    const { value, answer } = readForm(form, asked, dayLeftOut);
    if (answer) return answer;
    const { completion, reason, read } = value;
    withdrawAsWrong(attune, actor, {
      ...{ personId, completionId: completion, reason, read, dueOn: value.dueOn || null },
    });
    const told = stillToTell(withdrawalsOf(attune.db, who.schoolId, personId));
    const isTold = told.some(({ completionId }) => completionId === completion);
    return redirect(`${here}?done=${isTold ? 'withdrawn' : 'withdrawn-one-of-two'}`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

/** What else of the module stands answers whatever asks for it, in the version that is served. */
const isAnswered = (
  course: Pick<Course, 'module'>,
  { module, answeredIn }: Pick<StandingCompletion, 'module' | 'answeredIn'>,
) => answeredIn !== null && answeredIn >= (course.module(module)?.version ?? 1);

/** Whether withdrawing it asks them for the module again, so that a day is to be given. */
function isAskedAgain(
  { context, params }: ActionFunctionArgs,
  schoolId: string,
  completion: string,
): boolean {
  const { db, course } = context.attune;
  const personId = params.person ?? '';
  const one = standingCompletions(db, schoolId, personId).find(
    ({ completionId }) => completionId === completion,
  );
  if (!one || isAnswered(course, one)) return false;
  return modulesAskedOf(db, schoolId, personId).has(one.module);
}

export default function CompletionsOfPerson() {
  const { who, member, own, completions, withdrawn, dueOn, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title={`What ${member.name} completed`}
      intro="For when one of these is wrong: somebody else did it under their name, say. For a quiz on paper or a session with a group, take that back on its own page instead."
      back={{ to: `/lead/people/${member.id}`, label: member.name }}
      width="reading"
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? <Done what={done} {...member} /> : null}
      {own ? (
        <Notice title="These are your own">
          <p>
            Nobody withdraws their own completions or puts them back. Another attachment lead does
            that, or a deputy, whom your headteacher can name.
          </p>
        </Notice>
      ) : (
        <>
          {completions.length === 0 ? (
            <p>Nothing that stands.</p>
          ) : (
            <WithdrawForm who={who} completions={completions} dueOn={dueOn} answer={answer} />
          )}
          {withdrawn.length > 0 ? (
            <PutBackForm who={who} withdrawn={withdrawn} answer={answer} />
          ) : null}
        </>
      )}
    </AppPage>
  );
}

function Done({ what, name, left }: { what: string; name: string; left: boolean }) {
  if (what === 'put-back') {
    return (
      <Notice kind="good" title="Put back" focus live>
        <p>
          It stands as it was, with the same certificate, which says on which days it was withdrawn
          and put back. There is nothing for {name} to do. No message goes out:{' '}
          {left
            ? 'they have left, and nobody is told.'
            : 'their first page tells them, with the reason, until they have read it.'}
        </p>
      </Notice>
    );
  }
  return (
    <Notice kind="good" title="Withdrawn" focus live>
      <p>
        Today’s record and the certificate say so. What the record said on past days can still be
        read.{' '}
        {left
          ? `${name} has left: nothing is asked of them, and nobody is told.`
          : what === 'withdrawn-one-of-two'
            ? `Another completion of the module stands, so no notice is shown to ${name}: it is on their page “Your record”.`
            : `${name} is told on their first page, kindly: that it was withdrawn, by whom and why, and what comes next.`}{' '}
        If it was the wrong one, it can be put back below.
      </p>
    </Notice>
  );
}
