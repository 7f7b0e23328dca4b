import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import type { SessionKind } from '~/record/session-kinds';
import { attendances, attendeesOf } from '~/record/sessions-attended.server';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { trainingSession } from '~db/schema';
import type { SessionCost, SessionDetails } from './details';
import { TrainingError } from './errors';

type House = Pick<Attune, 'db' | 'now'>;

export interface TrainingSession extends SessionDetails, SessionCost {
  id: string;
  /** What the school made of it; null: nothing was noted. */
  evaluation: string | null;
}

const shown = {
  id: trainingSession.id,
  title: trainingSession.title,
  kind: trainingSession.kind,
  provider: trainingSession.provider,
  heldOn: trainingSession.heldOn,
  minutes: trainingSession.minutes,
  costPence: trainingSession.costPence,
  fund: trainingSession.fund,
  evaluation: trainingSession.evaluation,
};

/** The school's sessions, the newest first, with how many people are on the record for each. Two queries. */
export function listSessions(db: Db, schoolId: string): (TrainingSession & { people: number })[] {
  const people = new Map<string, number>();
  for (const [key, takenOff] of attendances(db, schoolId)) {
    const session = key.slice(0, key.indexOf(' '));
    if (!takenOff) people.set(session, (people.get(session) ?? 0) + 1);
  }
  return db
    .select(shown)
    .from(trainingSession)
    .where(eq(trainingSession.schoolId, schoolId))
    .orderBy(desc(trainingSession.heldOn), desc(trainingSession.id))
    .all()
    .map((row) => ({
      ...row,
      kind: row.kind as SessionKind,
      people: people.get(row.id) ?? 0,
    }));
}

/** One of them. @throws TrainingError `not-here`, also for another school's id. */
export function readSession(db: Db | Tx, schoolId: string, id: string): TrainingSession {
  const row = db
    .select(shown)
    .from(trainingSession)
    .where(and(eq(trainingSession.schoolId, schoolId), eq(trainingSession.id, id)))
    .get();
  if (!row)
    throw new TrainingError('not-here', 'There is no such session at your school.', '', 404);
  return { ...row, kind: row.kind as SessionKind };
}

/**
 * Notes a session that took place; nobody is on the record for it yet. Returns its id; where just the same was noted and
 * nobody stands there, its own, so that a form that is sent twice makes one.
 * @throws TrainingError `bad-date` for a day still to come.
 */
export function createSession(
  { db, now }: House,
  actor: Actor,
  given: SessionDetails & SessionCost,
): string {
  refuseToCome(given.heldOn, now());
  return inTransaction(
    db,
    (tx) => emptyLike(tx, actor.schoolId, given) ?? insertSession(tx, now(), actor.schoolId, given),
  );
}

function emptyLike(
  tx: Tx,
  schoolId: string,
  given: SessionDetails & SessionCost,
): string | undefined {
  const { title, kind, provider, heldOn, minutes, costPence, fund } = given;
  const same = { title, kind, provider, heldOn, minutes, costPence, fund };
  return tx
    .select({ id: trainingSession.id })
    .from(trainingSession)
    .where(
      and(
        ...[eq(trainingSession.schoolId, schoolId), isNull(trainingSession.listKey)],
        ...Object.entries(same).map(
          ([key, value]) => sql`${trainingSession[key as keyof typeof same]} is ${value}`,
        ),
      ),
    )
    .all()
    .find(({ id }) => attendeesOf(tx, schoolId, id).length === 0)?.id;
}

/** Inside a transaction. `listKey`: see the table. */
export function insertSession(
  tx: Tx,
  now: Date,
  schoolId: string,
  given: SessionDetails & SessionCost,
  listKey: string | null = null,
): string {
  const id = uuid();
  const { title, kind, provider, heldOn, minutes, costPence, fund } = given;
  tx.insert(trainingSession)
    .values({
      ...{ id, schoolId, title, kind, provider, heldOn, minutes, costPence, fund, listKey },
      createdAt: now.getTime(),
    })
    .run();
  return id;
}

/** What a session cost, out of which fund, and what the school made of it. An ordinary row: it may be changed at any time. */
export function noteAboutSession(
  { db }: House,
  actor: Actor,
  id: string,
  noted: SessionCost | Pick<TrainingSession, 'evaluation'>,
): void {
  inTransaction(db, (tx) => {
    readSession(tx, actor.schoolId, id);
    tx.update(trainingSession)
      .set(noted)
      .where(and(eq(trainingSession.schoolId, actor.schoolId), eq(trainingSession.id, id)))
      .run();
  });
}

/** The record says what happened; what is planned belongs in a calendar. */
export function refuseToCome(heldOn: string, now: Date): void {
  if (heldOn > londonDate(now)) {
    throw new TrainingError(
      'bad-date',
      'That day is still to come. Put a session on the record once it has taken place.',
      'heldOn',
    );
  }
}
