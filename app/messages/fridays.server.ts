import { isSchoolDay } from '~/cohorts/calendar';
import { leavesIn } from '~/cohorts/leave.server';
import { calendarFor } from '~/cohorts/school-calendar.server';
import type { Attune } from '~/context.server';
import { welcomeHelp } from '~/learning/help.server';
import { deputiesOf } from '~/people/deputies.server';
import { listStaff } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';
import type { Tx } from '~db/client.server';
import { fridayText } from './friday';
import { dueByPerson, leadsAmong } from './preview.server';
import { atHour, lastHour, weekOf } from './working-time';
import { writeMessage } from './write.server';

type House = Pick<Attune, 'db' | 'now' | 'keyring' | 'config' | 'course'>;

const isOnLeave = (
  { startsOn, endsOn }: { startsOn: string; endsOn: string | null },
  today: string,
) => startsOn <= today && (endsOn === null || endsOn >= today);

/** Writes each lead, and each deputy for today, who is in school the list of who may need a hand; nobody on leave is on it. Returns how many were written. */
export function writeFridayLists(
  tx: Tx,
  attune: House,
  { id: schoolId, name: schoolName }: { id: string; name: string },
): number {
  const { db, now, config, course } = attune;
  const today = londonDate(now());
  const leaves = leavesIn(db, schoolId);
  const staff = listStaff(db, schoolId).filter(
    ({ id, startDate, leaveDate }) =>
      startDate <= today &&
      (leaveDate === null || leaveDate >= today) &&
      !leaves.get(id)?.some((one) => isOnLeave(one, today)),
  );
  const nameOf = new Map(staff.map(({ id, name }) => [id, name]));
  const titleOf = (module: string) => course.module(module)?.title ?? module;
  const due = dueByPerson(attune, schoolId);
  const facts = {
    schoolName,
    origin: config.origin,
    hands: welcomeHelp(db, schoolId).flatMap(({ personId, module }) => {
      const name = nameOf.get(personId);
      return name === undefined ? [] : [{ name, title: titleOf(module) }];
    }),
    late: staff.flatMap(({ id, name, joinedAt }) =>
      (joinedAt === null ? [] : (due.get(id) ?? []))
        .filter(({ dueOn }) => dueOn < today)
        .map(({ title, dueOn }) => ({ name, title, dueOn })),
    ),
    notJoined: staff.filter(({ joinedAt }) => joinedAt === null),
  };
  const standIns = new Set(
    deputiesOf(attune, schoolId).flatMap(({ personId, fromOn }) =>
      fromOn <= today ? [personId] : [],
    ),
  );
  const deputies = staff.filter(({ id, joinedAt }) => standIns.has(id) && joinedAt !== null);
  const inToday = [...leadsAmong(staff), ...deputies].filter(({ id: personId }) =>
    isSchoolDay(calendarFor(db, { schoolId, personId }), today),
  );
  const written = inToday.filter(({ id: personId, name, email }) =>
    writeMessage(tx, attune, now(), {
      ...{ schoolId, personId },
      kind: 'lead digest',
      address: email,
      replyTo: null,
      ...fridayText({ name, ...facts }),
      weekOf: weekOf(today),
      writtenBy: 'schedule',
      goodUntil: atHour(today, lastHour),
    }),
  );
  return written.length;
}
