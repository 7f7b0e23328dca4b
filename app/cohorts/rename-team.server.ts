import { eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { oneLine } from '~/people/one-line';
import { sameTeam } from '~/people/staff-details';
import { renamedIn, renameTeam, teamsHere } from '~/people/teams.server';
import { londonDate } from '~/record/london-date';
import { inTransaction, type Tx } from '~db/client.server';
import { cohortRule } from '~db/schema';
import { CohortError } from './errors';
import { followRules } from './follow-rules.server';
import { twoTeams } from './team-names';

export interface TeamRenamed {
  from: string;
  to: string;
  /** There is a team of that name already, and the two are to be one. */
  join: boolean;
}

/**
 * Gives a team another name, for its people and in the rules that look at it; cohorts follow. Two teams become one only
 * when that is asked for, since nothing tells them apart afterwards.
 */
export function renameTeamAndRules(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  { from, to: typed, join }: TeamRenamed,
): void {
  const to = oneLine(typed);
  inTransaction(db, (tx) => {
    const teams = teamsHere(tx, actor.schoolId, londonDate(now()));
    const named = (name: string) => teams.find((team) => sameTeam(team.name) === sameTeam(name));
    const team = named(from);
    if (!team) {
      throw new CohortError(
        'no-such-team',
        'Nobody here is in a team of that name any more. Choose it again from the list.',
        'from',
      );
    }
    const there = named(to);
    if (there && there !== team && !join) {
      throw new CohortError('team-there', twoTeams(there.name, there.people), 'to');
    }
    renameTeam(tx, now(), actor, { from: team.name, to });
    renameInRules(tx, actor, team.name, to);
    followRules(tx, now(), actor, course);
  });
}

function renameInRules(tx: Tx, { schoolId, personId }: Actor, from: string, to: string): void {
  const rules = tx.select().from(cohortRule).where(eq(cohortRule.schoolId, schoolId)).all();
  for (const { cohortId, rule } of rules) {
    const teams = renamedIn(rule.teams, from, to);
    if (JSON.stringify(teams) === JSON.stringify(rule.teams)) continue;
    tx.update(cohortRule)
      .set({ rule: { ...rule, teams }, setBy: personId })
      .where(eq(cohortRule.cohortId, cohortId))
      .run();
  }
}
