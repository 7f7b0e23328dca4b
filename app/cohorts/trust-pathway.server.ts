import { and, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { schoolsOf, type TrustSchool, trustLedFrom } from '~/people/trust.server';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { cohort } from '~db/schema';
import { setRule } from './cohort-rules.server';
import { createCohort } from './cohorts.server';
import { givePathway, modulesGiven, type StepGiven } from './given-pathways.server';
import { stepDates } from './pace';
import { type PathwayOnOffer, pathwayOnOffer, type Shelf } from './pathways.server';
import { schoolDatesOf } from './school-calendar.server';
import { shelfOf } from './school-pathways.server';
import { calendarOf } from './year-in-words';

/** What the cohort of everyone is called in a school that the trust gives a pathway. */
export const trustCohort = 'Everyone, for the trust';

export interface StepInSchool extends StepGiven {
  title: string;
}

/** What one school would be given. */
export interface InSchool extends TrustSchool {
  /** By its own term dates; none is left when the school has them all. */
  steps: StepInSchool[];
  /** Modules that its cohort of everyone has already, which stay as they are. */
  has: string[];
  /** Without term dates every Monday to Friday counts. */
  noDates: boolean;
}

/** The pathways that a trust lead can give: those of their own school, and those that come with Attune. */
export const trustShelf = (attune: Pick<Attune, 'db' | 'course'>, schoolId: string): Shelf =>
  shelfOf(attune, schoolId);

function cohortOfAll(db: Db | Tx, schoolId: string): string | null {
  const row = db
    .select({ id: cohort.id })
    .from(cohort)
    .where(and(eq(cohort.schoolId, schoolId), eq(cohort.name, trustCohort)))
    .get();
  return row?.id ?? null;
}

/** What giving a pathway from a day would do in each school of the trust, without doing it. */
export function trustPathway(
  { db }: Pick<Attune, 'db'>,
  trustId: string,
  pathway: PathwayOnOffer,
  startsOn: string,
): InSchool[] {
  return schoolsOf(db, trustId).map((one) => {
    const dates = schoolDatesOf(db, one.id);
    const calendar = calendarOf(dates);
    const cohortId = cohortOfAll(db, one.id);
    const had = cohortId ? modulesGiven(db, one.id, cohortId) : new Map();
    const steps = pathway.steps.map(({ module, title, minutes, ...weeks }) => {
      const { opensOn, dueOn } = stepDates(calendar, startsOn, weeks);
      // The next five minutes, as schools pay.
      return { module, title, opensOn, dueOn, paidMinutes: Math.ceil(minutes / 5) * 5 };
    });
    return {
      ...one,
      steps: steps.filter(({ module }) => !had.has(module)),
      has: steps.filter(({ module }) => had.has(module)).map(({ title }) => title),
      noDates: dates.length === 0,
    };
  });
}

/**
 * Gives every school of the trust a pathway: to a cohort of everyone, which follows the staff list, by the school's own
 * term dates. All schools or none. Each lead finds it among the cohorts, and can move dates or stop it.
 * @throws CohortError when a date does not stand, or no school has anything left to be given
 */
export function giveTrustPathway(
  attune: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  given: { pathway: string; startsOn: string; paidTime: string },
): void {
  const { db } = attune;
  const { pathway: id, startsOn, paidTime } = given;
  inTransaction(db, () => {
    const trust = trustLedFrom(db, actor.schoolId);
    const shelf = trustShelf(attune, actor.schoolId);
    const pathway = pathwayOnOffer(shelf, id);
    // The pathway may be of the trust lead's own school: the others are given it as it is there.
    for (const { id: schoolId, steps } of trustPathway(attune, trust.id, pathway, startsOn)) {
      if (steps.length === 0) continue;
      const there: Actor = { ...actor, schoolId };
      const cohortId = cohortOfAll(db, schoolId) ?? createCohort(attune, there, trustCohort);
      setRule(attune, there, cohortId, {
        ...{ everyone: true, roleGroups: [], teams: [], contracts: [] },
      });
      givePathway({ ...attune, course: shelf }, there, {
        ...{ cohortId, pathway: pathway.id, startsOn, paidTime, steps },
      });
    }
  });
}
