import { and, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { type Db, inTransaction } from '~db/client.server';
import { type CohortRule, cohortMember, cohortRule } from '~db/schema';
import { cohortRow } from './cohorts.server';
import { CohortError } from './errors';
import { followRules } from './follow-rules.server';
import { isEmpty } from './rule';

/** The rule that a cohort follows; null when people are put in by hand alone. */
export function ruleOf(db: Db, schoolId: string, cohortId: string): CohortRule | null {
  const row = db
    .select({ rule: cohortRule.rule })
    .from(cohortRule)
    .where(and(eq(cohortRule.schoolId, schoolId), eq(cohortRule.cohortId, cohortId)))
    .get();
  return row?.rule ?? null;
}

/** Makes a cohort follow a rule from now on, and brings it in line at once. */
export function setRule(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  cohortId: string,
  rule: CohortRule,
): void {
  if (isEmpty(rule)) {
    throw new CohortError('bad-rule', 'Tick at least one thing, or choose everyone.', 'who');
  }
  inTransaction(db, (tx) => {
    cohortRow(tx, actor.schoolId, cohortId);
    const set = { rule, setBy: actor.personId, setAt: now().getTime() };
    tx.insert(cohortRule)
      .values({ cohortId, schoolId: actor.schoolId, ...set })
      .onConflictDoUpdate({ target: cohortRule.cohortId, set })
      .run();
    followRules(tx, now(), actor, course, cohortId);
  });
}

/** The cohort follows no rule any more; whoever is in it stays, as if put there by hand. */
export function dropRule({ db }: Pick<Attune, 'db'>, actor: Actor, cohortId: string): void {
  inTransaction(db, (tx) => {
    cohortRow(tx, actor.schoolId, cohortId);
    tx.delete(cohortRule).where(eq(cohortRule.cohortId, cohortId)).run();
    tx.update(cohortMember).set({ byRule: false }).where(eq(cohortMember.cohortId, cohortId)).run();
  });
}
