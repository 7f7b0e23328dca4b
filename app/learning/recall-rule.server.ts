import { week } from '~/cohorts/calendar';
import type { Question } from '~/course/module';
import { pointOf, shuffled } from './draw.server';

/** School weeks after completion at which questions come back: fixed and even spacing do equally well (Latimier 2021). */
export const moments = [1, 4, 12, 26] as const;
export const itemsAMoment = 3;
export const mostInAFortnight = 5;
/** A school year after completion the last moment lapses: nobody is asked about what they learned long ago. */
const lapsesAfterWeeks = 39;
const fortnight = 14 * 24 * 3_600_000;

export const lastSchoolDay = lapsesAfterWeeks * week;

/**
 * The moment that counts now, in weeks: the latest that has come. One that nobody took lapses when the next one comes.
 * @param schoolDays since completion
 */
export function momentAt(schoolDays: number): number | null {
  if (schoolDays >= lastSchoolDay) return null;
  return moments.findLast((weeks) => schoolDays >= weeks * week) ?? null;
}

/** A completed module, in the version that was completed. */
export interface CompletedFor {
  enrolmentId: string;
  /** School days since completion. */
  schoolDays: number;
}

/** A question that was offered before, taken or not. */
export interface Offered {
  enrolmentId: string;
  weeks: number;
  /** UTC milliseconds. */
  askedAt: number;
}

export interface Planned {
  enrolmentId: string;
  weeks: number;
  /** How many questions. */
  n: number;
}

/** How many more may be asked now, so that no fortnight holds more than five. */
export function roomNow(now: number, offered: readonly Pick<Offered, 'askedAt'>[]): number {
  return Math.max(
    0,
    mostInAFortnight - offered.filter(({ askedAt }) => askedAt > now - fortnight).length,
  );
}

/** When there is room again; null when there is room now. */
export function roomFrom(now: number, offered: readonly Pick<Offered, 'askedAt'>[]): number | null {
  if (roomNow(now, offered) > 0) return null;
  const newest = offered.map(({ askedAt }) => askedAt).sort((a, b) => b - a);
  return (newest[mostInAFortnight - 1] ?? now) + fortnight;
}

/**
 * What to ask now over all completed modules: at most three a moment and five a fortnight, those that have waited
 * longest first. What does not fit waits for the next fortnight.
 */
export function planRecall(
  now: number,
  completed: readonly CompletedFor[],
  offered: readonly Offered[],
): Planned[] {
  let room = roomNow(now, offered);
  const due = completed
    .flatMap(({ enrolmentId, schoolDays }) => {
      const weeks = momentAt(schoolDays);
      if (weeks === null) return [];
      const had = offered.filter((o) => o.enrolmentId === enrolmentId && o.weeks === weeks).length;
      return [{ enrolmentId, weeks, waited: schoolDays - weeks * week, left: itemsAMoment - had }];
    })
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.waited - a.waited || a.enrolmentId.localeCompare(b.enrolmentId));
  return due.flatMap(({ enrolmentId, weeks, left }) => {
    const n = Math.min(left, room);
    room -= n;
    return n > 0 ? [{ enrolmentId, weeks, n }] : [];
  });
}

/** One meeting with an item, in the quiz or afterwards. */
export interface Met {
  item: string;
  /** Wrong, or a guess. */
  missed: boolean;
  /** UTC milliseconds. */
  at: number;
}

interface History {
  quiz: readonly Met[];
  /** Questions that came back at an earlier moment and were answered. */
  recall: readonly Met[];
  /** Items offered at this very moment already. */
  already: readonly string[];
}

/**
 * Which items of a bank come back: first the points that this person got wrong or guessed in the quiz and has not had
 * right since; then the rest, balanced by outcome, those not met lately first. Of parallel forms the one not met yet.
 *
 * @returns item ids, fewer than `n` when the bank has no more points
 */
export function chooseRecall(
  bank: readonly Question[],
  { quiz, recall, already }: History,
  n: number,
  seed: string,
): string[] {
  const byPoint = new Map<string, Question[]>();
  for (const question of shuffled(seed, bank, (q) => q.id)) {
    if (question.pre) continue;
    const point = pointOf(question.id);
    byPoint.set(point, [...(byPoint.get(point) ?? []), question]);
  }
  const taken = new Set(already.map(pointOf));
  const lastMet = (met: readonly Met[], is: (item: string) => boolean) =>
    Math.max(0, ...met.filter(({ item }) => is(item)).map(({ at }) => at));
  const points = [...byPoint]
    .filter(([point]) => !taken.has(point))
    .map(([point, forms]) => {
      const isIt = (item: string) => pointOf(item) === point;
      const recalledAt = lastMet(recall, isIt);
      const missed = recalledAt
        ? recall.some((met) => isIt(met.item) && met.at === recalledAt && met.missed)
        : quiz.some((met) => isIt(met.item) && met.missed);
      const freshest = [...forms].sort(
        (a, b) =>
          lastMet([...quiz, ...recall], (item) => item === a.id) -
          lastMet([...quiz, ...recall], (item) => item === b.id),
      );
      return { form: freshest[0], outcome: forms[0]?.outcome, recalledAt, missed };
    });

  const outcomeOf = (item: string) => bank.find((q) => q.id === item)?.outcome;
  const outcomes = [...recall.map((met) => met.item), ...already].map(outcomeOf);
  const chosen: string[] = [];
  const left = new Set(points);
  while (chosen.length < n && left.size > 0) {
    const soFar = (outcome: number | undefined) => outcomes.filter((o) => o === outcome).length;
    const [next] = [...left].sort(
      (a, b) =>
        Number(b.missed) - Number(a.missed) ||
        (a.missed ? a.recalledAt - b.recalledAt : 0) ||
        soFar(a.outcome) - soFar(b.outcome) ||
        a.recalledAt - b.recalledAt,
    );
    if (!next?.form) break;
    left.delete(next);
    chosen.push(next.form.id);
    outcomes.push(next.outcome);
  }
  return chosen;
}
