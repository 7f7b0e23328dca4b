import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { calendarFor } from '~/cohorts/school-calendar.server';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { inTransaction, type Tx } from '~db/client.server';
import { recallItem } from '~db/schema';
import type { Pick as Picked } from '~db/schema/learning';
import { type Completed, completedBy } from './completed.server';
import { requireCounting, type Whose } from './enrolments.server';
import { notThere, pickSomething } from './errors';
import { isAnswer, isRight } from './marking';
import { whatToPick } from './pages.server';
import { quizOf } from './parts';
import {
  isAfterwardsOff,
  isOpen,
  metInQuiz,
  type RecallRow,
  recallRowsOf,
} from './recall-rows.server';
import { chooseRecall, lastSchoolDay, type Planned, planRecall } from './recall-rule.server';

type Asking = Pick<Attune, 'db' | 'course' | 'now'>;

/** Where one person stands with the questions that come back. */
export interface RecallNow {
  /** They have said that they want none. */
  off: boolean;
  /** Offered and neither answered nor skipped: these come first. */
  open: RecallRow[];
  /** What would be offered now; empty while something is open. */
  planned: Planned[];
  rows: RecallRow[];
  completed: Completed[];
}

/** In five queries, whatever there is. */
export function recallNow(attune: Asking, whose: Whose): RecallNow {
  const { db } = attune;
  const rows = recallRowsOf(db, whose);
  const completed = completedBy(attune, whose, calendarFor(db, whose), lastSchoolDay);
  const off = isAfterwardsOff(db, whose);
  const open = off ? [] : rows.filter(isOpen);
  const quiet = off || open.length > 0;
  const planned = quiet ? [] : planRecall(attune.now().getTime(), completed, rows);
  return { off, open, planned, rows, completed };
}

/** Offers what is due now. Pressed again, or with something open, it offers nothing more. */
export function startRecall(attune: Asking, actor: Actor): void {
  inTransaction(attune.db, (tx) => offer(attune, tx, actor, null));
}

/** Leaves aside what is open, or what is due; it does not come back before the next moment. */
export function skipRecall(attune: Asking, actor: Actor): void {
  inTransaction(attune.db, (tx) => {
    const now = attune.now().getTime();
    const { off, open } = recallNow(attune, actor);
    if (off) return;
    if (open.length === 0) return offer(attune, tx, actor, now);
    const ids = open.map(({ id }) => id);
    tx.update(recallItem).set({ skippedAt: now }).where(inArray(recallItem.id, ids)).run();
  });
}

function offer(attune: Asking, tx: Tx, actor: Actor, skippedAt: number | null): void {
  const { planned, completed, rows } = recallNow(attune, actor);
  const askedAt = attune.now().getTime();
  for (const { enrolmentId, weeks, n } of planned) {
    const version = completed.find((c) => c.enrolmentId === enrolmentId)?.version;
    const before = rows.filter((row) => row.enrolmentId === enrolmentId);
    const history = {
      quiz: metInQuiz(attune.db, enrolmentId),
      recall: before.flatMap(({ item, right, answeredAt }) =>
        answeredAt === null ? [] : [{ item, missed: right !== true, at: answeredAt }],
      ),
      already: before.flatMap((row) => (row.weeks === weeks ? [row.item] : [])),
    };
    const bank = (version && quizOf(version)?.bank) ?? [];
    for (const item of chooseRecall(bank, history, n, `${enrolmentId} ${weeks}`)) {
      tx.insert(recallItem)
        .values({ id: uuid({ msecs: askedAt }), enrolmentId, weeks, item, askedAt, skippedAt })
        .run();
    }
  }
}

/** The question of a row of one's own, in the version that was completed. @throws LearningError 'not there', 'set aside' */
export function recallQuestion(attune: Asking, whose: Whose, id: string) {
  const rows = recallRowsOf(attune.db, whose, true);
  const row = rows.find((r) => r.id === id);
  if (!row) throw notThere('question');
  const { version } = requireCounting(attune, whose, row.enrolmentId);
  const question = quizOf(version)?.bank.find((q) => q.id === row.item);
  if (!question) throw notThere('question');
  return { row, version, question };
}

/**
 * Keeps the answer to a question that came back; the first one stays.
 * @throws LearningError 'not there', 'pick something'
 */
export function answerRecall(
  attune: Asking,
  actor: Actor,
  input: { id: string; pick: Picked },
): { right: boolean } {
  return inTransaction(attune.db, (tx) => {
    const { row, question } = recallQuestion(attune, actor, input.id);
    if (row.answeredAt !== null) return { right: row.right === true };
    if (!isAnswer(question, input.pick)) throw pickSomething(whatToPick(question.kind));
    const right = isRight(question, input.pick);
    tx.update(recallItem)
      .set({ pick: input.pick, right, answeredAt: attune.now().getTime(), skippedAt: null })
      .where(and(eq(recallItem.id, row.id), eq(recallItem.enrolmentId, row.enrolmentId)))
      .run();
    return { right };
  });
}
