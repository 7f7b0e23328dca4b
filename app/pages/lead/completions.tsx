import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { civilDateInWords } from '~/course/said';
import { standingCompletions, withdrawAsWrong } from '~/learning/withdraw-as-wrong.server';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { found, readForm, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readStaffMember } from '~/people/staff-list.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { Checkbox, Radios } from '~/ui/choices';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';

export const meta = () => title('What they completed');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const { id, name } = found(() =>
    readStaffMember(attune.db, who.schoolId, args.params.person ?? ''),
  );
  noteDaily(args, who, 'opened the page of what one person completed', [id]);
  return {
    who: pageWho(who),
    member: { id, name },
    completions: standingCompletions(attune.db, who.schoolId, id),
    done: new URL(args.request.url).searchParams.has('done'),
  };
}

const fields = z.object({
  completion: z.string({ error: 'Choose what is wrong.' }).min(1, 'Choose what is wrong.'),
  reason: z.enum(['recorded for the wrong person', 'recorded in error'], 'Choose why it is wrong.'),
  sure: z.literal('yes', 'Tick this to withdraw it: it cannot be put back.'),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const personId = args.params.person ?? '';
  const { value, answer } = readForm(form, fields);
  if (answer) return answer;
  try {
    withdrawAsWrong(args.context.attune, actorOf(who, 'manage cohorts'), {
      ...{ personId, completionId: value.completion, reason: value.reason },
    });
    return redirect(`/lead/people/${personId}/completions?done=withdrawn`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function CompletionsOfPerson() {
  const { who, member, completions, done } = useLoaderData<typeof loader>();
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
      {done && !answer ? (
        <Notice kind="good" title="Withdrawn" focus live>
          <p>
            Today’s record and the certificate say so, and why. What the record said on past days
            can still be read. {member.name} sees it in their own record, and can take the quiz.
          </p>
        </Notice>
      ) : null}
      {completions.length === 0 ? (
        <p>Nothing that stands.</p>
      ) : (
        <PostForm who={who} noValidate>
          <Radios
            legend="Which one is wrong?"
            name="completion"
            error={answer?.errors.completion}
            defaultValue={answer?.values.completion}
            options={completions.map(({ completionId, title: module, completedOn }) => ({
              value: completionId,
              label: `${module}, completed on ${civilDateInWords(completedOn)}`,
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
                label: 'Somebody else did it',
              },
              { value: 'recorded in error', label: 'It was a mistake' },
            ]}
          />
          <p>
            The completion and its certificate are withdrawn, and the answers of the quiz that met
            the standard are deleted. Nothing else of theirs goes: pages they read, and what they
            wrote, stay. Nobody is told how the quiz went.
          </p>
          <Checkbox
            label="Withdraw it: it cannot be put back"
            name="sure"
            value="yes"
            error={answer?.errors.sure}
          />
          <div className="form-actions">
            <Button variant="danger">Withdraw it</Button>
          </div>
        </PostForm>
      )}
    </AppPage>
  );
}
