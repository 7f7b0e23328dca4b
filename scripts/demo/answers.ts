import type { Question } from '~/course/module';
import { rightNeeded } from '~/learning/standard';
import type { Confidence } from '~db/schema/learning';
import { chance, weighted } from './chance';

export const rightPick = (question: Question): number[] =>
  question.kind === 'sort'
    ? question.statements.map((statement) => statement.category)
    : question.options.flatMap((option, n) => (option.right ? [n] : []));

/** Mostly what others choose as well: wrong answers in a school are not scattered evenly. */
export function wrongPick(question: Question, who: number): number[] {
  const key = chance('together', question.id, who) < 0.75 ? 'all' : who;
  if (question.kind === 'sort') {
    const { statements, categories } = question;
    const moved = Math.floor(chance('moved', question.id, key) * statements.length);
    return statements.map(({ category }, n) =>
      n === moved ? (category + 1) % categories.length : category,
    );
  }
  const others = question.options.flatMap((option, n) => (option.right ? [] : [n]));
  return [others[Math.floor(chance('other', question.id, key) * others.length)] ?? 0];
}

/** Which part of a school answers this otherwise at first: a few questions are hard, and most are not. */
export function hardness({ id, critical }: Pick<Question, 'id' | 'critical'>): number {
  const drawn = chance('hard', id);
  if (critical) return drawn < 0.2 ? 0.25 : 0.05;
  return drawn < 0.3 ? 0.8 : drawn < 0.55 ? 0.4 : 0.08;
}

/**
 * Ids of the questions that somebody gets wrong in a go: the hard ones before the others, as few as the standard allows
 * when the go is to meet it, and too many or a critical one when it is not.
 */
export function slips(questions: readonly Question[], who: number, well: boolean): Set<string> {
  const allowed = questions.length - rightNeeded(questions.length);
  const hardestFirst = [...questions]
    .filter(({ critical }) => !critical)
    .sort((a, b) => hardness(b) - hardness(a) || a.id.localeCompare(b.id));
  const found = hardestFirst.filter((q) => chance('slip', who, q.id) < hardness(q));
  if (well) return new Set(found.slice(0, allowed).map(({ id }) => id));
  const critical = questions.filter((q) => q.critical && chance('slip', who, q.id) < hardness(q));
  const wrong = [...found, ...critical];
  const rest = hardestFirst.filter((q) => !wrong.includes(q));
  while (wrong.length <= allowed) {
    const next = rest.shift() ?? questions.find((q) => !wrong.includes(q));
    if (!next) break;
    wrong.push(next);
  }
  return new Set(wrong.map(({ id }) => id));
}

/** People are often sure of what many get wrong. */
export function howSure(question: Question, who: number, right: boolean): Confidence {
  const sure = right ? 4 : hardness(question) > 0.5 ? 6 : 2;
  return weighted<Confidence>(
    [
      { value: 'sure', weight: sure },
      { value: 'fairly', weight: 4 },
      { value: 'guess', weight: right ? 1 : 2 },
    ],
    chance('sure', who, question.id),
  );
}
