import { inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import type { EventData } from '~/record/vocabulary';
import type { Tx } from '~db/client.server';
import { person } from '~db/schema';
import type { Actor } from '../actor';
import { lastDayChange } from './known';
import { changed, type Details, type Line } from './lines';
import { detailsAsStored, statementsFor } from './statements.server';

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
  const statements = statementsFor(tx);
  for (const line of lines) {
    if (line.after) about.set(line, writeLine(tx, statements, now, actor, line, line.after));
  }
  return about;
}

function writeLine(
  tx: Tx,
  statements: ReturnType<typeof statementsFor>,
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
    const row = { id: personId, createdAt };
    statements.addPerson.run({ ...row, schoolId: actor.schoolId, ...detailsAsStored(after) });
    statements.addRole.run(row);
    append(tx, now, {
      ...common,
      verb: 'joined',
      happenedOn: after.startDate,
      data: asRecorded(after),
    });
    return personId;
  }
  statements.changePerson.run({ id: personId, ...detailsAsStored(after) });
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
