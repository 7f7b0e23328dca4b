import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { inTransaction, type Tx } from '~db/client.server';
import { paperQuiz, person } from '~db/schema';
import { attemptById } from '../attempts.server';
import { shownOrder } from '../draw.server';
import { currentEnrolment, versionOf, type Whose } from '../enrolments.server';
import { LearningError } from '../errors';
import { offeredTo } from '../offered.server';
import { quizOf } from '../parts';
import { openAttempt } from '../quiz.server';
import { startModule } from '../start.server';
import { type QuestionView, viewQuestion } from '../views/question.server';
import { makeNumber } from './number.server';
import { sheetByNumber, sheetOf, sheetsOfBatch } from './sheet-rows.server';

/** Each is drawn, and each is a sheet or two of paper. */
export const mostSheets = 100;

/**
 * Prints a quiz for each of these: starts the module for whoever has not, opens a go or takes up the one that is open,
 * and gives it a number. A sheet that was printed and not entered is printed again, with the number it has. The lead is
 * the actor; each enrolment is its own person's.
 *
 * @returns `without`: ids of those for whom there is nothing to print. Why is never told: it would tell how a go went
 * @throws LearningError 'not there' when anyone is not on the staff list, 'pick something', 'not open yet'
 */
export function printSheets(
  attune: Attune,
  actor: Actor,
  input: { module: string; personIds: readonly string[] },
): { batch: string; printed: number; without: string[] } {
  const ids = [...new Set(input.personIds)];
  if (ids.length === 0) throw pick('Tick at least one person.');
  if (ids.length > mostSheets) throw pick(`Tick at most ${mostSheets} people at a time.`);
  const batch = uuid();
  return inTransaction(attune.db, (tx) => {
    const known = tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.schoolId, actor.schoolId), inArray(person.id, ids)))
      .all();
    if (known.length < ids.length) {
      throw new LearningError('not there', 404, 'Somebody you ticked is not on your staff list.');
    }
    const without = ids.filter((personId) => {
      const whose = { schoolId: actor.schoolId, personId };
      return !printOne(attune, tx, actor, whose, { module: input.module, batch });
    });
    return { batch, printed: ids.length - without.length, without };
  });
}

const pick = (words: string) => new LearningError('pick something', 400, words, 'people');

/** False where there is nothing to print. */
function printOne(
  attune: Attune,
  tx: Tx,
  actor: Actor,
  whose: Whose,
  { module, batch }: { module: string; batch: string },
): boolean {
  const current = currentEnrolment(attune.db, whose, module);
  if (current ? current.completedAt !== null : !offeredTo(attune, whose, module)) return false;
  const enrolmentId = current?.id ?? startModule(attune, actor, { module }, whose);
  const printedAt = attune.now().getTime();
  const printing = { batch, printedBy: actor.personId, printedAt };
  const before = sheetOf(tx, enrolmentId);
  if (before) {
    const go = before.attemptId === null ? undefined : attemptById(attune.db, before.attemptId);
    // One sheet an enrolment: whether a second one could be had would tell how the first go went.
    if (before.enteredAt !== null || !go || go.markedAt !== null) return false;
    tx.update(paperQuiz).set(printing).where(eq(paperQuiz.number, before.number)).run();
    return true;
  }
  const enrolled = currentEnrolment(attune.db, whose, module);
  if (!enrolled || !quizOf(versionOf(attune, enrolled))) return false;
  const attemptId = openAttempt(attune, actor, { enrolmentId }, whose);
  if (attemptById(attune.db, attemptId)?.markedAt !== null) return false;
  const number = freeNumber(tx);
  const { schoolId } = whose;
  tx.insert(paperQuiz)
    .values({ number, schoolId, enrolmentId, attemptId, ...printing })
    .run();
  return true;
}

function freeNumber(tx: Tx): string {
  for (;;) {
    const number = makeNumber();
    const taken = tx
      .select({ number: paperQuiz.number })
      .from(paperQuiz)
      .where(eq(paperQuiz.number, number))
      .get();
    if (!taken) return number;
  }
}

/** A sheet as it is printed: nothing on it tells a right answer. */
export interface PrintedSheet {
  number: string;
  name: string;
  module: string;
  moduleTitle: string;
  questions: QuestionView[];
}

/**
 * The sheets of one printing that can still be filled in, by name. One query, besides one for each version that is not
 * held already.
 */
export function printedSheets(attune: Attune, schoolId: string, batch: string): PrintedSheet[] {
  const rows = sheetsOfBatch(attune.db, schoolId, batch);
  return rows.flatMap(({ sheet, enrolled, name, go }) => {
    if (!go || go.markedAt !== null || sheet.enteredAt !== null) return [];
    const version = versionOf(attune, enrolled);
    const bank = new Map(quizOf(version)?.bank.map((question) => [question.id, question]));
    const questions = go.items.flatMap((id) => {
      const question = bank.get(id);
      return question ? [viewQuestion(question, shownOrder(go.seed, question))] : [];
    });
    const { number } = sheet;
    return [{ number, name, module: version.slug, moduleTitle: version.title, questions }];
  });
}

/** Whether a number is a sheet's at this school. */
export const isSheet = (attune: Pick<Attune, 'db'>, schoolId: string, number: string) =>
  sheetByNumber(attune.db, schoolId, number) !== undefined;
