import { and, eq, isNull, ne, or } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { addDays, londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { reminderSchedule, school } from '~db/schema';
import { writeDigests } from './digests.server';
import { writeFridayLists } from './fridays.server';
import { atHour, firstHour, lastHour, weekOf } from './working-time';

type House = Pick<Attune, 'db' | 'now' | 'keyring' | 'config' | 'course'>;

export interface Schedule {
  /** 1 is Monday, 5 Friday; null: reminders go when the lead sends them. */
  weekday: number | null;
  hour: number;
  /** Whether the leads get Friday's list. */
  fridays: boolean;
}

const friday = 5;

/** Null: nothing goes by itself. */
export function scheduleOf(db: Db, schoolId: string): Schedule | null {
  const row = db
    .select({
      weekday: reminderSchedule.weekday,
      hour: reminderSchedule.hour,
      fridays: reminderSchedule.fridays,
    })
    .from(reminderSchedule)
    .where(eq(reminderSchedule.schoolId, schoolId))
    .get();
  return row ?? null;
}

/** A moment of this week that has passed already is left out: what is set today begins the next time it comes round. */
export function saveSchedule(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  { weekday, hour, fridays }: Schedule,
): void {
  const { schoolId, personId } = actor;
  const at = now().getTime();
  const monday = weekOf(londonDate(at));
  const passed = (day: number | null, of: number) =>
    day !== null && at >= momentIn(monday, day, of) ? monday : null;
  const row = {
    ...{ weekday, hour, fridays },
    setBy: personId,
    setAt: at,
    ranIn: passed(weekday, hour),
    fridayRanIn: passed(friday, firstHour),
  };
  db.insert(reminderSchedule)
    .values({ schoolId, ...row })
    .onConflictDoUpdate({ target: reminderSchedule.schoolId, set: row })
    .run();
}

const momentIn = (monday: string, weekday: number, hour: number) =>
  atHour(addDays(monday, weekday - 1), hour);

/** UTC milliseconds: when the reminders are next written; null when they are not on a schedule. */
export function nextRun(db: Db, schoolId: string, now: number): number | null {
  const row = db
    .select()
    .from(reminderSchedule)
    .where(eq(reminderSchedule.schoolId, schoolId))
    .get();
  if (!row || row.weekday === null) return null;
  const monday = weekOf(londonDate(now));
  const week = row.ranIn === monday ? addDays(monday, 7) : monday;
  return Math.max(now, momentIn(week, row.weekday, row.hour));
}

/**
 * Writes what is due by the schedule of any school, once a week each: a server that was down at the hour does it later
 * that week, in working hours. Whoever marks the week first does it, so several processes may look at once.
 */
export function runSchedules(attune: House): void {
  const { db, now } = attune;
  const at = now().getTime();
  const today = londonDate(at);
  // At a weekend, that of the week to come, of which nothing has begun.
  const monday = weekOf(today);
  if (at < atHour(today, firstHour) || at >= atHour(today, lastHour)) return;
  const rows = db
    .select({ schedule: reminderSchedule, name: school.name })
    .from(reminderSchedule)
    .innerJoin(school, eq(school.id, reminderSchedule.schoolId))
    .all();
  for (const { schedule, name } of rows) {
    const { schoolId, weekday, hour, fridays, ranIn, fridayRanIn, setBy } = schedule;
    if (weekday !== null && ranIn !== monday && at >= momentIn(monday, weekday, hour)) {
      once(db, schoolId, 'ranIn', monday, () => writeDigests(attune, schoolId, setBy));
    }
    if (fridays && fridayRanIn !== monday && at >= momentIn(monday, friday, firstHour)) {
      once(db, schoolId, 'fridayRanIn', monday, (tx) =>
        writeFridayLists(tx, attune, { id: schoolId, name }),
      );
    }
  }
}

/** Marks the week and does the work, both or neither. */
function once(
  db: Db,
  schoolId: string,
  column: 'ranIn' | 'fridayRanIn',
  monday: string,
  work: (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => void,
): void {
  const mark = reminderSchedule[column];
  inTransaction(db, (tx) => {
    const { changes } = tx
      .update(reminderSchedule)
      .set({ [column]: monday })
      .where(and(eq(reminderSchedule.schoolId, schoolId), or(isNull(mark), ne(mark, monday))))
      .run();
    if (changes > 0) work(tx);
  });
}
