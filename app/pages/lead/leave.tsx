import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { spanInWords } from '~/cohorts/dates-in-words';
import { addLeave, leaveOf, removeLeave } from '~/cohorts/leave.server';
import { found, readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { dateField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readStaffMember } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { DateField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { KeptNotice } from './kept-notice';

export const meta = () => title('Leave');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage people');
  const { attune } = args.context;
  const { id, name } = found(() =>
    readStaffMember(attune.db, who.schoolId, args.params.person ?? ''),
  );
  const kept = keptForm(args, who, 'leave');
  return {
    who: pageWho(who),
    member: { id, name },
    leave: leaveOf(attune.db, { schoolId: who.schoolId, personId: id }),
    kept: kept !== null,
    values: kept ?? {},
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const dates = (today: string) =>
  z.object({
    startsOn: dateField('Choose the first day away.', today),
    endsOn: z.union([
      z.literal(''),
      dateField('Choose the last day away, or leave it empty.', today),
    ]),
  });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage people');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const actor = actorOf(who, 'manage people');
  const personId = args.params.person ?? '';
  const here = `/lead/people/${personId}/leave`;
  const remove = form.get('remove');
  if (typeof remove === 'string') {
    removeLeave(attune, actor, { personId, id: remove });
    return redirect(`${here}?done=removed`, 303);
  }
  const { value, answer } = readForm(form, dates(londonDate(attune.now())));
  if (answer) return answer;
  try {
    addLeave(attune, actor, { ...value, personId, endsOn: value.endsOn || null });
  } catch (error) {
    return refuseFor(form, error);
  }
  forgetForm(args, who, 'leave');
  return redirect(`${here}?done=saved`, 303);
}

export default function PersonLeave() {
  const { who, member, leave, kept, values, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const typed = answer?.values ?? values;
  return (
    <AppPage
      who={who}
      section="lead"
      title={`Leave: ${member.name}`}
      intro="Days away are skipped when school days are counted for them. Dates only, please: the reason has no place here."
      back={{ to: `/lead/people/${member.id}`, label: member.name }}
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title={done === 'removed' ? 'Taken out' : 'Saved'} focus live />
      ) : null}
      <KeptNotice who={who} kept={kept && !answer} formId="leave" />
      <Panel title="Add dates away">
        <PostForm key={`${kept} ${leave.length}`} who={who} noValidate>
          <input type="hidden" name="formId" value="leave" />
          <DateField
            label="First day away"
            name="startsOn"
            required
            error={answer?.errors.startsOn}
            defaultValue={typed.startsOn}
          />
          <DateField
            label="Last day away"
            name="endsOn"
            hint="Leave it empty while it is not known. Enter the same first day again to put it in."
            error={answer?.errors.endsOn}
            defaultValue={typed.endsOn}
          />
          <Button>Save these dates</Button>
        </PostForm>
      </Panel>
      <Panel title="Dates away">
        {leave.length === 0 ? <p>None.</p> : null}
        {leave.map(({ id, startsOn, endsOn }) => {
          const words = endsOn
            ? spanInWords(startsOn, endsOn)
            : `From ${spanInWords(startsOn, startsOn)}, no end known`;
          return (
            <PostForm who={who} key={id}>
              <p>{words}</p>
              <Button variant="quiet" name="remove" value={id} aria-label={`Take out: ${words}`}>
                Take out
              </Button>
            </PostForm>
          );
        })}
      </Panel>
    </AppPage>
  );
}
