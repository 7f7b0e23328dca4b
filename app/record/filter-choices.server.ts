import { and, asc, eq, isNull, max } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { staffRow, trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';

/** What lines can be filtered by, as the record stood. */
export interface FilterChoices {
  roleGroups: string[];
  teams: string[];
  /** Somebody is in no team. */
  someInNoTeam: boolean;
  contracts: string[];
  modules: { module: string; title: string }[];
}

/**
 * Two queries.
 * @param order slugs of the modules as they are listed elsewhere; those no longer among them come last, by title
 */
export function filterChoices(
  db: Db,
  school: string,
  size: number,
  order: readonly string[] = [],
): FilterChoices {
  const place = (module: string) => (order.includes(module) ? order.indexOf(module) : order.length);
  const staff = db
    .selectDistinct({
      roleGroup: staffRow.roleGroup,
      teams: staffRow.teams,
      contract: staffRow.contract,
    })
    .from(staffRow)
    .where(and(eq(staffRow.school, school), stoodAt(staffRow, size)))
    .all();
  const title = max(trainingRow.moduleTitle);
  const modules = db
    .select({ module: trainingRow.module, title })
    .from(trainingRow)
    .where(
      and(eq(trainingRow.school, school), isNull(trainingRow.session), stoodAt(trainingRow, size)),
    )
    .groupBy(trainingRow.module)
    .orderBy(asc(title))
    .all();
  const sorted = (texts: string[]) =>
    [...new Set(texts)].sort((a, b) => a.localeCompare(b, 'en-GB'));
  return {
    roleGroups: sorted(staff.map(({ roleGroup }) => roleGroup)),
    teams: sorted(staff.flatMap(({ teams }) => teams)),
    someInNoTeam: staff.some(({ teams }) => teams.length === 0),
    contracts: sorted(staff.map(({ contract }) => contract)),
    modules: modules
      .map(({ module, title }) => ({ module, title: title ?? module }))
      .sort((a, b) => place(a.module) - place(b.module)),
  };
}
