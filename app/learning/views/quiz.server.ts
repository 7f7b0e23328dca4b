import type { Module, Question } from '~/course/module';
import type { Confidence } from '~db/schema/learning';
import type { Answer, Attempt } from '../attempts.server';
import { shownOrder } from '../draw.server';
import { mayAskAboutHelp } from '../help.server';
import { rightNeeded } from '../standard';
import {
  type AnsweredView,
  type QuestionView,
  viewAnswered,
  viewQuestion,
} from './question.server';

export type QuizView =
  | { state: 'intro'; size: number; needed: number; goes: number }
  | { state: 'item'; attemptId: string; n: number; of: number; question: QuestionView }
  | {
      state: 'explained';
      attemptId: string;
      n: number;
      of: number;
      answered: AnsweredView;
      /** Null when it was not said. */
      confidence: Confidence | null;
      last: boolean;
    }
  | ({ state: 'result'; goes: number } & QuizResult);

export interface QuizResult {
  standardMet: boolean;
  /** How many were right, for the learner's own eyes. */
  right: number;
  of: number;
  needed: number;
  /** An item about pupils' safety was not right. */
  safetyMissed: boolean;
  /** Pages to look at again, in the order of the module. */
  lookAgain: { id: string; title: string }[];
  /** So few items are there to ask that some come again. */
  repeats: boolean;
  /** Ask, once, whether the lead may offer help. */
  askAboutHelp: boolean;
}

/**
 * The quiz as far as this person has come: at most one item that is not answered yet, and no explanation before its
 * item is answered.
 *
 * @param goes newest first
 * @param answers of the newest go
 * @param shown id of an answered item of that go whose explanation is asked for
 * @param helpAnswered whether the learner was asked about help before
 */
export function viewQuiz(
  version: Module,
  quiz: { draw: number; bank: readonly Question[] },
  goes: readonly Attempt[],
  answers: readonly Answer[],
  shown: string | null,
  helpAnswered: boolean,
): QuizView {
  const [go] = goes;
  if (!go) return { state: 'intro', size: quiz.draw, needed: rightNeeded(quiz.draw), goes: 0 };
  const questionOf = (id: string) => quiz.bank.find((q) => q.id === id);
  const of = go.items.length;

  const answer = answers.find((a) => a.item === shown);
  const explained = answer && questionOf(answer.item);
  if (answer && explained) {
    return {
      state: 'explained',
      attemptId: go.id,
      n: go.items.indexOf(answer.item) + 1,
      of,
      answered: viewAnswered(explained, answer.pick, shownOrder(go.seed, explained)),
      confidence: answer.confidence,
      last: go.markedAt !== null,
    };
  }

  const due = go.items.find((id) => !answers.some((a) => a.item === id));
  const question = due === undefined ? undefined : questionOf(due);
  if (go.markedAt === null && question) {
    return {
      state: 'item',
      attemptId: go.id,
      n: go.items.indexOf(question.id) + 1,
      of,
      question: viewQuestion(question, shownOrder(go.seed, question)),
    };
  }
  return {
    state: 'result',
    goes: goes.length,
    repeats: quiz.bank.length < 2 * go.items.length,
    ...resultOf(version, questionOf, goes, go, answers, helpAnswered),
  };
}

function resultOf(
  version: Module,
  questionOf: (id: string) => Question | undefined,
  goes: readonly Attempt[],
  go: Attempt,
  answers: readonly Answer[],
  helpAnswered: boolean,
): Omit<QuizResult, 'repeats'> {
  const missed = answers.filter((a) => !a.right).flatMap((a) => questionOf(a.item) ?? []);
  const pages = new Set(missed.map((q) => q.page));
  return {
    standardMet: go.standardMet === true,
    right: answers.length - missed.length,
    of: go.items.length,
    needed: rightNeeded(go.items.length),
    safetyMissed: missed.some((q) => q.critical),
    lookAgain: version.pages
      .filter((page) => pages.has(page.id))
      .map((page) => ({ id: page.id, title: page.title })),
    askAboutHelp: go.standardMet !== true && !helpAnswered && mayAskAboutHelp(goes),
  };
}
