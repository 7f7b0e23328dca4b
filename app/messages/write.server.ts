import { and, eq, inArray } from 'drizzle-orm';
import { v4 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Tx } from '~db/client.server';
import { type MessageKind, message } from '~db/schema';

export type MessageRow = typeof message.$inferSelect;

export interface NewMessage {
  schoolId: string;
  /** Whom it is for. */
  personId: string;
  kind: MessageKind;
  /** Null for someone without an e-mail address. */
  address: string | null;
  replyTo: string | null;
  subject: string;
  text: string;
  /** Of a digest, its week's Monday; there is one a week. */
  weekOf?: string;
  /** Of a way in. */
  codeHash?: string;
  writtenBy: string;
  /** UTC milliseconds: after this it would no longer be true. */
  goodUntil: number;
}

type Scribe = Pick<Attune, 'keyring' | 'config'>;

const context = (id: string) => `message:${id}`;

/** Puts a message in the outbox. Returns false when the person has this week's already. */
export function writeMessage(
  tx: Tx,
  { keyring, config }: Scribe,
  now: Date,
  { text, ...given }: NewMessage,
): boolean {
  const id = uuid();
  const at = now.getTime();
  const { changes } = tx
    .insert(message)
    .values({
      ...given,
      id,
      text: keyring.encrypt(text, context(id)),
      messageId: `<${uuid()}@${new URL(config.origin).hostname}>`,
      state: 'waiting',
      writtenAt: at,
      notBefore: at,
      tries: 0,
    })
    .onConflictDoNothing()
    .run();
  return changes > 0;
}

/** The text as it goes; null when it is no longer kept. */
export function textOf({ keyring }: Pick<Scribe, 'keyring'>, row: MessageRow): string | null {
  return row.text === null ? null : keyring.decrypt(row.text, context(row.id));
}

/** Takes back ways in that have not gone: a newer one has ended them. */
export function setAsideWaysIn(tx: Tx, now: Date, schoolId: string, personIds: string[]): void {
  tx.update(message)
    .set({
      state: 'set aside',
      settledAt: now.getTime(),
      text: null,
      reply: 'A newer way in took its place.',
    })
    .where(
      and(
        eq(message.schoolId, schoolId),
        eq(message.kind, 'way in'),
        inArray(message.state, ['waiting', 'refused', 'may have arrived']),
        inArray(message.personId, personIds),
      ),
    )
    .run();
}
