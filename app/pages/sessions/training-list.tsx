import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { found, refuse, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { isTrainingError } from '~/training-sessions/errors';
import {
  answerList,
  confirmList,
  dropList,
  isOpen,
  readList,
} from '~/training-sessions/lists/lists.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { ListDone } from './list-done';
import { ListPreview } from './list-preview';
import { doneView, openView } from './list-view.server';

export const meta = () => title('Check the list');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record sessions');
  const { attune } = args.context;
  const row = found(() => readList(attune.db, who.schoolId, args.params.list ?? ''));
  const query = new URL(args.request.url).searchParams;
  return {
    who: pageWho(who),
    sessionId: row.sessionId,
    done: query.get('done'),
    open: isOpen(row) ? openView(attune, row, query) : null,
    closed: isOpen(row) ? null : doneView(row, attune.now()),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'record sessions');
  const { attune } = args.context;
  const actor = actorOf(who, 'record sessions');
  const id = args.params.list ?? '';
  const here = (query: string) => redirect(`/lead/sessions/lists/${id}?${query}`, 303);
  try {
    const formId = form.get('formId');
    if (formId === 'drop') {
      const session = dropList(attune, actor, id);
      return redirect(session ? `/lead/sessions/${session}` : '/lead/sessions?done=dropped', 303);
    }
    if (formId === 'confirm') {
      const n = confirmList(attune, actor, id, String(form.get('mark')));
      const { sessionId } = readList(attune.db, who.schoolId, id);
      return sessionId
        ? redirect(`/lead/sessions/${sessionId}?done=there&n=${n}`, 303)
        : here('done=in');
    }
    if (formId === 'rows') {
      answerList(attune, actor, id, answersIn(form));
      return here('done=answered');
    }
    return refuse(form, { '': ['Press one of the buttons on this page.'] });
  } catch (error) {
    // Pressed twice: it is in, and its own page says so.
    if (isTrainingError(error) && error.code === 'list-closed') return here('done=in');
    return refuseFor(form, error);
  }
}

/** Who each row is, by row number. */
function answersIn(form: FormData): Record<string, string> {
  const given = [...form].flatMap(([name, value]) => {
    const n = /^row-(\d+)$/.exec(name)?.[1];
    return n && typeof value === 'string' && value !== '' ? [[n, value] as const] : [];
  });
  return Object.fromEntries(given);
}

export default function TrainingList() {
  const { who, sessionId, done, open, closed } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title={open ? 'Check the list' : 'A list brought in'}
      intro={open ? 'Nothing has been recorded yet.' : undefined}
      width="wide"
      back={
        sessionId
          ? { to: `/lead/sessions/${sessionId}`, label: 'The session' }
          : { to: '/lead/sessions', label: 'Sessions' }
      }
    >
      <ErrorSummary errors={answer?.errors} />
      {done === 'answered' && open && !answer ? (
        <Notice kind="good" title="Noted" focus live>
          <p>What will happen below has changed with your answer. Nothing has been recorded yet.</p>
        </Notice>
      ) : null}
      {open ? <ListPreview who={who} view={open} /> : null}
      {closed ? <ListDone view={closed} fresh={answer ? null : done} /> : null}
    </AppPage>
  );
}
