import { createHash } from 'node:crypto';
import type { Question } from '~/course/module';

/** Parallel forms ask about one point: `no-diagnosis--a` and `no-diagnosis--b` are both `no-diagnosis`. */
export function pointOf(questionId: string): string {
  return questionId.split('--', 1)[0] ?? questionId;
}

/** The same order every time for the same seed and the same things; without the seed, no telling. */
export function shuffled<T>(seed: string, things: readonly T[], nameOf: (thing: T) => string): T[] {
  const rank = (thing: T) =>
    createHash('sha256')
      .update(`${seed}\n${nameOf(thing)}`)
      .digest('hex');
  return things
    .map((thing) => ({ thing, rank: rank(thing) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ thing }) => thing);
}

/** The order in which an item's options (or, for `sort`, statements) are shown: positions in the version as written. */
export function shownOrder(seed: string, question: Question): number[] {
  const length = question.kind === 'sort' ? question.statements.length : question.options.length;
  const positions = Array.from({ length }, (_, n) => n);
  return shuffled(`${seed}\n${question.id}`, positions, String);
}

/**
 * The items of one go at a quiz, in the order they are asked.
 *
 * Every critical point is there once, in a form other than the last go's where there is one. The rest are balanced by
 * outcome (the outcome with the fewest items so far gives the next one), those never asked coming first. No point is
 * asked twice in one go.
 *
 * @param size how many to draw; fewer come back when the bank has fewer points, more when it has more critical points
 * @param earlier item ids of the earlier goes, oldest first
 */
export function drawItems(
  bank: readonly Question[],
  size: number,
  seed: string,
  earlier: readonly (readonly string[])[],
): string[] {
  const lastGo = new Set(earlier.at(-1) ?? []);
  const asked = new Set(earlier.flat());
  const staleness = (q: Question) => (lastGo.has(q.id) ? 2 : asked.has(q.id) ? 1 : 0);
  const freshestFirst = (questions: readonly Question[]) =>
    shuffled(seed, questions, (q) => q.id).sort((a, b) => staleness(a) - staleness(b));

  const drawn: Question[] = [];
  const points = new Set<string>();
  const take = (question: Question) => {
    drawn.push(question);
    points.add(pointOf(question.id));
  };

  for (const question of freshestFirst(bank.filter((q) => q.critical))) {
    if (!points.has(pointOf(question.id))) take(question);
  }

  const rest = freshestFirst(bank.filter((q) => !q.critical));
  while (drawn.length < size) {
    const left = rest.filter((q) => !points.has(pointOf(q.id)));
    const soFar = (outcome: number | undefined) =>
      drawn.filter((q) => q.outcome === outcome).length;
    const fewest = Math.min(...left.map((q) => soFar(q.outcome)));
    const next = left.find((q) => soFar(q.outcome) === fewest);
    if (!next) break;
    take(next);
  }
  return shuffled(`${seed}\norder`, drawn, (q) => q.id).map((q) => q.id);
}
