import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { type Db, inTransaction } from '~db/client.server';
import { type MessageKind, type MessageState, message, person } from '~db/schema';
import { MessageError } from './errors';
import { addressChangedSince } from './may-go.server';
import { type MessageRow, textOf } from './write.server';

/** A message as the outbox lists it. Instants are UTC milliseconds. */
export interface Listed {
  id: string;
  /** For whom. */
  name: string;
  personId: string;
  kind: MessageKind;
  address: string | null;
  subject: string;
  state: MessageState;
  writtenAt: number;
  notBefore: number;
  goodUntil: number;
  tries: number;
  settledAt: number | null;
  reply: string | null;
}

const listed = {
  id: message.id,
  name: person.name,
  personId: message.personId,
  kind: message.kind,
  address: message.address,
  subject: message.subject,
  state: message.state,
  writtenAt: message.writtenAt,
  notBefore: message.notBefore,
  goodUntil: message.goodUntil,
  tries: message.tries,
  settledAt: message.settledAt,
  reply: message.reply,
};

/** What wants doing first: what nobody knows, what was refused, what waits; then the newest. */
const urgency = sql`case ${message.state} when 'may have arrived' then 0 when 'refused' then 1 when 'waiting' then 2 when 'sending' then 2 else 3 end`;

/** A page of a school's outbox and how many messages there are in all, in two queries. */
export function outboxOf(
  db: Db,
  schoolId: string,
  { from, most }: { from: number; most: number },
): { messages: Listed[]; total: number } {
  const total = db
    .select({ n: sql<number>`count(*)` })
    .from(message)
    .where(eq(message.schoolId, schoolId))
    .get();
  const messages = db
    .select(listed)
    .from(message)
    .innerJoin(person, eq(person.id, message.personId))
    .where(eq(message.schoolId, schoolId))
    .orderBy(urgency, desc(message.writtenAt), person.name, message.id)
    .limit(most)
    .offset(from)
    .all();
  return { messages, total: total?.n ?? 0 };
}

/** What waits for somebody to print or copy it: all that waits, or with a mail server what has no address. */
const byHand = (schoolId: string, mail: boolean) =>
  and(
    eq(message.schoolId, schoolId),
    eq(message.state, 'waiting'),
    mail ? isNull(message.address) : undefined,
  );

export function countToHandOver(db: Db, schoolId: string, mail: boolean): number {
  const row = db
    .select({ n: sql<number>`count(*)` })
    .from(message)
    .where(byHand(schoolId, mail))
    .get();
  return row?.n ?? 0;
}

export interface Opened extends Listed {
  /** Null once it is no longer kept. */
  text: string | null;
}

/** One message, opened. @throws MessageError `not-here`, also for another school's id. */
export function openMessage(
  { db, keyring }: Pick<Attune, 'db' | 'keyring'>,
  schoolId: string,
  id: string,
): Opened {
  const row = rowOf(db, schoolId, id);
  const name = db
    .select({ name: person.name })
    .from(person)
    .where(eq(person.id, row.personId))
    .get();
  return { ...row, name: name?.name ?? '', text: textOf({ keyring }, row) };
}

/** All that is to be printed or copied, opened, in two queries. */
export function openToHandOver(
  { db, keyring }: Pick<Attune, 'db' | 'keyring'>,
  schoolId: string,
  mail: boolean,
): Opened[] {
  const names = new Map(
    db
      .select({ id: person.id, name: person.name })
      .from(person)
      .where(eq(person.schoolId, schoolId))
      .all()
      .map(({ id, name }) => [id, name]),
  );
  return db
    .select()
    .from(message)
    .where(byHand(schoolId, mail))
    .all()
    .map((row) => ({
      ...row,
      name: names.get(row.personId) ?? '',
      text: textOf({ keyring }, row),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

function rowOf(db: Db, schoolId: string, id: string): MessageRow {
  const row = db
    .select()
    .from(message)
    .where(and(eq(message.schoolId, schoolId), eq(message.id, id)))
    .get();
  if (row) return row;
  throw new MessageError('not-here', 'There is no such message in your outbox.', '', 404);
}

const settledByHand = (row: MessageRow) => (row.kind === 'way in' ? { text: null } : {});

/**
 * The lead says that it is to go again: one that was refused, or one that may have arrived, which keeps its Message-ID,
 * so that a mail program that has it already can tell.
 * @throws MessageError `too-late` when it is no longer true, `no-address`, `address-changed`, or `not-here`
 */
export function sendAgain({ db, now }: Pick<Attune, 'db' | 'now'>, actor: Actor, id: string): void {
  inTransaction(db, (tx) => {
    const row = rowOf(db, actor.schoolId, id);
    if (row.state !== 'refused' && row.state !== 'may have arrived') throw notThat();
    if (row.text === null || row.goodUntil < now().getTime()) {
      throw new MessageError(
        'too-late',
        'What it says is out of date by now. Write a new one instead.',
        '',
        409,
      );
    }
    const reader = tx
      .select({ email: person.email })
      .from(person)
      .where(eq(person.id, row.personId))
      .get();
    if (!reader?.email) {
      throw new MessageError(
        'no-address',
        'There is no e-mail address on the staff list for them. Add one first, or hand the message over.',
      );
    }
    if (row.kind === 'way in' && reader.email !== row.address) {
      throw new MessageError('address-changed', addressChangedSince, '', 409);
    }
    tx.update(message)
      .set({
        state: 'waiting',
        address: reader.email,
        notBefore: now().getTime(),
        tries: 0,
        claim: null,
        settledAt: null,
      })
      .where(and(eq(message.id, id), inArray(message.state, ['refused', 'may have arrived'])))
      .run();
  });
}

/** Printed or copied by hand, so that it does not go by e-mail as well. @throws MessageError `not-here` */
export function markHandedOver(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  ids: readonly string[],
): void {
  settle(db, actor, ids, {
    state: 'handed over',
    settledAt: now().getTime(),
    reply: null,
  });
}

/** The lead lets it rest. @throws MessageError `not-here` */
export function putAside({ db, now }: Pick<Attune, 'db' | 'now'>, actor: Actor, id: string): void {
  settle(db, actor, [id], {
    state: 'set aside',
    settledAt: now().getTime(),
    reply: 'You set it aside.',
  });
}

function settle(db: Db, actor: Actor, ids: readonly string[], to: Partial<MessageRow>): void {
  inTransaction(db, (tx) => {
    for (const id of ids) {
      const row = rowOf(db, actor.schoolId, id);
      const { changes } = tx
        .update(message)
        .set({ ...to, ...settledByHand(row) })
        .where(
          and(
            eq(message.id, id),
            inArray(message.state, ['waiting', 'refused', 'may have arrived']),
          ),
        )
        .run();
      if (changes === 0) throw notThat();
    }
  });
}

const notThat = () =>
  new MessageError(
    'too-late',
    'Something has become of this message in the meantime. The outbox says what.',
    '',
    409,
  );
