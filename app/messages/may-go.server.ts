import { and, eq, gte, inArray, isNull, ne, or } from 'drizzle-orm';
import { londonDate, startOfLondonDay } from '~/record/london-date';
import type { Db } from '~db/client.server';
import { joinCode, message, person } from '~db/schema';
import { hoursOf } from './hours.server';
import { nextWorkingMoment, weekOf } from './working-time';
import type { MessageRow } from './write.server';

/**
 * Whether a message may go at this moment: yes; at a later one (UTC milliseconds); to another address than the one it
 * bears, for it has been corrected since; or not at all, and why. A way in goes to the address that its sender saw or
 * nowhere: whoever keeps the staff list could otherwise have a lead's sent to themselves.
 */
export type MayGo =
  | { go: true }
  | { go: false; at: number }
  | { go: false; address: string | null }
  | { go: false; why: string };

/** Asked again each time just before a message goes, for much may change while it waits. */
export function mayGo(db: Db, row: MessageRow, now: Date): MayGo {
  const at = now.getTime();
  if (at > row.goodUntil) return { go: false, why: 'It waited until it was no longer true.' };
  const reader = readerOf(db, row.personId);
  if (!reader || (reader.leaveDate !== null && reader.leaveDate < londonDate(now))) {
    return { go: false, why: 'They have left since it was written.' };
  }
  const moved = reader.email !== row.address;
  if (row.kind === 'way in') {
    if (moved) return { go: false, why: addressChangedSince };
    return isOpen(db, row.codeHash ?? '', at)
      ? { go: true }
      : { go: false, why: 'Its code has been used, or a newer way in has taken its place.' };
  }
  if (moved) return { go: false, address: reader.email };
  if (hadOneThisWeek(db, row, now)) return { go: false, why: 'They have had one this week.' };
  const moment = nextWorkingMoment(hoursOf(db, row), at);
  if (moment === null || moment > row.goodUntil) {
    return { go: false, why: 'They have no working day before it would be out of date.' };
  }
  return moment > at ? { go: false, at: moment } : { go: true };
}

export const addressChangedSince =
  'Their e-mail address has been changed since this link was written. Check it with them, then send a new link from their page.';

function readerOf(db: Db, personId: string) {
  return db
    .select({ email: person.email, leaveDate: person.leaveDate })
    .from(person)
    .where(eq(person.id, personId))
    .get();
}

function isOpen(db: Db, codeHash: string, now: number): boolean {
  const row = db
    .select({ expiresAt: joinCode.expiresAt })
    .from(joinCode)
    .where(and(eq(joinCode.codeHash, codeHash), isNull(joinCode.usedAt)))
    .get();
  return row !== undefined && row.expiresAt > now;
}

/** A message that waited over a weekend, and the next week's, may both be ready: one of them goes. */
function hadOneThisWeek(db: Db, row: MessageRow, now: Date): boolean {
  const monday = startOfLondonDay(weekOf(londonDate(now)));
  const gone = db
    .select({ id: message.id })
    .from(message)
    .where(
      and(
        eq(message.personId, row.personId),
        eq(message.kind, row.kind),
        ne(message.id, row.id),
        or(
          and(
            inArray(message.state, ['sent', 'may have arrived', 'handed over']),
            gte(message.settledAt, monday),
          ),
          eq(message.state, 'sending'),
        ),
      ),
    )
    .get();
  return gone !== undefined;
}
