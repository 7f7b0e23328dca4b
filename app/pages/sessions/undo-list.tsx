import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { found, refuseFor } from '~/pages/form-answer.server';
import { StaffListPending } from '~/pages/lead/staff-list-pending';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { isTrainingError } from '~/training-sessions/errors';
import { type ListEntry, planUndo, undoTrainingList } from '~/training-sessions/lists/undo.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';

export const meta = () => title('Undo this list');

const mostNamed = 100;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record sessions');
  const id = args.params.list ?? '';
  const entries = found(() => planOrLeave(args, who.schoolId, id));
  const stays = entries.filter(({ fate }) => fate !== 'back');
  return {
    who: pageWho(who),
    id,
    back: entries.length - stays.length,
    stays: stays.slice(0, mostNamed).map(({ attendance, sessionId, name, title, fate }) => ({
      ...{ attendance, sessionId, title },
      name: name ?? 'Name erased',
      corrected: fate === 'corrected since',
    })),
    more: Math.max(0, stays.length - mostNamed),
  };
}

/** Once it is undone, its own page says so. */
function planOrLeave({ context }: LoaderFunctionArgs, schoolId: string, id: string): ListEntry[] {
  try {
    return planUndo(context.attune.db, schoolId, id, context.attune.now());
  } catch (error) {
    if (isTrainingError(error) && error.code === 'list-closed') {
      throw redirect(`/lead/sessions/lists/${id}`, 303);
    }
    throw error;
  }
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'record sessions');
  const id = args.params.list ?? '';
  try {
    undoTrainingList(args.context.attune, actorOf(who, 'record sessions'), id);
    return redirect(`/lead/sessions/lists/${id}?done=undone`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

const entriesInWords = (n: number) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? 'entry' : 'entries'}`;

export default function UndoList() {
  const { who, id, back, stays, more } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title="Undo this list?"
      intro="What it put on the record is taken back, as recorded in error. The record keeps both: that it was entered, and that it was taken back. The list can be brought in again afterwards."
      back={{ to: `/lead/sessions/lists/${id}`, label: 'What it did' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <Panel tone="next">
        {back > 0 ? (
          <PostForm who={who}>
            <Button>Take back {entriesInWords(back)}</Button>
            <StaffListPending>Taking it back.</StaffListPending>
          </PostForm>
        ) : (
          <p>There is nothing left to take back.</p>
        )}
      </Panel>
      {stays.length > 0 ? (
        <>
          <h2>What stays as it is</h2>
          <ul>
            {stays.map(({ attendance, sessionId, name, title, corrected }) => (
              <li key={attendance}>
                <strong>{name}</strong>,{' '}
                {corrected ? (
                  <>
                    <Link to={`/lead/sessions/${sessionId}`} prefetch="none">
                      {title}
                    </Link>
                    : put right since then
                  </>
                ) : (
                  `${title}: taken off already`
                )}
              </li>
            ))}
          </ul>
          {more > 0 ? <p>And {entriesInWords(more)} more.</p> : null}
        </>
      ) : null}
    </AppPage>
  );
}
