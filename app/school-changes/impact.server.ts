import { and, desc, eq, isNull, lte, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { impactMeasure } from '~db/schema';
import { ChangeError } from './errors';
import { type FigureKind, figureProblem } from './figures';
import type { measuredLevels } from './ladder';
import { type Times, timesErrors } from './measured-times';

type House = Pick<Attune, 'db' | 'now'>;

/** What the school says that it measured. Never a grade, and never of anyone. */
export interface Measured extends Times {
  level: (typeof measuredLevels)[number];
  what: string;
  figure: FigureKind;
  unit: string;
  before: string;
  after: string;
  beforeOf: number | null;
  afterOf: number | null;
  source: string;
  alsoChanged: string;
}

/** A measure as it was written down on one day. */
export interface Written extends Measured {
  id: string;
  /** Civil date. */
  writtenOn: string;
  byRole: string;
}

export interface Measure extends Written {
  /** Civil date: the day on which it was first written down, whatever was put right since. */
  firstWrittenOn: string;
  /** What it said before it was put right, the newest first. */
  earlier: Written[];
}

/** What the school had measured by the end of a day (civil date), the newest first. One query. */
export function measuresAsAt(db: Db | Tx, schoolId: string, date: string): Measure[] {
  const rows = db
    .select()
    .from(impactMeasure)
    .where(and(eq(impactMeasure.schoolId, schoolId), lte(impactMeasure.writtenOn, date)))
    .orderBy(desc(impactMeasure.writtenOn), desc(impactMeasure.id))
    .all();
  return rows
    .filter(({ takenOffOn }) => takenOffOn === null || takenOffOn > date)
    .map((row) => {
      const earlier = rows.filter((one) => one !== row && firstOf(one) === firstOf(row));
      const firstWrittenOn = earlier.at(-1)?.writtenOn ?? row.writtenOn;
      return { ...written(row), firstWrittenOn, earlier: earlier.map(written) };
    });
}

type Row = typeof impactMeasure.$inferSelect;

const firstOf = ({ id, firstId }: Pick<Row, 'id' | 'firstId'>) => firstId ?? id;

function written(row: Row): Written {
  const { schoolId: _, createdAt: __, takenOffOn: ___, firstId: ____, ...said } = row;
  return { ...said, figure: row.figure as FigureKind, level: row.level as Written['level'] };
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
 * @throws ChangeError `too-few` for figures that are none, or may point to a child; `times` for times that are not over, or
 * do not follow each other.
 */
export function writeMeasure(
  { db, now }: { db: Db | Tx; now: () => Date },
  actor: Actor,
  given: Measured,
  firstId: string | null = null,
): string {
  const today = londonDate(now());
  const [wrong] = Object.entries(figureErrors(given));
  if (wrong) throw new ChangeError('too-few', wrong[1].join(' '), wrong[0]);
  const [late] = Object.entries(timesErrors(given, today));
  if (late) throw new ChangeError('times', late[1].join(' '), late[0]);
  const there = sameAmong(measuresAsAt(db, actor.schoolId, today), given);
  if (there !== null) return there;
  const id = uuid();
  db.insert(impactMeasure)
    .values({
      ...ofItsKind(given),
      ...{ id, firstId, schoolId: actor.schoolId, byRole: actor.role },
      ...{ writtenOn: today, createdAt: now().getTime() },
    })
    .run();
  return id;
}

/**
 * Puts a measure right: from today on this one stands in its place, with what it said before, and past days keep what
 * stood on them. Returns its id.
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
    const first = firstOf(standingRow(db, actor.schoolId, id));
    takeOffMeasure({ db, now }, actor, id, false);
    return writeMeasure({ db, now }, actor, given, first);
  });
}

/** A measure that stands today. @throws ChangeError `not-here`. */
export function standingMeasure({ db, now }: House, schoolId: string, id: string): Measure {
  const found = measuresAsAt(db, schoolId, londonDate(now())).find((one) => one.id === id);
  if (!found) throw notHere();
  return found;
}

function standingRow(db: Db | Tx, schoolId: string, id: string): Row {
  const found = db
    .select()
    .from(impactMeasure)
    .where(
      and(
        eq(impactMeasure.schoolId, schoolId),
        eq(impactMeasure.id, id),
        isNull(impactMeasure.takenOffOn),
      ),
    )
    .get();
  if (!found) throw notHere();
  return found;
}

const notHere = () => new ChangeError('not-here', 'Your school has no such measure.', '', 404);

/**
 * Takes a measure off from today on; past days still show it. Where it named somebody it is deleted with all that it said
 * before it was put right, for past days too.
 * @throws ChangeError `not-here`.
 */
export function takeOffMeasure(
  { db, now }: { db: Db | Tx; now: () => Date },
  actor: Actor,
  id: string,
  namedSomebody: boolean,
): void {
  const row = standingRow(db, actor.schoolId, id);
  const first = firstOf(row);
  const theirs = eq(impactMeasure.schoolId, actor.schoolId);
  if (namedSomebody) {
    const same = or(eq(impactMeasure.id, first), eq(impactMeasure.firstId, first));
    db.delete(impactMeasure).where(and(theirs, same)).run();
  } else {
    db.update(impactMeasure)
      .set({ takenOffOn: londonDate(now()) })
      .where(and(theirs, eq(impactMeasure.id, id)))
      .run();
  }
}
