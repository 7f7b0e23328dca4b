import { eq, inArray, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import type { EventData } from '~/record/vocabulary';
import type { Tx } from '~db/client.server';
import { person, personRole } from '~db/schema';
import type { Actor } from '../actor';
import { lastDayChange } from './known';
import { changed, type Details, type Line } from './lines';

/**
 * Writes what lines come to, each with its event, and returns whom each is about. People may exchange e-mail addresses or
 * staff numbers, so those that change are let go of first: both are unique in the table at every step.
 */
export function writeLines(
  tx: Tx,
  now: Date,
  actor: Actor,
  lines: readonly Line[],
): Map<Line, string> {
  const renamed = lines.flatMap(({ before, after }) =>
    before && after && (before.email !== after.email || before.staffNumber !== after.staffNumber)
      ? [before.id]
      : [],
  );
  for (let i = 0; i < renamed.length; i += 500) {
    const some = inArray(person.id, renamed.slice(i, i + 500));
    tx.update(person).set({ email: null, staffNumber: null }).where(some).run();
  }
  const about = new Map<Line, string>();
  const insert = inserts(tx);
  for (const line of lines) {
    if (line.after) about.set(line, writeLine(tx, insert, now, actor, line, line.after));
  }
  return about;
}

/** Prepared once: drizzle takes as long to write a statement as SQLite takes to run it, and there may be thousands. */
function inserts(tx: Tx) {
  const given = <K extends string>(...names: K[]) =>
    Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Record<
      K,
      ReturnType<typeof sql.placeholder<K>>
    >;
  return {
    // Without working days: a JSON column’s placeholder would write null as the word.
    person: tx
      .insert(person)
      .values(
        given(
          ...(['id', 'schoolId', 'name', 'email', 'staffNumber', 'roleGroup', 'contract'] as const),
          ...(['teams', 'startDate', 'leaveDate', 'createdAt'] as const),
        ),
      )
      .prepare(),
    role: tx
      .insert(personRole)
      .values({ role: 'staff', ...given('personId', 'givenAt') })
      .prepare(),
  };
}

function writeLine(
  tx: Tx,
  insert: ReturnType<typeof inserts>,
  now: Date,
  actor: Actor,
  { before }: Line,
  after: Details,
): string {
  const personId = before?.id ?? uuid();
  const common = {
    school: actor.schoolId,
    object: personId,
    person: personId,
    actor: actor.personId,
    actorRole: actor.role,
  };
  if (!before) {
    const createdAt = now.getTime();
    const { workingDays, ...rest } = after;
    insert.person.run({ id: personId, schoolId: actor.schoolId, ...rest, createdAt });
    if (workingDays) tx.update(person).set({ workingDays }).where(eq(person.id, personId)).run();
    insert.role.run({ personId, givenAt: createdAt });
    append(tx, now, {
      ...common,
      verb: 'joined',
      happenedOn: after.startDate,
      data: asRecorded(after),
    });
    return personId;
  }
  tx.update(person).set(after).where(eq(person.id, personId)).run();
  const today = londonDate(now);
  const lastDay = lastDayChange(before, after);
  if (lastDay === 'back') {
    // A second beginning: the whole details are recorded again.
    const data = asRecorded(after);
    append(tx, now, { ...common, verb: 'joined', happenedOn: after.startDate, data });
    return personId;
  }
  const keys = changed(before, after);
  const details: EventData<'details changed'> = Object.fromEntries(
    keys.filter((key) => key !== 'leaveDate').map((key) => [key, after[key]]),
  );
  if (Object.keys(details).length > 0) {
    append(tx, now, { ...common, verb: 'details changed', happenedOn: today, data: details });
  }
  const { leaveDate } = after;
  if (lastDay) {
    const reason = lastDay === 'stayed' ? 'recorded in error' : 'wrong date';
    const data = { leaveDate, reason } as const;
    append(tx, now, { ...common, verb: 'leaving corrected', happenedOn: today, data });
  } else if (leaveDate !== null && keys.includes('leaveDate')) {
    append(tx, now, { ...common, verb: 'left', happenedOn: leaveDate, data: { leaveDate } });
  }
  return personId;
}

/** Working days only where somebody has said. */
function asRecorded({ workingDays, ...rest }: Details): EventData<'joined'> {
  return workingDays ? { ...rest, workingDays } : rest;
}
