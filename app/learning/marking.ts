import type { Question } from '~/course/module';
import type { Pick } from '~db/schema/learning';

const inRange = (n: number, length: number) => Number.isInteger(n) && n >= 0 && n < length;

/**
 * Whether `pick` answers the question at all: one position for `one`, one or more different positions for `many`, a
 * category for every statement for `sort`. Positions count from 0 in the version as it was written.
 */
export function isAnswer(question: Question, pick: Pick): boolean {
  if (question.kind === 'sort') {
    return (
      pick.length === question.statements.length &&
      pick.every((category) => inRange(category, question.categories.length))
    );
  }
  if (!pick.every((n) => inRange(n, question.options.length))) return false;
  if (question.kind === 'one') return pick.length === 1;
  return pick.length > 0 && new Set(pick).size === pick.length;
}

/** Right or not. `many` and `sort` are right only when wholly right; anything that is no answer is not right. */
export function isRight(question: Question, pick: Pick): boolean {
  if (!isAnswer(question, pick)) return false;
  if (question.kind === 'sort') {
    return question.statements.every((statement, n) => statement.category === pick[n]);
  }
  return question.options.every((option, n) => option.right === pick.includes(n));
}

/** Whether two picks say the same: in whatever order, but for a sort, where each place is a statement's. */
export function isSamePick(question: Question, a: Pick, b: Pick): boolean {
  const said = (pick: Pick) =>
    (question.kind === 'sort' ? pick : [...pick].sort((x, y) => x - y)).join(' ');
  return said(a) === said(b);
}
