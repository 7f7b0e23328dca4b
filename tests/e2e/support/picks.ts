import type { Locator } from '@playwright/test';
import type { Module, Question } from '~/course/module';
import { quizOf } from '~/learning/parts';

/** Positions as written: options chosen, or for `sort` a category for each statement. */
type Picked = number[];

export function rightPick(question: Question): Picked {
  if (question.kind === 'sort') return question.statements.map(({ category }) => category);
  return question.options.flatMap(({ right }, n) => (right ? [n] : []));
}

export function wrongPick(question: Question): Picked {
  if (question.kind === 'sort') {
    const groups = question.categories.length;
    return question.statements.map(({ category }) => (category + 1) % groups);
  }
  return [question.options.findIndex(({ right }) => !right)];
}

/** Marks an answer in its form, one control after the other. */
export async function mark(form: Locator, question: Question, picked: Picked): Promise<void> {
  for (const [n, value] of picked.entries()) {
    const name = question.kind === 'sort' ? `pick-${question.id}-${n}` : `pick-${question.id}`;
    await form.locator(`input[name="${name}"][value="${value}"]`).check();
  }
}

export function bankItem(module: Module, id: string): Question {
  const found = quizOf(module)?.bank.find((question) => question.id === id);
  if (!found) throw new Error(`${id} is not in the bank of ${module.slug}`);
  return found;
}
