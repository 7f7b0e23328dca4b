import { and, eq, inArray } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { inTransaction, type Tx } from '~db/client.server';
import { person, reminderLeftOut, school } from '~db/schema';
import { type Preview, previewDigests } from './preview.server';
import { waitDays } from './working-time';
import { writeMessage } from './write.server';

type House = Pick<Attune, 'db' | 'now' | 'keyring' | 'config' | 'course'>;

const day = 24 * 3_600_000;

/**
 * Writes this week's digest to everyone who would get one and is not left out. Returns how many were written; whoever
 * has this week's already gets no other, whoever else is writing them at the same time.
 * @param lead whose day it is, or who sends them: a reply goes to them
 * @param shown whose digest the lead has read; somebody asked since then waits for another time. On a schedule: everyone.
 */
export function writeDigests(
  attune: House,
  schoolId: string,
  lead: string,
  shown: ReadonlySet<string> | 'everyone' = 'everyone',
): number {
  const { db, now } = attune;
  return inTransaction(db, (tx) => {
    const name = tx
      .select({ name: school.name })
      .from(school)
      .where(eq(school.id, schoolId))
      .get()?.name;
    if (name === undefined) throw new Error(`There is no school ${schoolId}`);
    const { monday, wouldGet } = previewDigests(attune, schoolId, name);
    const reply = replyTo(tx, schoolId, lead);
    const writtenBy = shown === 'everyone' ? 'schedule' : lead;
    const written = wouldGet.filter(
      ({ leftOut, personId, email, subject, text }) =>
        !leftOut &&
        (shown === 'everyone' || shown.has(personId)) &&
        writeMessage(tx, attune, now(), {
          ...{ schoolId, personId, subject, text, writtenBy },
          kind: 'digest',
          address: email,
          replyTo: reply,
          weekOf: monday,
          goodUntil: now().getTime() + waitDays * day,
        }),
    );
    return written.length;
  });
}

/** Null once they have left: then a reply goes to where the mail comes from. */
function replyTo(tx: Tx, schoolId: string, personId: string): string | null {
  const row = tx
    .select({ email: person.email, leaveDate: person.leaveDate })
    .from(person)
    .where(and(eq(person.schoolId, schoolId), eq(person.id, personId)))
    .get();
  return row?.leaveDate === null ? row.email : null;
}

/**
 * Leaves people out of a week's digests, and has others back in; whoever is named in neither stays as they are, for
 * somebody else may have left them out since the page was opened. People of other schools are passed over.
 */
export function leaveOut(
  { db }: Pick<Attune, 'db'>,
  actor: Actor,
  {
    monday,
    out,
    back,
  }: { monday: Preview['monday']; out: readonly string[]; back: readonly string[] },
): void {
  inTransaction(db, (tx) => {
    const staff = tx
      .select({ id: person.id })
      .from(person)
      .where(eq(person.schoolId, actor.schoolId))
      .all()
      .map(({ id }) => id);
    const coming = staff.filter((id) => back.includes(id));
    if (coming.length > 0) {
      tx.delete(reminderLeftOut)
        .where(and(eq(reminderLeftOut.weekOf, monday), inArray(reminderLeftOut.personId, coming)))
        .run();
    }
    const going = staff.filter((id) => out.includes(id));
    if (going.length === 0) return;
    tx.insert(reminderLeftOut)
      .values(going.map((personId) => ({ weekOf: monday, personId })))
      .onConflictDoNothing()
      .run();
  });
}
