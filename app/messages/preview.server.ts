import { and, eq, gte, inArray, or } from 'drizzle-orm';
import { openAssignments } from '~/cohorts/assignments.server';
import { leavesIn } from '~/cohorts/leave.server';
import { schoolDatesOf } from '~/cohorts/school-calendar.server';
import { calendarOf } from '~/cohorts/year-in-words';
import type { Attune } from '~/context.server';
import { listStaff, type StaffMember } from '~/people/staff-list.server';
import { askedIn } from '~/record/asked-of.server';
import { londonDate, startOfLondonDay } from '~/record/london-date';
import type { Db } from '~db/client.server';
import { message, person, type ReminderTone, reminderChoice, reminderLeftOut } from '~db/schema';
import { type DueModule, digestText, worthSaying } from './digest';
import type { Written } from './wording';
import { daysFor, nextWorkingMoment, weekOf, workingDays } from './working-time';

type House = Pick<Attune, 'db' | 'now' | 'course' | 'config'>;

/** Somebody who would get a digest, with the text as it would go. */
export interface WouldGet extends Written {
  personId: string;
  name: string;
  email: string | null;
  tone: ReminderTone;
  due: DueModule[];
  /** UTC milliseconds: the first moment in their working hours. */
  at: number;
  leftOut: boolean;
}

/** Why somebody with something due gets none. */
export type WhyNot = 'not joined' | 'away' | 'had one' | 'wants required only';

export interface Preview {
  /** The Monday of the week that it is for. */
  monday: string;
  wouldGet: WouldGet[];
  not: { personId: string; name: string; why: WhyNot }[];
}

/**
 * Who would get what if the digests were written at this moment, and who would not and why. Whoever is asked nothing
 * soon is in neither list. The same few queries for any number of people.
 */
export function previewDigests(attune: House, schoolId: string, schoolName: string): Preview {
  const { db, now, config } = attune;
  const today = londonDate(now());
  const monday = weekOf(today);
  const staff = listStaff(db, schoolId).filter((one) => isHere(one, today));
  const due = dueByPerson(attune, schoolId);
  const choices = choicesIn(db, schoolId);
  const had = hadThisWeek(db, schoolId, monday);
  const leftOut = leftOutOf(db, schoolId, monday);
  const calendar = calendarOf(schoolDatesOf(db, schoolId));
  const leaves = leavesIn(db, schoolId);
  const leads = leadsAmong(staff);

  const preview: Preview = { monday, wouldGet: [], not: [] };
  for (const one of staff) {
    const { id: personId, name, email } = one;
    const all = due.get(personId) ?? [];
    const { tone, days } = choices.get(personId) ?? { tone: 'gentle' as const, days: null };
    const worth = worthSaying(all, tone, { today, monday });
    if (worth.length === 0) {
      const quiet = tone === 'required' && worthSaying(all, 'gentle', { today, monday }).length > 0;
      if (quiet) preview.not.push({ personId, name, why: 'wants required only' });
      continue;
    }
    const at = nextWorkingMoment(
      {
        calendar: { ...calendar, leave: leaves.get(personId) ?? [] },
        days: daysFor(workingDays(one), days),
        startDate: one.startDate,
        leaveDate: one.leaveDate,
      },
      now().getTime(),
    );
    if (one.joinedAt === null) preview.not.push({ personId, name, why: 'not joined' });
    else if (had.has(personId)) preview.not.push({ personId, name, why: 'had one' });
    else if (at === null) preview.not.push({ personId, name, why: 'away' });
    else {
      const facts = { name, schoolName, leads, origin: config.origin, today, due: worth };
      preview.wouldGet.push({
        ...{ personId, name, email, tone, due: worth, at },
        leftOut: leftOut.has(personId),
        ...digestText(tone, facts),
      });
    }
  }
  return preview;
}

const isHere = ({ startDate, leaveDate }: StaffMember, today: string) =>
  startDate <= today && (leaveDate === null || leaveDate >= today);

/** Whom to ask: the attachment leads who have joined. */
export const leadsAmong = (staff: readonly StaffMember[]) =>
  staff.filter(({ roles, joinedAt }) => roles.includes('lead') && joinedAt !== null);

/** What everybody is asked, by person, each module once with its earliest date. */
export function dueByPerson(
  { db, course }: Pick<Attune, 'db' | 'course'>,
  schoolId: string,
): Map<string, DueModule[]> {
  const paidFor = new Map(openAssignments(db, schoolId).map((one) => [one.assignmentId, one]));
  const byPerson = new Map<string, DueModule[]>();
  const asked = askedIn(db, schoolId).sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  for (const { personId, assignment, module, dueOn, opensOn = null } of asked) {
    const theirs = byPerson.get(personId) ?? [];
    if (theirs.some((one) => one.module === module)) continue;
    const shelf = course.module(module);
    const given = paidFor.get(assignment);
    theirs.push({
      module,
      title: shelf?.title ?? module,
      minutes: shelf?.minutes ?? null,
      opensOn,
      dueOn,
      paid: given ? { minutes: given.paidMinutes, time: given.paidTime } : null,
    });
    byPerson.set(personId, theirs);
  }
  return byPerson;
}

function choicesIn(db: Db, schoolId: string) {
  const rows = db
    .select({
      personId: reminderChoice.personId,
      tone: reminderChoice.tone,
      days: reminderChoice.days,
    })
    .from(reminderChoice)
    .innerJoin(person, eq(person.id, reminderChoice.personId))
    .where(eq(person.schoolId, schoolId))
    .all();
  return new Map(rows.map(({ personId, ...choice }) => [personId, choice]));
}

/** Who has one of this week, or one that still waits to go. */
function hadThisWeek(db: Db, schoolId: string, monday: string): Set<string> {
  const rows = db
    .select({ personId: message.personId })
    .from(message)
    .where(
      and(
        eq(message.schoolId, schoolId),
        eq(message.kind, 'digest'),
        or(
          eq(message.weekOf, monday),
          inArray(message.state, ['waiting', 'sending']),
          and(
            inArray(message.state, ['sent', 'may have arrived', 'handed over']),
            gte(message.settledAt, startOfLondonDay(monday)),
          ),
        ),
      ),
    )
    .all();
  return new Set(rows.map(({ personId }) => personId));
}

function leftOutOf(db: Db, schoolId: string, monday: string): Set<string> {
  const rows = db
    .select({ personId: reminderLeftOut.personId })
    .from(reminderLeftOut)
    .innerJoin(person, eq(person.id, reminderLeftOut.personId))
    .where(and(eq(person.schoolId, schoolId), eq(reminderLeftOut.weekOf, monday)))
    .all();
  return new Set(rows.map(({ personId }) => personId));
}
