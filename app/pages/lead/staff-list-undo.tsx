import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { undoList } from '~/cohorts/staff-list.server';
import { found, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { isPeopleError } from '~/people/errors';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import type { Line } from '~/people/staff-list/lines';
import { planUndo } from '~/people/staff-list/undo.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { StaffListPending } from './staff-list-pending';
import { people } from './staff-list-words';

export const meta = () => title('Undo a staff list');

const mostNamed = 100;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'keep the staff list');
  const id = args.params.import ?? '';
  const lines = found(() => planOrLeave(args, who.schoolId, id));
  const kept = lines.filter(({ notes }) => notes.length > 0);
  return {
    who: pageWho(who),
    id,
    restored: lines.filter(({ after }) => after).length,
    kept: kept.slice(0, mostNamed).map(({ name, notes }) => ({ name, why: notes.join(' ') })),
    more: Math.max(0, kept.length - mostNamed),
  };
}

/** Once it is undone, its own page says so. */
function planOrLeave({ context }: LoaderFunctionArgs, schoolId: string, id: string): Line[] {
  try {
    return planUndo(context.attune.db, schoolId, id, context.attune.now());
  } catch (error) {
    if (isPeopleError(error) && error.code === 'import-closed') {
      throw redirect(`/lead/staff-list/${id}`, 303);
    }
    throw error;
  }
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'keep the staff list');
  const id = args.params.import ?? '';
  try {
    undoList(args.context.attune, actorOf(who, 'keep the staff list'), id);
    return redirect(`/lead/staff-list/${id}?done=undone`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function UndoStaffList() {
  const { who, id, restored, kept, more } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title="Undo this staff list?"
      intro="The staff list goes back to how it was for these people. The record keeps both: that the list was brought in, and that it was undone."
      back={{ to: `/lead/staff-list/${id}`, label: 'What it did' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <Panel tone="next">
        <p>
          {restored > 0
            ? `${people(restored)} will be as they were before.`
            : 'There is nothing left to put back.'}
        </p>
        {restored > 0 ? (
          <PostForm who={who}>
            <Button>Put back {people(restored)}</Button>
            <StaffListPending>
              Putting it back. Thousands of people take some seconds.
            </StaffListPending>
          </PostForm>
        ) : null}
      </Panel>
      {kept.length > 0 ? (
        <>
          <h2>What stays as it is</h2>
          <ul>
            {kept.map(({ name, why }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list never reorders.
              <li key={i}>
                <strong>{name}.</strong> {why}
              </li>
            ))}
          </ul>
          {more > 0 ? <p>And {people(more)} more.</p> : null}
        </>
      ) : null}
    </AppPage>
  );
}
