import { and, eq, gte, isNull, or } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import type { Db, Tx } from '~db/client.server';
import { person, type RoleGroup, type RoleNames, school } from '~db/schema';
import type { Actor } from './actor';
import { oneLine } from './one-line';
import { roleGroups } from './staff-details';

/** What a school calls its role groups; those it calls by their own name are not in it. */
export function roleNamesOf(db: Db | Tx, schoolId: string): RoleNames {
  const row = db
    .select({ names: school.roleNames })
    .from(school)
    .where(eq(school.id, schoolId))
    .get();
  return row?.names ?? {};
}

/** How many of the staff of today or later are in each role group. */
export function peopleByRole(db: Db, schoolId: string, today: string): Map<RoleGroup, number> {
  const rows = db
    .select({ roleGroup: person.roleGroup })
    .from(person)
    .where(
      and(
        eq(person.schoolId, schoolId),
        or(isNull(person.leaveDate), gte(person.leaveDate, today)),
      ),
    )
    .all();
  const people = new Map<RoleGroup, number>();
  for (const { roleGroup } of rows) people.set(roleGroup, (people.get(roleGroup) ?? 0) + 1);
  return people;
}

/**
 * Replaces what the school calls its role groups. No event: nobody's role group changes. A group that somebody is in
 * cannot be left out of the lists to choose from.
 */
export function setRoleNames(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  { schoolId }: Actor,
  names: RoleNames,
): void {
  const people = peopleByRole(db, schoolId, londonDate(now()));
  const kept: RoleNames = {};
  for (const group of roleGroups) {
    const name = oneLine(names[group]?.name ?? '');
    const hidden = names[group]?.hidden === true && !people.get(group);
    const own = name !== '' && name !== group;
    if (own || hidden)
      kept[group] = { ...(own ? { name } : {}), ...(hidden ? { hidden: true } : {}) };
  }
  db.update(school).set({ roleNames: kept }).where(eq(school.id, schoolId)).run();
}
