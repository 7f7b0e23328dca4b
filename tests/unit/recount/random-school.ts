import fc from 'fast-check';
import { exampleRecord } from '~/record/example-record';
import { addDays } from '~/record/london-date';
import type { Db } from '~db/client.server';
import { learningActs } from './random-learning';
import { type Act, type Life, modules, pick } from './random-life';
import { join, staffActs } from './random-staff';
import { toldActs } from './random-told';

/** Everything that may happen at a school. */
const acts: Record<string, Act> = { ...staffActs, ...learningActs, ...toldActs };
const often = [
  'join',
  'assign',
  'assign',
  'start',
  'complete',
  'complete',
  'leave',
  'return',
  'not back',
  'withdraw',
  'put back',
  'refresh',
  'not started',
  'ask again',
  'everybody',
];

/** A school's life as numbers to choose from, so that any can be tried, and one that fails made smaller. */
export const lives = fc.noBias(
  fc.array(
    fc.record({
      act: fc.constantFrom(...Object.keys(acts), ...often),
      // A few people have much happen to them, the others little.
      who: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 13 })),
      what: fc.constantFrom(0, 0, 1, 2),
      n: fc.nat({ max: 9 }),
      days: fc.nat({ max: 25 }),
    }),
    { minLength: 40, maxLength: 120, size: 'max' },
  ),
);

export type Steps = typeof lives extends fc.Arbitrary<infer T> ? T : never;

/** Lives through the steps from 1 September 2024, and says the day after each; told `later`, a night passes before the next. */
export function* living(db: Db, steps: Steps): Generator<string, void, 'later' | undefined> {
  // The rows beside the record are written without the people whom they would be of.
  db.$client.pragma('foreign_keys = off');
  const life: Life = {
    ...{ db, record: exampleRecord(db), open: new Map(), started: new Map(), done: new Map() },
    ...{ lost: new Map(), shown: new Map(), present: new Map(), gone: new Map(), back: new Map() },
    ...{ through: new Map(), instead: new Map() },
    ...{ staff: new Set(), changes: [], given: [] },
  };
  let day = '2024-09-01';
  const now = (who: number, what: number, n: number, step: number) => {
    const [person, module] = [`p${who}`, pick(modules, what)];
    const about = { person, module };
    return { life, day, step, who, what, n, about, ...about, key: `${person} ${module}` };
  };
  for (const who of [0, 1, 2, 3, 4, 5, 6]) join(now(who, who % 3, who, 0));
  yield day;
  for (const [step, { act, who, what, n, days }] of steps.entries()) {
    day = addDays(day, days);
    acts[act]?.(now(who, what, n, step + 1));
    if ((yield day) === 'later') day = addDays(day, 1);
  }
}

/** Lives through all of it; returns the days on which anything happened. */
export const liveSchool = (db: Db, steps: Steps): string[] => [...living(db, steps)];
