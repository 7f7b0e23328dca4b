import { and, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { message } from '~db/schema';
import { choiceOf } from './choice.server';
import { textOf } from './write.server';

/** What was written to somebody and how they want to be reminded. A link to join stays a secret here too. */
export function messagesTo(
  { db, keyring }: Pick<Attune, 'db' | 'keyring'>,
  { schoolId, personId }: { schoolId: string; personId: string },
) {
  const rows = db
    .select()
    .from(message)
    .where(and(eq(message.schoolId, schoolId), eq(message.personId, personId)))
    .all();
  return {
    reminders: choiceOf(db, personId),
    messages: rows.map((row) => ({
      kind: row.kind,
      address: row.address,
      subject: row.subject,
      text: row.kind === 'way in' ? null : textOf({ keyring }, row),
      state: row.state,
      writtenAt: row.writtenAt,
      settledAt: row.settledAt,
    })),
  };
}
