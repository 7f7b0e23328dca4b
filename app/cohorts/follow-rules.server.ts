import { and, eq, inArray } from 'drizzle-orm';
import type { Course } from '~/course/module';
import type { Actor } from '~/people/actor';
import { askedBy } from '~/record/asked-of.server';
import { londonDate } from '~/record/london-date';
import type { Db, Tx } from '~db/client.server';
import { type CohortRule, cohortLeftOut, cohortMember, cohortRule, person } from '~db/schema';
import { ask, recordNotAsked } from './asking.server';
import { stillHere } from './cohorts.server';
import { openRows } from './open-rows.server';
import { fits, type Ruled } from './rule';

export interface Here extends Ruled {
  id: string;
  name: string;
  startDate: string;
}

/** Who is on the staff today or will be, by name: the only ones that a rule looks at. One query. */
export function peopleHere(db: Db | Tx, schoolId: string, now: Date): Here[] {
  return db
    .select({
      id: person.id,
      name: person.name,
      startDate: person.startDate,
      leaveDate: person.leaveDate,
      roleGroup: person.roleGroup,
      teams: person.teams,
      contract: person.contract,
    })
    .from(person)
    .where(and(eq(person.schoolId, schoolId), stillHere(londonDate(now))))
    .orderBy(person.name, person.id)
    .all()
    .filter(({ leaveDate, startDate }) => leaveDate === null || leaveDate >= startDate);
}

/** Who comes into a cohort, and who goes, if it followed a rule from now on. */
export interface Movement<Person = Here> {
  come: Person[];
  go: Person[];
}

/** The same without changing anything, to be looked at first. Three queries. */
export function movementUnder(
  db: Db,
  now: Date,
  schoolId: string,
  cohortId: string,
  rule: CohortRule,
): Movement {
  return movement(peopleHere(db, schoolId, now), rule, standing(db, [cohortId]), cohortId);
}

/**
 * Brings cohorts in line with their rules, inside the caller's transaction: whoever fits comes in and is asked, whoever
 * came in by the rule and fits no more goes and is not asked. People put in by hand stay, and people taken out by hand
 * stay out. With a cohort's id, only that one.
 */
export function followRules(
  tx: Tx,
  now: Date,
  actor: Actor,
  course: Pick<Course, 'module'>,
  cohortId?: string,
): void {
  const { schoolId } = actor;
  const rules = tx
    .select({ cohortId: cohortRule.cohortId, rule: cohortRule.rule })
    .from(cohortRule)
    .where(
      and(
        eq(cohortRule.schoolId, schoolId),
        cohortId === undefined ? undefined : eq(cohortRule.cohortId, cohortId),
      ),
    )
    .all();
  if (rules.length === 0) return;
  const here = peopleHere(tx, schoolId, now);
  const stands = standing(
    tx,
    rules.map((one) => one.cohortId),
  );
  for (const { cohortId: id, rule } of rules) {
    const { come, go } = movement(here, rule, stands, id);
    if (come.length + go.length === 0) continue;
    for (const { id: personId } of come) {
      tx.insert(cohortMember)
        .values({ cohortId: id, personId, addedAt: now.getTime(), byRule: true })
        .run();
    }
    for (const { id: personId } of go) {
      tx.delete(cohortMember)
        .where(and(eq(cohortMember.cohortId, id), eq(cohortMember.personId, personId)))
        .run();
    }
    const gone = new Set(go.map((one) => one.id));
    for (const row of openRows(tx, schoolId, id)) {
      ask(tx, now, actor, course, row, come);
      if (gone.size === 0) continue;
      for (const { personId } of askedBy(tx, schoolId, row.id)) {
        if (gone.has(personId)) {
          recordNotAsked(tx, now, actor, row, personId, 'no longer in the cohort');
        }
      }
    }
  }
}

interface Standing {
  /** `cohort person` → came in by rule. */
  members: Map<string, boolean>;
  leftOut: Set<string>;
}

function standing(db: Db | Tx, cohortIds: string[]): Standing {
  const members = db
    .select()
    .from(cohortMember)
    .where(inArray(cohortMember.cohortId, cohortIds))
    .all();
  const out = db
    .select()
    .from(cohortLeftOut)
    .where(inArray(cohortLeftOut.cohortId, cohortIds))
    .all();
  return {
    members: new Map(members.map((one) => [`${one.cohortId} ${one.personId}`, one.byRule])),
    leftOut: new Set(out.map((one) => `${one.cohortId} ${one.personId}`)),
  };
}

function movement(
  here: readonly Here[],
  rule: CohortRule,
  { members, leftOut }: Standing,
  cohortId: string,
): Movement {
  const key = (id: string) => `${cohortId} ${id}`;
  return {
    come: here.filter(
      (one) => fits(rule, one) && !members.has(key(one.id)) && !leftOut.has(key(one.id)),
    ),
    go: here.filter((one) => members.get(key(one.id)) === true && !fits(rule, one)),
  };
}
