import { and, asc, desc, eq, isNull, max, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { answer, attempt } from '~db/schema';
import { preparedOnce } from './prepared.server';

export type Attempt = typeof attempt.$inferSelect;
export type Answer = Omit<typeof answer.$inferSelect, 'attemptId' | 'at'>;

const queries = preparedOnce((db) => ({
  ofEnrolment: db
    .select()
    .from(attempt)
    .where(and(eq(attempt.enrolmentId, sql.placeholder('enrolmentId')), isNull(attempt.setAsideAt)))
    .orderBy(desc(attempt.n))
    .prepare(),
  last: db
    .select({ n: max(attempt.n) })
    .from(attempt)
    .where(eq(attempt.enrolmentId, sql.placeholder('enrolmentId')))
    .prepare(),
  byId: db
    .select()
    .from(attempt)
    .where(eq(attempt.id, sql.placeholder('id')))
    .prepare(),
  answers: db
    .select({
      item: answer.item,
      pick: answer.pick,
      confidence: answer.confidence,
      right: answer.right,
    })
    .from(answer)
    .where(eq(answer.attemptId, sql.placeholder('attemptId')))
    .orderBy(asc(answer.at))
    .prepare(),
}));

/** Goes at the quiz that count, newest first. */
export function attemptsOf(db: Db, enrolmentId: string): Attempt[] {
  return queries(db).ofEnrolment.all({ enrolmentId });
}

/** The number of the next go: those that were set aside keep theirs. */
export function nextNumber(db: Db, enrolmentId: string): number {
  return (queries(db).last.get({ enrolmentId })?.n ?? 0) + 1;
}

export function attemptById(db: Db, id: string): Attempt | undefined {
  return queries(db).byId.get({ id });
}

export function answersOf(db: Db, attemptId: string): Answer[] {
  return queries(db).answers.all({ attemptId });
}
