import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import { readPractices } from '~/course/practices.server';
import { civilDateInWords } from '~/course/said';
import {
  deletePractice,
  lackingInPractice,
  logPractice,
  practicesOf,
} from '~/learning/practice-log.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { clearDraft, readDraft, saveDraft } from '~/people/drafts.server';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { beforeKeeping, type NoteAnswer, sendBack, typedIn } from './note-answer.server';
import { refuse } from './page-answer.server';
import { PracticeForm } from './practice-form';
import { PracticeList } from './practice-list';
import { WhoToTell } from './who-to-tell';

export const meta = () => title('Practice log');

const key = '/practice#log';
/** Notes shown at once; my-data holds them all. */
const shownNotes = 50;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const { lists, problems } = await readPractices(attune.config.contentDir);
  if (!lists) attune.log.error({ problems }, 'The lists of the practice log cannot be read');
  const notes = practicesOf(attune, who, lists);
  const draft = readDraft(attune, who.personId, key);
  const offered = (name: 'practices' | 'settings' | 'went' | 'barriers' | 'next') =>
    (lists?.[name] ?? []).flatMap(({ id, title, retired }) => (retired ? [] : [{ id, title }]));
  const themeOf = new Map(lists?.practices.map(({ id, theme }) => [id, theme]));
  return {
    who: pageWho(who),
    newId: uuid(),
    lists: lists && {
      themes: lists.themes.map((theme) => ({
        title: theme.title,
        practices: offered('practices').filter(({ id }) => themeOf.get(id) === theme.id),
      })),
      settings: offered('settings'),
      went: offered('went'),
      barriers: offered('barriers'),
      next: offered('next'),
    },
    notes: notes
      .slice(0, shownNotes)
      .map((note) => ({ ...note, on: civilDateInWords(londonDate(note.at)) })),
    more: Math.max(0, notes.length - shownNotes),
    kept: draft
      ? { fields: draft.fields, savedAt: new Date(draft.savedAt).toISOString() }
      : undefined,
    whoToTell: readWhoToTell(attune.db, who.schoolId),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const picked = z.string().max(100).default('');
const note = z.object({
  id: z.uuid(),
  practice: picked,
  setting: picked,
  went: picked,
  barrier: picked,
  next: picked,
  note: z.string().default(''),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'learn');
  const { attune } = args.context;
  const actor = actorOf(who, 'learn');
  const remove = form.get('remove');
  if (typeof remove === 'string') {
    deletePractice(attune, actor, { id: remove });
    return redirect('/practice?done=deleted', 303);
  }
  if (form.has('later')) {
    saveDraft(attune, who.personId, key, typedIn(form));
    return redirect('/practice#log', 303);
  }
  const asked = note.safeParse(Object.fromEntries(form)).data;
  const { lists } = await readPractices(attune.config.contentDir);
  if (!asked || !lists) return refuse(form, '', 'Press one of the buttons on this page.');
  const lacking = beforeKeeping(form, 'note', lackingInPractice(lists, asked));
  if (lacking) {
    saveDraft(attune, who.personId, key, typedIn(form));
    return sendBack(form, lacking);
  }
  logPractice(attune, actor, lists, asked);
  clearDraft(attune, who.personId, key);
  return redirect('/practice?done=kept', 303);
}

export default function Practice() {
  const { who, newId, lists, notes, more, kept, whoToTell, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() as NoteAnswer | undefined;
  return (
    <AppPage
      who={who}
      section="learn"
      title="Practice log"
      intro="You tried something with a child or a class: note it in a minute. Nobody is shown your log. Your school may count how often each practice was noted by all staff together, never by whom."
      back={{ to: '/learn', label: 'Learn' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice
          kind="good"
          live
          focus
          title={done === 'deleted' ? 'Deleted, for good.' : 'Noted.'}
        />
      ) : null}
      {lists ? (
        <PracticeForm
          key={`${notes.length} ${notes[0]?.id}`}
          who={who}
          id={newId}
          lists={lists}
          answer={answer}
          kept={kept}
          tell={whoToTell?.safeguardingLead.name ?? null}
        />
      ) : (
        <Notice kind="care" title="The log cannot take notes just now">
          <p>Its lists cannot be read. Your attachment lead can have that put right.</p>
        </Notice>
      )}
      <PracticeList who={who} notes={notes} more={more} />
      <WhoToTell school={whoToTell} />
    </AppPage>
  );
}
