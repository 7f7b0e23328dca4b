import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { refuse, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { KeptNotice } from '~/pages/lead/kept-notice';
import { StaffListFile } from '~/pages/lead/staff-list-file';
import { StaffListPending } from '~/pages/lead/staff-list-pending';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { toText } from '~/people/staff-list/to-text.server';
import { blaming } from '~/people/staff-list/unreadable';
import { londonDate } from '~/record/london-date';
import { createList, listLists } from '~/training-sessions/lists/lists.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextArea } from '~/ui/fields';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { ListsBroughtIn } from './lists-brought-in';

export const meta = () => title('Bring in past training');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record sessions');
  const kept = keptForm(args, who);
  const lists = listLists(args.context.attune.db, who.schoolId);
  return {
    who: pageWho(who),
    kept: kept !== null,
    text: kept?.text ?? '',
    lists: lists.map(({ createdAt, doneAt, ...one }) => ({
      ...one,
      on: londonDate(doneAt ?? createdAt),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'record sessions');
  forgetIfAsked(args, who, form);
  const sent = form.get('file');
  const file = sent instanceof File && sent.size > 0 ? sent : null;
  const typed = String(form.get('text') ?? '');
  if (file && typed.trim() !== '') {
    return refuse(form, {
      file: [
        'There was a file and a pasted list as well, so neither was read. To bring in the file, empty the box and choose it again; to bring in what you pasted, press the button again.',
      ],
    });
  }
  try {
    const bytes = file ? Buffer.from(await file.arrayBuffer()) : null;
    const id = blaming(bytes ? 'file' : 'text', () =>
      createList(args.context.attune, actorOf(who, 'record sessions'), {
        text: bytes ? toText(bytes) : typed,
        ...{ file: file?.name ?? null, sessionId: null },
      }),
    );
    forgetForm(args, who);
    return redirect(`/lead/sessions/lists/${id}`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function PastTraining() {
  const { who, kept, text, lists } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title="Bring in past training"
      intro="What staff were trained in before, from the list your school kept. You see what each row means before anything is recorded, and the record says that it came from the school’s own list, and when."
      back={{ to: '/lead/sessions', label: 'Sessions' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={String(kept)} who={who} encType="multipart/form-data" noValidate>
        <TextArea
          label="Paste the list here"
          name="text"
          rows={8}
          hint="In the spreadsheet, select the headings and every row under them, copy, and paste."
          error={answer?.errors.text}
          defaultValue={answer?.values.text ?? text}
          spellCheck={false}
          autoComplete="off"
        />
        <StaffListFile error={answer?.errors.file} />
        <div className="form-actions">
          <Button>Read the list</Button>
        </div>
        <StaffListPending>Reading the list. A long one takes a few seconds.</StaffListPending>
      </PostForm>
      <Details summary="What the list should look like">
        <p>
          One row for each person and each training. The first row says what each column holds, in
          any order. Other columns are passed over and never kept.
        </p>
        <ul>
          <li>
            <strong>Name</strong> (or Forename and Surname), <strong>E-mail</strong> or{' '}
            <strong>Staff number</strong>: who
          </li>
          <li>
            <strong>Course</strong> or Training: what it was called
          </li>
          <li>
            <strong>Date</strong>: the day, as 01/09/2025, 2025-09-01 or 1 Sep 2025
          </li>
          <li>
            <strong>Hours</strong> or Minutes, if you know: 6, 1.5, 1:30 or 90 minutes
          </li>
          <li>
            <strong>Provider</strong>, if it was not the school itself
          </li>
          <li>
            <strong>Kind</strong>, such as INSET, staff meeting, course or online
          </li>
        </ul>
        <p>
          People who have left can be in it as long as they are on your staff list with their last
          day. The same list brought in again changes nothing.
        </p>
      </Details>
      {lists.length > 0 ? <ListsBroughtIn lists={lists} /> : null}
    </AppPage>
  );
}
