import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Question } from '~/course/module';
import type { Actor } from '~/people/actor';
import { inTransaction } from '~db/client.server';
import { paperQuiz } from '~db/schema';
import type { Confidence, Pick as Picked } from '~db/schema/learning';
import { type Attempt, answersOf, attemptById } from '../attempts.server';
import { shownOrder } from '../draw.server';
import { type Enrolment, versionOf } from '../enrolments.server';
import { LearningError } from '../errors';
import { isAnswer } from '../marking';
import { quizOf } from '../parts';
import { keepAnswers } from '../quiz.server';
import type { Version } from '../version';
import { type QuestionView, viewQuestion } from '../views/question.server';
import { noSuchSheet, type PaperQuiz, sheetByNumber } from './sheet-rows.server';

/** A question with the order of its options on the sheet, as `readLetters` needs it. */
export interface OnSheet {
  question: Question;
  order: number[];
}

interface OpenSheet {
  sheet: PaperQuiz;
  enrolled: Enrolment;
  version: Version;
  go: Attempt;
  name: string;
  items: OnSheet[];
}

/**
 * A sheet that can be entered, with its questions; these hold the right answers and stay on the server.
 * @throws LearningError 'not there', 'entered already', 'done otherwise'
 */
export function openSheet(
  attune: Pick<Attune, 'db' | 'course'>,
  schoolId: string,
  number: string,
): OpenSheet {
  const found = sheetByNumber(attune.db, schoolId, number);
  if (!found) throw noSuchSheet(number);
  const { sheet, enrolled, name } = found;
  if (sheet.enteredAt !== null) {
    throw new LearningError(
      'entered already',
      409,
      `The sheet of ${name} was entered already, so nothing was entered now and nothing counts twice.`,
    );
  }
  const go = sheet.attemptId === null ? undefined : attemptById(attune.db, sheet.attemptId);
  if (!go || go.markedAt !== null || go.setAsideAt !== null || enrolled.setAsideAt !== null) {
    throw new LearningError(
      'done otherwise',
      409,
      `${name} has done this quiz in another way since the sheet was printed, so nothing was entered. The paper is not needed.`,
    );
  }
  const version = versionOf(attune, enrolled);
  const bank = new Map(quizOf(version)?.bank.map((question) => [question.id, question]));
  const items = go.items.flatMap((id) => {
    const question = bank.get(id);
    return question ? [{ question, order: shownOrder(go.seed, question) }] : [];
  });
  return { sheet, enrolled, version, go, name, items };
}

/** A sheet for the page on which it is typed in: its questions without their answers. */
export interface SheetToEnter {
  number: string;
  name: string;
  module: string;
  moduleTitle: string;
  questions: QuestionView[];
}

/** @throws LearningError as `openSheet` */
export function sheetToEnter(
  attune: Pick<Attune, 'db' | 'course'>,
  schoolId: string,
  number: string,
): SheetToEnter {
  const { enrolled, version, name, items } = openSheet(attune, schoolId, number);
  return {
    ...{ number, name, module: enrolled.module, moduleTitle: version.title },
    questions: items.map(({ question, order }) => viewQuestion(question, order)),
  };
}

export interface FromPaper {
  item: string;
  /** Positions in the version as written; null when it was left blank. */
  pick: Picked | null;
  /** Null when it was not said. */
  confidence: Confidence | null;
}

/**
 * Keeps what stands on a sheet as the answers of its person, through the same marking as an answer on a phone, in one
 * transaction. What they had answered already stays as it is; what is blank is asked when they next sign in, and until
 * then the go is not marked. Whoever types is told nothing of how it went.
 *
 * @param given one for each item of the sheet
 * @throws LearningError as `openSheet`; 'pick something' when an answer is none, or an item is missing
 */
export function enterSheet(
  attune: Attune,
  actor: Actor,
  input: { number: string; given: readonly FromPaper[] },
): void {
  inTransaction(attune.db, (tx) => {
    const { sheet, go, enrolled, version, items } = openSheet(attune, actor.schoolId, input.number);
    if (input.given.every(({ pick }) => pick === null)) {
      const words = 'Nothing is ticked on this sheet, so there is nothing to enter.';
      throw new LearningError('pick something', 400, words);
    }
    const before = answersOf(attune.db, go.id);
    const given = items.flatMap(({ question }) => {
      const said = input.given.find(({ item }) => item === question.id);
      if (!said || (said.pick !== null && !isAnswer(question, said.pick))) {
        throw new LearningError('pick something', 400, 'One of the answers cannot be read.');
      }
      if (said.pick === null || before.some(({ item }) => item === question.id)) return [];
      return [{ item: question.id, pick: said.pick, confidence: said.confidence }];
    });
    tx.update(paperQuiz)
      .set({
        enteredBy: actor.personId,
        enteredAt: attune.now().getTime(),
        entered: given.map(({ item }) => item),
        seenAt: null,
      })
      .where(eq(paperQuiz.number, sheet.number))
      .run();
    keepAnswers(attune, tx, actor, { go, enrolled, version, before, given, onPaper: true });
  });
}
