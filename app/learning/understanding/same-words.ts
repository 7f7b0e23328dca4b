import type { Module, Question, Scenario } from '~/course/module';
import { quizOf, scenariosOf } from '../parts';

/** What a question asks and what counts as right, without its explanations: those may be mended between versions. */
function asked(question: Question): string {
  return JSON.stringify(
    question.kind === 'sort'
      ? [question.stem, question.categories, question.statements.map((s) => [s.html, s.category])]
      : [question.kind, question.stem, question.options.map((o) => [o.html, o.right])],
  );
}

const moments = ({ start, steps, endings }: Scenario) => JSON.stringify([start, steps, endings]);

/** Items and scenarios by id, as they were put to someone on that version. */
export interface Wording {
  items: Map<string, string>;
  scenarios: Map<string, string>;
}

/** Answers to one version are counted with those to another only where both asked in the same words. */
export function wordingOf(version: Module): Wording {
  return {
    items: new Map(quizOf(version)?.bank.map((question) => [question.id, asked(question)])),
    scenarios: new Map(
      scenariosOf(version).map(({ scenario }) => [scenario.id, moments(scenario)]),
    ),
  };
}

export const sameWords = (
  then: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  id: string,
): boolean => then.has(id) && then.get(id) === now.get(id);
