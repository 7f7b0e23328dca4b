import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { Attune } from '~/context.server';
import { found, readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { OpenedWith } from '~/pages/opened-with';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { londonDate } from '~/record/london-date';
import { attendeesOf } from '~/record/sessions-attended.server';
import { correctionReasons } from '~/record/vocabulary';
import { correctAttendance, correctSession } from '~/training-sessions/attendance.server';
import { TrainingError } from '~/training-sessions/errors';
import { readSession } from '~/training-sessions/sessions.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { ErrorSummary } from '~/ui/error-summary';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { lengthAsTyped, people } from './in-words';
import { DetailFields, WhenFields } from './session-fields';
import { detailFields, detailsOf, valuesOf, whenFields } from './session-form.server';

export const meta = () => title('Put a session right');

/** The session and, with `?person=`, the one of those on the record for it whose day or hours are wrong. */
function whatIsWrong({ request, params, context }: LoaderFunctionArgs, schoolId: string) {
  const { db }: Pick<Attune, 'db'> = context.attune;
  const session = readSession(db, schoolId, params.session ?? '');
  const there = attendeesOf(db, schoolId, session.id).filter(({ status }) => status === 'current');
  const personId = new URL(request.url).searchParams.get('person');
  const one = there.find((attendee) => attendee.personId === personId) ?? null;
  if (personId !== null && one === null) {
    throw new TrainingError('nobody', 'They are not on the record for this session.', '', 404);
  }
  const { heldOn, hours = '', cost: _, fund: __, evaluation: ___, ...rest } = valuesOf(session);
  const stored: Record<string, string> = one
    ? { heldOn: one.heldOn, hours: lengthAsTyped(one.minutes) }
    : { ...rest, heldOn: heldOn ?? '', hours };
  return { session, one, people: there.length, stored };
}

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'record sessions');
  const { session, one, people: n, stored } = found(() => whatIsWrong(args, who.schoolId));
  return {
    who: pageWho(who),
    id: session.id,
    title: session.title,
    person: one ? (one.name ?? 'Name erased') : null,
    n,
    values: toEdit(stored),
  };
}

const reason = z.enum(correctionReasons, 'Choose what is wrong.');
const whole = (today: string) => z.object({ ...detailFields(today), reason });
const when = (today: string) => z.object({ ...whenFields(today), reason });

export async function action(args: ActionFunctionArgs) {
  const { who, form: sent } = await requireForm(args, 'record sessions');
  const { attune } = args.context;
  const actor = actorOf(who, 'record sessions');
  const today = londonDate(attune.now());
  try {
    const { session, one, stored } = whatIsWrong(args, who.schoolId);
    const { form, errors } = meanwhile(sent, stored);
    if (Object.keys(errors).length > 0) return refuse(form, errors, 409);
    let n = 1;
    if (one) {
      const { value, answer } = readForm(form, when(today));
      if (answer) return answer;
      correctAttendance(attune, actor, session.id, one.personId, {
        ...{ heldOn: value.heldOn, minutes: value.hours, reason: value.reason },
      });
    } else {
      const { value, answer } = readForm(form, whole(today));
      if (answer) return answer;
      n = correctSession(attune, actor, session.id, {
        details: detailsOf(value),
        reason: value.reason,
      });
    }
    return redirect(`/lead/sessions/${session.id}?done=corrected&n=${n}`, 303);
  } catch (error) {
    return refuseFor(sent, error);
  }
}

export default function CorrectSession() {
  const { who, id, title: called, person, n, values } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const shown: Record<string, string> = answer?.values ?? values;
  const forWhom = person ?? (n === 0 ? 'the session' : people(n));
  return (
    <AppPage
      who={who}
      section="lead"
      title={person ? `Put right for ${person}` : 'Put the session right'}
      intro={
        person
          ? `When and for how long ${person} was at “${called}”. The others stay as they are.`
          : 'For everyone on the record for it. What was entered before stays readable in the record, with the reason.'
      }
      back={{ to: `/lead/sessions/${id}`, label: called }}
    >
      <ErrorSummary errors={answer?.errors} />
      <PostForm who={who} noValidate>
        <OpenedWith values={shown} />
        {person ? (
          <WhenFields values={shown} errors={answer?.errors} alone />
        ) : (
          <DetailFields values={shown} errors={answer?.errors} />
        )}
        <Radios
          legend="What was wrong?"
          name="reason"
          error={answer?.errors.reason}
          defaultValue={shown.reason}
          options={[
            { value: 'wrong date', label: 'The date' },
            { value: 'wrong hours', label: 'The hours' },
            ...(person ? [] : [{ value: 'wrong details', label: 'What it was, or who gave it' }]),
            { value: 'recorded in error', label: 'Something else' },
          ]}
        />
        <div className="form-actions">
          <Button>Correct it for {forWhom}</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
