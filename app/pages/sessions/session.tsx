import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { found, readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, keptForm } from '~/pages/kept-form.server';
import { useAnswer } from '~/pages/use-answer';
import { type Actor, actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { blaming } from '~/people/staff-list/unreadable';
import { attendeesOf } from '~/record/sessions-attended.server';
import { withdrawalReasons } from '~/record/vocabulary';
import { recordAttendance, takeOff } from '~/training-sessions/attendance.server';
import { createList } from '~/training-sessions/lists/lists.server';
import { readSession, setCost } from '~/training-sessions/sessions.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { AttendeeTable, TakeOff } from './attendees';
import { SessionAbout } from './session-about';
import { SessionDone } from './session-done';
import { costFields, costOf, valuesOf } from './session-form.server';
import { whoToTick } from './who-to-tick.server';
import { ChooseGroup, PasteNames, TickPeople } from './who-was-there';

export const meta = () => title('A session');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record sessions');
  const { attune } = args.context;
  const query = new URL(args.request.url).searchParams;
  const session = found(() => readSession(attune.db, who.schoolId, args.params.session ?? ''));
  const attendees = attendeesOf(attune.db, who.schoolId, session.id);
  return {
    who: pageWho(who),
    session,
    values: valuesOf(session),
    attendees,
    tick: whoToTick(attune, who.schoolId, session, attendees, query),
    names: keptForm(args, who, 'names')?.text ?? '',
    done: query.get('done'),
    n: Math.trunc(Number(query.get('n'))) || 0,
  };
}

const cost = z.object(costFields);
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
  const here = (done: string, n = 0) => redirect(`/lead/sessions/${id}?done=${done}&n=${n}`, 303);
  const formId = form.get('formId');
  if (formId === 'there') {
    return here('there', recordAttendance(attune, actor, id, form.getAll('people').map(String)));
  }
  if (formId === 'off') {
    const { value, answer: refused } = readForm(form, off);
    if (refused) return refused;
    const mistaken = form.getAll('mistaken').map(String);
    return here('off', takeOff(attune, actor, id, mistaken, value.reason));
  }
  if (formId === 'cost') {
    const { value, answer: refused } = readForm(form, cost);
    if (refused) return refused;
    setCost(attune, actor, id, costOf(value));
    return here('cost');
  }
  return refuse(form, { '': ['Press one of the buttons on this page.'] });
}

export default function Session() {
  const { who, session, values, attendees, tick, names, done, n } = useLoaderData<typeof loader>();
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
        values={{ ...values, ...refused?.values }}
        errors={errors}
      />
      <AttendeeTable session={session} attendees={attendees} />
      {present.length > 0 ? <TakeOff who={who} present={present} errors={errors} /> : null}
      <Panel title={present.length > 0 ? 'Who else was there?' : 'Who was there?'} id="there">
        <ChooseGroup groups={tick.groups} from={tick.from} find={tick.find} />
        {tick.from ? (
          <TickPeople
            key={`${tick.from} ${tick.find} ${tick.tick}`}
            who={who}
            tick={tick}
            error={errors?.people}
          />
        ) : null}
        <PasteNames who={who} names={refused?.values.text ?? names} error={errors?.text} />
      </Panel>
    </AppPage>
  );
}
