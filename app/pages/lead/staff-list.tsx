import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { dateField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { createImport, listImports } from '~/people/staff-list/imports.server';
import { toText } from '~/people/staff-list/to-text.server';
import { blaming } from '~/people/staff-list/unreadable';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { DateField, TextArea } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { KeptNotice } from './kept-notice';
import { StaffListColumns } from './staff-list-columns';
import { StaffListFile } from './staff-list-file';
import { StaffListImports } from './staff-list-imports';
import { StaffListPending } from './staff-list-pending';

export const meta = () => title('Bring in a staff list');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'keep the staff list');
  const { attune } = args.context;
  const kept = keptForm(args, who);
  return {
    who: pageWho(who),
    kept: kept !== null,
    values: { firstDay: londonDate(attune.now()), ...kept },
    imports: listImports(attune.db, who.schoolId).map(({ createdAt, doneAt, ...one }) => ({
      ...one,
      on: londonDate(doneAt ?? createdAt),
    })),
    dropped: new URL(args.request.url).searchParams.get('done') === 'dropped',
  };
}

const fields = (today: string) =>
  z.object({
    text: z.string().default(''),
    firstDay: dateField('Choose a first day for those whose row gives none.', today),
  });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'keep the staff list');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const { value, answer } = readForm(form, fields(londonDate(attune.now())));
  if (answer) return answer;
  const sent = form.get('file');
  const file = sent instanceof File && sent.size > 0 ? sent : null;
  const pasted = value.text.trim() !== '';
  if (file && pasted) {
    return refuse(form, {
      file: [
        'There was a file and a pasted list as well, so neither was read. To bring in the file, empty the box and choose it again; to bring in what you pasted, press the button again.',
      ],
    });
  }
  try {
    const bytes = file ? Buffer.from(await file.arrayBuffer()) : null;
    const id = blaming(bytes ? 'file' : 'text', () =>
      createImport(attune, actorOf(who, 'keep the staff list'), {
        text: bytes ? toText(bytes) : value.text,
        file: file?.name ?? null,
        firstDay: value.firstDay,
      }),
    );
    forgetForm(args, who);
    return redirect(`/lead/staff-list/${id}`, 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

export default function StaffListPage() {
  const { who, kept, values, imports, dropped } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const typed: Record<string, string> = answer?.values ?? values;
  return (
    <AppPage
      who={who}
      section="lead"
      title="Bring in a staff list"
      intro="From a spreadsheet, all at once. You see what will happen to each row before anything is written, and you can undo it afterwards."
      back={{ to: '/lead/people', label: 'People' }}
    >
      <ErrorSummary errors={answer?.errors} />
      <KeptNotice who={who} kept={kept && !answer} />
      {dropped && !answer ? (
        <Notice kind="good" title="Put aside" focus live>
          <p>That list is gone, and nothing was written.</p>
        </Notice>
      ) : null}
      <PostForm key={String(kept)} who={who} encType="multipart/form-data" noValidate>
        <TextArea
          label="Paste the list here"
          name="text"
          rows={8}
          hint="In the spreadsheet, select the headings and every row under them, copy, and paste."
          error={answer?.errors.text}
          defaultValue={typed.text}
          spellCheck={false}
          autoComplete="off"
        />
        <StaffListFile error={answer?.errors.file} />
        <DateField
          label="First day, for anyone new whose row gives none"
          name="firstDay"
          error={answer?.errors.firstDay}
          defaultValue={typed.firstDay}
        />
        <div className="form-actions">
          <Button>Read the list</Button>
        </div>
        <StaffListPending>Reading the list. A long one takes a few seconds.</StaffListPending>
      </PostForm>
      <StaffListColumns />
      {imports.length > 0 ? (
        <Panel title="Lists so far">
          <StaffListImports imports={imports} />
        </Panel>
      ) : null}
    </AppPage>
  );
}
