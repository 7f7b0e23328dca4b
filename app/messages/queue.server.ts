import { and, asc, eq, inArray, isNotNull, lt, lte } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { inTransaction } from '~db/client.server';
import { message } from '~db/schema';
import type { Delivery } from './deliver.server';
import { mayGo } from './may-go.server';
import type { MessageRow } from './write.server';

type House = Pick<Attune, 'db' | 'now'>;

const minute = 60_000;
/** Minutes to wait after each failed try; the last goes on. */
const backOff = [1, 5, 15, 60];
/** Longer than any one message can take: then whoever was sending it is gone. */
export const lease = 15 * minute;

const afterTries = (tries: number) => (backOff[Math.min(tries, backOff.length) - 1] ?? 1) * minute;

/** Why the texts of ways in are kept no longer than needed: with one, anybody could sign in as somebody else. */
const withoutSecret = (row: Pick<MessageRow, 'kind' | 'text'>) =>
  row.kind === 'way in' ? null : row.text;

/**
 * The message that has waited longest and may go now. Those that may not are put off or set aside on the way, so it is
 * null when there is nothing to do.
 */
export function nextReady({ db, now }: House): MessageRow | null {
  for (;;) {
    const row = db
      .select()
      .from(message)
      .where(
        and(
          eq(message.state, 'waiting'),
          isNotNull(message.address),
          lte(message.notBefore, now().getTime()),
        ),
      )
      .orderBy(asc(message.notBefore), asc(message.writtenAt), asc(message.id))
      .limit(1)
      .get();
    if (!row) return null;
    const answer = mayGo(db, row, now());
    if (answer.go) return row;
    if ('why' in answer) {
      setAside({ db, now }, row, answer.why);
      continue;
    }
    db.update(message)
      .set('at' in answer ? { notBefore: answer.at } : { address: answer.address })
      .where(and(eq(message.id, row.id), eq(message.state, 'waiting')))
      .run();
  }
}

/** It will not go, and the outbox says why. */
export function setAside({ db, now }: House, row: MessageRow, why: string): void {
  db.update(message)
    .set({
      state: 'set aside',
      settledAt: now().getTime(),
      reply: why,
      text: withoutSecret(row),
    })
    .where(and(eq(message.id, row.id), eq(message.state, 'waiting')))
    .run();
}

/**
 * Marks a message as being sent, before the server is told of it. Returns it as it is now; null when another process has
 * it, or when it may no longer go.
 */
export function claimMessage({ db, now }: House, id: string, claim: string): MessageRow | null {
  return inTransaction(db, (tx) => {
    const row = tx
      .select()
      .from(message)
      .where(and(eq(message.id, id), eq(message.state, 'waiting')))
      .get();
    if (!row || !mayGo(db, row, now()).go) return null;
    tx.update(message)
      .set({ state: 'sending', claim, sendingSince: now().getTime() })
      .where(eq(message.id, id))
      .run();
    return row;
  });
}

/** False once it was given up, and may be going by another hand. */
export function isClaimed({ db }: Pick<House, 'db'>, id: string, claim: string): boolean {
  const row = db
    .select({ id: message.id })
    .from(message)
    .where(and(eq(message.id, id), eq(message.claim, claim), eq(message.state, 'sending')))
    .get();
  return row !== undefined;
}

/**
 * Writes down what became of a message. Whoever took long enough to be given up may still say so, as long as nobody
 * has it going again.
 */
export function settleMessage(
  { db, now }: House,
  row: MessageRow,
  claim: string,
  { outcome, said }: Delivery,
): void {
  const at = now().getTime();
  const tries = row.tries + 1;
  const settled =
    outcome === 'not now'
      ? { state: 'waiting' as const, claim: null, notBefore: at + afterTries(tries) }
      : { state: outcome, settledAt: at };
  db.update(message)
    .set({
      ...settled,
      tries,
      reply: said,
      sendingSince: null,
      ...(outcome === 'sent' ? { text: withoutSecret(row) } : {}),
    })
    .where(
      and(
        eq(message.id, row.id),
        eq(message.claim, claim),
        inArray(message.state, ['sending', 'may have arrived']),
      ),
    )
    .run();
}

/** No connection: everything that is ready waits, longer each time. Only the one that was to go counts a try. */
export function putOff({ db, now }: House, row: MessageRow, said: string): void {
  const at = now().getTime();
  const tries = row.tries + 1;
  const later = { notBefore: at + afterTries(tries), reply: said };
  db.update(message)
    .set({ ...later, tries })
    .where(and(eq(message.id, row.id), eq(message.state, 'waiting')))
    .run();
  db.update(message)
    .set(later)
    .where(
      and(eq(message.state, 'waiting'), isNotNull(message.address), lte(message.notBefore, at)),
    )
    .run();
}

/** What was being sent when its process ended: nobody knows whether it arrived, so only the lead sends it again. */
export function giveUpOnLost({ db, now }: House): void {
  const at = now().getTime();
  db.update(message)
    .set({
      state: 'may have arrived',
      settledAt: at,
      sendingSince: null,
      reply: 'Attune stopped before the mail server’s answer came.',
    })
    .where(and(eq(message.state, 'sending'), lt(message.sendingSince, at - lease)))
    .run();
}
