import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { afterwardsOff, answer, attempt, enrolment, recallItem } from '~db/schema';
import type { Whose } from './enrolments.server';
import { preparedOnce } from './prepared.server';
import type { Met } from './recall-rule.server';

export type RecallRow = typeof recallItem.$inferSelect;

/** Of those offered together, so that a set keeps its number however often the page is opened. */
export const isOpen = (row: Pick<RecallRow, 'answeredAt' | 'skippedAt'>) =>
  row.answeredAt === null && row.skippedAt === null;

const queries = preparedOnce((db) => {
  const whose = and(
    eq(enrolment.schoolId, sql.placeholder('schoolId')),
    eq(enrolment.personId, sql.placeholder('personId')),
  );
  return {
    rows: db
      .select({ row: recallItem, asideAt: enrolment.setAsideAt })
      .from(recallItem)
      .innerJoin(enrolment, eq(enrolment.id, recallItem.enrolmentId))
      .where(whose)
      .orderBy(asc(recallItem.askedAt), asc(recallItem.id))
      .prepare(),
    off: db
      .select({ at: afterwardsOff.at })
      .from(afterwardsOff)
      .where(eq(afterwardsOff.personId, sql.placeholder('personId')))
      .prepare(),
    quiz: db
      .select({
        item: answer.item,
        right: answer.right,
        confidence: answer.confidence,
        at: answer.at,
      })
      .from(answer)
      .innerJoin(attempt, eq(attempt.id, answer.attemptId))
      .where(
        and(eq(attempt.enrolmentId, sql.placeholder('enrolmentId')), isNull(attempt.setAsideAt)),
      )
      .prepare(),
  };
});

/**
 * Every question that came back to one person, in the order in which they were offered; `all`: also after what was set
 * aside, which is told to nobody but its person.
 */
export function recallRowsOf(db: Db, { schoolId, personId }: Whose, all = false): RecallRow[] {
  return queries(db)
    .rows.all({ schoolId, personId })
    .flatMap(({ row, asideAt }) => (all || asideAt === null ? [row] : []));
}

/** Whether someone wants neither questions nor a look back after a module. */
export function isAfterwardsOff(db: Db, { personId }: Pick<Whose, 'personId'>): boolean {
  return queries(db).off.get({ personId }) !== undefined;
}

/** How the quiz of an enrolment went, item by item, over all its goes. */
export function metInQuiz(db: Db, enrolmentId: string): Met[] {
  return queries(db)
    .quiz.all({ enrolmentId })
    .map(({ item, right, confidence, at }) => ({
      item,
      missed: !right || confidence === 'guess',
      at,
    }));
}
