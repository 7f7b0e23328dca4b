import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { append } from '~/record/append.server';
import { londonDate } from '~/record/london-date';
import type { Db, Tx } from '~db/client.server';
import { person } from '~db/schema';
import type { Actor } from './actor';
import { sameTeam } from './staff-details';

/** A team, and how many of the staff of today or later are in it. */
export interface Team {
  name: string;
  people: number;
}

const membersHere = (db: Db | Tx, schoolId: string, today: string) =>
  db
    .select({ id: person.id, teams: person.teams })
    .from(person)
    .where(
      and(
        eq(person.schoolId, schoolId),
        or(isNull(person.leaveDate), gte(person.leaveDate, today)),
      ),
    )
    .orderBy(person.createdAt, person.id)
    .all();

/** The teams of a school by name, in one query. Spellings that differ only in capitals or spaces are one team. */
export function teamsHere(db: Db | Tx, schoolId: string, today: string): Team[] {
  const teams = new Map<string, Team>();
  for (const { teams: theirs } of membersHere(db, schoolId, today)) {
    for (const key of new Set(theirs.map(sameTeam))) {
      const spelled = theirs.find((team) => sameTeam(team) === key) ?? key;
      const team = teams.get(key) ?? { name: spelled, people: 0 };
      teams.set(key, { ...team, people: team.people + 1 });
    }
  }
  return [...teams.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/**
 * Gives a team another name for everyone on the staff today or later, inside a transaction, with an event for each of
 * them. People who have left keep the name it had in their time. Where the new name is that of another team, the two
 * are one from now on.
 */
export function renameTeam(
  tx: Tx,
  now: Date,
  actor: Actor,
  { from, to }: { from: string; to: string },
): void {
  const today = londonDate(now);
  for (const { id, teams } of membersHere(tx, actor.schoolId, today)) {
    const renamed = renamedIn(teams, from, to);
    if (JSON.stringify(renamed) === JSON.stringify(teams)) continue;
    tx.update(person).set({ teams: renamed }).where(eq(person.id, id)).run();
    append(tx, now, {
      verb: 'details changed',
      school: actor.schoolId,
      object: id,
      person: id,
      actor: actor.personId,
      actorRole: actor.role,
      happenedOn: today,
      data: { teams: renamed },
    });
  }
}

/** A list of teams with one of them under its new name, once. A list that it is not in stays as it is. */
export function renamedIn(teams: readonly string[], from: string, to: string): string[] {
  if (!teams.some((team) => sameTeam(team) === sameTeam(from))) return [...teams];
  const either = new Set([sameTeam(from), sameTeam(to)]);
  const at = teams.findIndex((team) => either.has(sameTeam(team)));
  const others = teams.map((team, n) => (n === at ? to : team));
  return others.filter((team, n) => n === at || !either.has(sameTeam(team)));
}
