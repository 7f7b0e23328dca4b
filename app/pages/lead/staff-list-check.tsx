import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bringListIn } from '~/cohorts/staff-list.server';
import { found, refuse, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { answerImport, dropImport, isOpen, readImport } from '~/people/staff-list/imports.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { answersIn } from './staff-list-answers.server';
import { StaffListDone } from './staff-list-done';
import { StaffListPreview } from './staff-list-preview';
import { doneView, openView } from './staff-list-view.server';

export const meta = () => title('Check the staff list');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'keep the staff list');
  const { attune } = args.context;
  const row = found(() => readImport(attune.db, who.schoolId, args.params.import ?? ''));
  const query = new URL(args.request.url).searchParams;
  return {
    who: pageWho(who),
    id: row.id,
    done: query.get('done'),
    open: isOpen(row) ? openView(attune, row, query) : null,
    closed: isOpen(row) ? null : doneView(attune, row, query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'keep the staff list');
  const { attune } = args.context;
  const actor = actorOf(who, 'keep the staff list');
  const id = args.params.import ?? '';
  const here = (query: string) => redirect(`/lead/staff-list/${id}?${query}`, 303);
  try {
    const formId = form.get('formId');
    if (formId === 'drop') {
      dropImport(attune, actor, id);
      return redirect('/lead/staff-list?done=dropped', 303);
    }
    if (formId === 'confirm') {
      bringListIn(attune, actor, id, String(form.get('mark')));
      return here('done=in');
    }
    if (formId === 'afresh') {
      answerImport(attune, actor, id, {}, true);
      return here('kind=ask');
    }
    const given = answersIn(form, attune, who.schoolId, id);
    if (!given) return refuse(form, { '': ['Press one of the buttons on this page.'] });
    if ('errors' in given) return refuse(form, given.errors);
    answerImport(attune, actor, id, given.answers);
    return here(`done=answered${given.back}`);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function CheckStaffList() {
  const { who, id, done, open, closed } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title={open ? 'Check the staff list' : 'A staff list brought in'}
      intro={open ? 'Nothing has been written yet.' : undefined}
      back={{ to: '/lead/staff-list', label: 'Staff lists' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {done === 'answered' && open && !answer ? (
        <Notice kind="good" title="Noted" focus live>
          <p>What will happen below has changed with your answer. Nothing has been written yet.</p>
        </Notice>
      ) : null}
      {open ? <StaffListPreview who={who} view={open} errors={answer?.errors} /> : null}
      {closed ? (
        <StaffListDone who={who} id={id} view={closed} fresh={answer ? null : done} />
      ) : null}
    </AppPage>
  );
}
