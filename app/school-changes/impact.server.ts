import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { impactMeasure } from '~db/schema';
import { ChangeError } from './errors';
import { type FigureKind, figureProblem } from './figures';
import type { measuredLevels } from './ladder';

type House = Pick<Attune, 'db' | 'now'>;

/** What the school says that it measured. Never a grade, and never of anyone. */
export interface Measured {
  level: (typeof measuredLevels)[number];
  what: string;
  figure: FigureKind;
  unit: string;
  before: string;
  after: string;
  beforeOf: number | null;
  afterOf: number | null;
  beforePeriod: string;
  afterPeriod: string;
  source: string;
  alsoChanged: string;
}

export interface Measure extends Measured {
  id: string;
  /** Civil date. */
  writtenOn: string;
  byRole: string;
}

/** What the school had measured by the end of a day (civil date), the newest first. One query. */
export function measuresAsAt(db: Db | Tx, schoolId: string, date: string): Measure[] {
  return db
    .select()
    .from(impactMeasure)
    .where(
      and(
        eq(impactMeasure.schoolId, schoolId),
        lte(impactMeasure.writtenOn, date),
        or(isNull(impactMeasure.takenOffOn), gt(impactMeasure.takenOffOn, date)),
      ),
    )
    .orderBy(desc(impactMeasure.writtenOn), desc(impactMeasure.id))
    .all()
    .map(({ schoolId: _, createdAt: __, takenOffOn: ___, figure, level, ...row }) => ({
      ...row,
      figure: figure as FigureKind,
      level: level as Measure['level'],
    }));
}

/** What is wrong with the figures of a measure, by the name of their field. */
export function figureErrors(
  given: Pick<Measured, 'figure' | 'before' | 'after' | 'beforeOf' | 'afterOf'>,
): Record<string, string[]> {
  const { figure: kind, before, after, beforeOf, afterOf } = given;
  const wrong = [
    ['before', figureProblem({ kind, typed: before, of: beforeOf })],
    ['after', figureProblem({ kind, typed: after, of: afterOf })],
  ] as const;
  return Object.fromEntries(
    wrong.flatMap(([side, problem]) =>
      problem ? [[problem.part === 'of' ? `${side}Of` : side, [problem.words]]] : [],
    ),
  );
}

/** The id of the one among these that says just this; null when none does. */
function sameAmong(standing: readonly Measure[], given: Measured): string | null {
  const keys = Object.keys(given) as (keyof Measured)[];
  const asKept = ofItsKind(given);
  return standing.find((one) => keys.every((key) => one[key] === asKept[key]))?.id ?? null;
}

/** Of a count nothing says how many it is of. */
const ofItsKind = (given: Measured): Measured =>
  given.figure === 'count' ? { ...given, beforeOf: null, afterOf: null } : given;

/**
 * Keeps a measure. Returns its id; of one that stands already, word for word, its own, so that a form that is sent twice
 * makes one.
 * @throws ChangeError `too-few` for figures that are none, or may point to a child.
 */
export function writeMeasure(
  { db, now }: { db: Db | Tx; now: () => Date },
  actor: Actor,
  given: Measured,
): string {
  const [wrong] = Object.entries(figureErrors(given));
  if (wrong) throw new ChangeError('too-few', wrong[1].join(' '), wrong[0]);
  const today = londonDate(now());
  const there = sameAmong(measuresAsAt(db, actor.schoolId, today), given);
  if (there !== null) return there;
  const id = uuid();
  db.insert(impactMeasure)
    .values({
      ...ofItsKind(given),
      ...{ id, schoolId: actor.schoolId, byRole: actor.role },
      ...{ writtenOn: today, createdAt: now().getTime() },
    })
    .run();
  return id;
}

/**
 * Puts a measure right: from today on this one stands in its place, and past days keep what stood on them. Returns its id.
 * @throws ChangeError as `writeMeasure`; `not-here`, for one that was taken off already too.
 */
export function correctMeasure(house: House, actor: Actor, id: string, given: Measured): string {
  const { now } = house;
  return inTransaction(house.db, (db) => {
    const standing = measuresAsAt(db, actor.schoolId, londonDate(now()));
    const there = sameAmong(standing, given);
    const old = standing.some((one) => one.id === id);
    // Sent twice: it was put right the first time.
    if (there !== null && (there === id || !old)) return there;
    takeOffMeasure({ db, now }, actor, id, false);
    return writeMeasure({ db, now }, actor, given);
  });
}

/** A measure that stands today. @throws ChangeError `not-here`. */
export function standingMeasure({ db, now }: House, schoolId: string, id: string): Measure {
  const found = measuresAsAt(db, schoolId, londonDate(now())).find((one) => one.id === id);
  if (!found) throw notHere();
  return found;
}

const notHere = () => new ChangeError('not-here', 'Your school has no such measure.', '', 404);

/**
 * Takes a measure off from today on; past days still show it. Where it named somebody it is deleted, for past days too.
 * @throws ChangeError `not-here`.
 */
export function takeOffMeasure(
  { db, now }: { db: Db | Tx; now: () => Date },
  actor: Actor,
  id: string,
  namedSomebody: boolean,
): void {
  const theirs = and(
    eq(impactMeasure.schoolId, actor.schoolId),
    eq(impactMeasure.id, id),
    isNull(impactMeasure.takenOffOn),
  );
  const { changes } = namedSomebody
    ? db.delete(impactMeasure).where(theirs).run()
    : db
        .update(impactMeasure)
        .set({ takenOffOn: londonDate(now()) })
        .where(theirs)
        .run();
  if (changes === 0) throw notHere();
}
