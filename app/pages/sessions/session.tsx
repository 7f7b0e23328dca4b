import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { askAboutNames } from '~/pages/evidence/naming-question';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { found, readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { useAnswer } from '~/pages/use-answer';
import { type Actor, actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { blaming } from '~/people/staff-list/unreadable';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { attendeesOf } from '~/record/sessions-attended.server';
import { withdrawalReasons } from '~/record/vocabulary';
import { recordAttendance, takeOff } from '~/training-sessions/attendance.server';
import { createList } from '~/training-sessions/lists/lists.server';
import {
  noteAboutSession,
  readSession,
  type TrainingSession,
} from '~/training-sessions/sessions.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { AttendeeTable, TakeOff } from './attendees';
import { PasteNames } from './paste-names';
import { SessionAbout } from './session-about';
import { SessionDone } from './session-done';
import { costFields, costOf, valuesOf } from './session-form.server';
import { TickPeople } from './tick-people';
import { tickedOf, withTicks } from './ticked';
import { whoToTick } from './who-to-tick.server';

export const meta = () => title('A session');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record sessions');
  const { attune } = args.context;
  const query = new URL(args.request.url).searchParams;
  const session = found(() => readSession(attune.db, who.schoolId, args.params.session ?? ''));
  const attendees = attendeesOf(attune.db, who.schoolId, session.id);
  noteDaily(
    args,
    who,
    'opened the list of who attended a session',
    attendees.map(({ personId }) => personId),
  );
  return {
    who: pageWho(who),
    session,
    values: toEdit(notesOf(session)),
    attendees,
    tick: whoToTick(attune, who.schoolId, session, attendees, query),
    names: keptForm(args, who, 'names')?.text ?? '',
    tell: readWhoToTell(attune.db, who.schoolId)?.safeguardingLead.name ?? null,
    done: query.get('done'),
    n: Math.trunc(Number(query.get('n'))) || 0,
  };
}

/** The words that can be changed here, as their fields hold them. */
function notesOf(session: TrainingSession) {
  const { cost, fund, evaluation } = valuesOf(session);
  return { cost: cost ?? '', fund: fund ?? '', evaluation: evaluation ?? '' };
}

const cost = z.object(costFields);
const evaluation = z.object({
  evaluation: z.string().trim().max(600, 'Use at most 600 characters.'),
});
const off = z.object({
  reason: z.enum(withdrawalReasons, 'Choose why they come off.'),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'record sessions');
  const actor = actorOf(who, 'record sessions');
  const id = args.params.session ?? '';
  try {
    if (form.get('formId') === 'names') {
      const text = String(form.get('text') ?? '');
      const list = blaming('text', () =>
        createList(args.context.attune, actor, { text, file: null, sessionId: id }),
      );
      forgetForm(args, who, 'names');
      return redirect(`/lead/sessions/lists/${list}`, 303);
    }
    return answer(args, actor, id, form);
  } catch (error) {
    return refuseFor(form, error);
  }
}

function answer(
  { context: { attune } }: ActionFunctionArgs,
  actor: Actor,
  id: string,
  form: FormData,
) {
  const { db } = attune;
  const here = (done: string, n = 0) => redirect(`/lead/sessions/${id}?done=${done}&n=${n}`, 303);
  const ticking = (more: Record<string, string>, who?: string[]) =>
    redirect(`/lead/sessions/${id}?${withTicks(form, more, who)}#there`, 303);
  switch (form.get('formId')) {
    case 'look':
      return ticking({});
    case 'all':
      return ticking({ tick: 'all' });
    case 'none':
      return ticking({}, form.getAll('kept').map(String));
    case 'there':
      return here('there', recordAttendance(attune, actor, id, tickedOf(form)));
    case 'off': {
      const { value, answer: refused } = readForm(form, off);
      if (refused) return refused;
      const mistaken = form.getAll('mistaken').map(String);
      return here('off', takeOff(attune, actor, id, mistaken, value.reason));
    }
    case 'cost': {
      const { form: sent, errors } = meanwhile(form, notesOf(readSession(db, actor.schoolId, id)));
      const { value, answer: refused } = readForm(sent, cost, () => errors);
      if (refused) return refused;
      noteAboutSession(attune, actor, id, costOf(value));
      return here('cost');
    }
    case 'evaluation': {
      const { form: sent, errors } = meanwhile(form, notesOf(readSession(db, actor.schoolId, id)));
      const { value, answer: refused } = readForm(sent, evaluation, (typed) => ({
        ...askAboutNames(typed, ['evaluation']),
        ...errors,
      }));
      if (refused) return refused;
      noteAboutSession(attune, actor, id, { evaluation: value.evaluation || null });
      return here('evaluation');
    }
    default:
      return refuse(form, { '': ['Press one of the buttons on this page.'] });
  }
}

export default function Session() {
  const { who, session, values, attendees, tick, names, tell, done, n } =
    useLoaderData<typeof loader>();
  const refused = useAnswer<typeof action>();
  const errors = refused?.errors;
  const present = attendees.filter(({ status }) => status === 'current');
  return (
    <AppPage
      who={who}
      section="lead"
      title={session.title}
      back={{ to: '/lead/sessions', label: 'Sessions' }}
      width="wide"
    >
      <ErrorSummary errors={errors} />
      {refused ? null : <SessionDone done={done} n={n} />}
      <SessionAbout
        who={who}
        session={session}
        tell={tell}
        values={{ ...values, ...refused?.values }}
        errors={errors}
      />
      <AttendeeTable session={session} attendees={attendees} />
      {present.length > 0 ? <TakeOff who={who} present={present} errors={errors} /> : null}
      <Panel title={present.length > 0 ? 'Who else was there?' : 'Who was there?'} id="there">
        <PostForm who={who} noValidate>
          <TickPeople tick={tick} error={errors?.people} />
        </PostForm>
        <PasteNames who={who} names={refused?.values.text ?? names} error={errors?.text} />
      </Panel>
    </AppPage>
  );
}
