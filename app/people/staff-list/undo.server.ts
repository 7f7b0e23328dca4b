import { and, eq, gte, inArray } from 'drizzle-orm';
import { addDays, londonDate } from '~/record/london-date';
import { trainedSince } from '~/record/trained.server';
import type { Db, Tx } from '~db/client.server';
import { person, session, staffImport, staffImportRow } from '~db/schema';
import type { Actor } from '../actor';
import { PeopleError } from '../errors';
import { canUndo, readImport } from './imports.server';
import { type Known, wasNeverHere } from './known';
import { knownStaff } from './known.server';
import { type Details, detailsOf, type Line } from './lines';
import { refuseClashes } from './sign-in-clashes';
import { prepareUndone } from './statements.server';
import { writeLines } from './write-line.server';

type ImportRow = typeof staffImportRow.$inferSelect;

/**
 * What undoing an import would come to: a line for each person it touched, with `after` where something is put back and
 * `notes` where something stays. An addition is taken back by a last day before the first: nothing is deleted.
 * @throws PeopleError `not-here`; `import-closed` when it is undone already or its time is over.
 */
export function planUndo(db: Db | Tx, schoolId: string, id: string, now: Date): Line[] {
  const done = readImport(db, schoolId, id);
  if (!canUndo(done, now) || done.doneAt === null) {
    throw new PeopleError('import-closed', 'This list cannot be undone any more.', '', 409);
  }
  const rows = db.select().from(staffImportRow).where(eq(staffImportRow.importId, id)).all();
  const staff = knownStaff(db, schoolId);
  const byId = new Map(staff.map((one) => [one.id, one]));
  const use = inUse(db, schoolId, done.doneAt, rows);
  const lines = rows.flatMap((row) => {
    const current = byId.get(row.personId);
    return current ? [lineOf(row, current, use(row), londonDate(now))] : [];
  });
  letGo(lines);
  refuseClashes(lines, staff, new Set());
  return lines;
}

/**
 * Puts back what an import did, inside the caller's transaction, by events that set it right; whoever has joined or
 * learned since is kept. Returns a line for each person it touched.
 */
export function undoImport(tx: Tx, now: Date, actor: Actor, id: string): Line[] {
  const lines = planUndo(tx, actor.schoolId, id, now);
  writeLines(tx, now, actor, lines);
  const note = prepareUndone(tx, id);
  for (const { before, after, notes } of lines) {
    if (!before) continue;
    const did = after && wasNeverHere(after) ? 'Off the list again.' : 'Put back.';
    const undone = notes.join(' ') || (after ? did : 'Nothing to put back.');
    note.run({ personId: before.id, undone });
  }
  tx.update(staffImport)
    .set({ state: 'undone', undoneAt: now.getTime(), undoneBy: actor.personId })
    .where(eq(staffImport.id, id))
    .run();
  return lines;
}

function lineOf(
  { deed, before, after }: ImportRow,
  now: Known,
  use: string | null,
  today: string,
): Line {
  const line = (restored: Details | null, ...notes: string[]): Line => ({
    ...{ n: null, name: now.name, choices: [], before: now, after: restored, notes },
    kind: restored ? 'change' : 'same',
  });
  const details = detailsOf(now);
  const coming = deed === 'added' || deed === 'back';
  if (coming && use) return line(null, use);
  if (coming && now.onlyLead) return line(null, 'Stays: is the only attachment lead now.');
  if (deed === 'added') {
    if (now.leaveDate !== null) return line(null, 'Has a last day on the list already.');
    const first = now.startDate < today ? now.startDate : today;
    return line({ ...details, leaveDate: addDays(first, -1) });
  }
  const keys = Object.keys(before ?? {}) as (keyof Details)[];
  const unchanged = (key: keyof Details) =>
    JSON.stringify(details[key]) === JSON.stringify(after?.[key]);
  // First and last day make sense only together.
  const dates = keys.filter(isDate);
  const same = keys.filter((key) => (isDate(key) ? dates.every(unchanged) : unchanged(key)));
  const restored = { ...details, ...Object.fromEntries(same.map((key) => [key, before?.[key]])) };
  const stays = same.length < keys.length ? ['What was changed again since then stays.'] : [];
  return same.length > 0 ? line(restored, ...stays) : line(null, ...stays);
}

const isDate = (key: keyof Details) => key === 'startDate' || key === 'leaveDate';

/** Whoever is taken off the list gives back an e-mail address or a staff number that was another’s before. */
function letGo(lines: readonly Line[]): void {
  for (const key of ['email', 'staffNumber'] as const) {
    const wanted = new Set(
      lines.flatMap(({ before, after }) =>
        after && after[key] !== before?.[key] ? [after[key]] : [],
      ),
    );
    for (const { before, after } of lines) {
      if (after && wasNeverHere(after) && after[key] === before?.[key] && wanted.has(after[key]))
        after[key] = null;
    }
  }
}

/** Why somebody must be kept on the list; null when nothing is in the way. */
function inUse(db: Db | Tx, schoolId: string, doneAt: number, rows: readonly ImportRow[]) {
  const learned = trainedSince(db, schoolId, londonDate(doneAt));
  const everLearned = trainedSince(db, schoolId, '0000-01-01');
  const joined = new Set(
    db
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.schoolId, schoolId), gte(person.joinedAt, doneAt)))
      .all()
      .map(({ id }) => id),
  );
  const back = rows.filter(({ deed }) => deed === 'back').map(({ personId }) => personId);
  const seen = new Set(
    db
      .select({ id: session.personId })
      .from(session)
      .where(and(inArray(session.personId, back), gte(session.createdAt, doneAt)))
      .all()
      .map(({ id }) => id),
  );
  return ({ personId, deed }: ImportRow): string | null => {
    if ((deed === 'added' ? everLearned : learned).has(personId))
      return 'Stays: has learned here since.';
    if (joined.has(personId)) return 'Stays: has joined since.';
    return seen.has(personId) ? 'Stays: has signed in since.' : null;
  };
}
