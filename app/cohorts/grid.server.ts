import { and, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { sizeNow } from '~/record/as-at.server';
import { askedInSeveralWays, notOpenYet } from '~/record/asked-of.server';
import { londonDate } from '~/record/london-date';
import { linesAsAt, staffAsAt } from '~/record/rows.server';
import { openModules } from '~/review/opened-modules.server';
import type { Db } from '~db/client.server';
import { cohort, cohortMember } from '~db/schema';
import { type Cell, type CellLine, cellOf } from './status';

export interface GridQuestion {
  /** Only who is in this cohort. */
  cohortId?: string;
  /** Who said that help may be offered, and with what. */
  hands: { personId: string; module: string }[];
}

export interface GridPerson {
  id: string;
  name: string;
  roleGroup: string;
  teams: string[];
  /** One for each of the grid's modules, in the same order. */
  cells: Cell[];
}

export interface Grid {
  modules: { slug: string; title: string }[];
  /** Everyone on the staff today, by name. */
  people: GridPerson[];
  /** Who has asked for a hand, with what. */
  hands: { personId: string; name: string; module: string; moduleTitle: string }[];
}

/**
 * People by modules, today, from the record's projections: five queries, one more for a cohort, and one more when the
 * school has modules of its own, which have a column once they are open, or given.
 */
export function readGrid(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  schoolId: string,
  { cohortId, hands }: GridQuestion,
): Grid {
  const today = londonDate(now());
  const size = sizeNow(db, schoolId);
  const chosen = cohortId === undefined ? null : memberIds(db, schoolId, cohortId);
  const staff = staffAsAt(db, schoolId, size, { on: today }).filter(
    ({ personId }) => chosen === null || chosen.has(personId),
  );
  const lines = linesAsAt(db, schoolId, size);
  const opening = notOpenYet(db, schoolId, today);
  const several = askedInSeveralWays(db, schoolId);

  const key = (personId: string, module: string) => `${personId} ${module}`;
  const byCell = new Map<string, CellLine[]>();
  const titles = new Map(
    openModules({ db, course }, schoolId).map(({ slug, title }) => [slug, title]),
  );
  for (const line of lines) {
    if (line.session !== null) continue;
    const at = key(line.personId, line.module);
    byCell.set(at, [...(byCell.get(at) ?? []), line]);
    if (!titles.has(line.module)) titles.set(line.module, line.moduleTitle);
  }
  const modules = [...titles].map(([slug, title]) => ({ slug, title }));
  const asked = new Set(hands.map(({ personId, module }) => key(personId, module)));

  const people = staff.map((person) => ({
    id: person.personId,
    name: person.name ?? 'Name erased',
    roleGroup: person.roleGroup,
    teams: person.teams,
    cells: modules.map(({ slug }) => {
      const at = key(person.personId, slug);
      const cell = cellOf(byCell.get(at) ?? [], asked.has(at), today);
      const opensOn = cell.status === 'not started' ? opening.get(at) : undefined;
      if (opensOn !== undefined) return { status: 'opens later' as const, on: opensOn };
      const dates = several.get(at);
      return dates && cell.status !== 'done' ? { ...cell, dates } : cell;
    }),
  }));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    modules,
    people,
    hands: hands.flatMap(({ personId, module }) => {
      const name = names.get(personId);
      return name === undefined
        ? []
        : [{ personId, name, module, moduleTitle: titles.get(module) ?? module }];
    }),
  };
}

function memberIds(db: Db, schoolId: string, cohortId: string): Set<string> {
  const rows = db
    .select({ personId: cohortMember.personId })
    .from(cohortMember)
    .innerJoin(cohort, eq(cohort.id, cohortMember.cohortId))
    .where(and(eq(cohort.schoolId, schoolId), eq(cohort.id, cohortId)))
    .all();
  return new Set(rows.map(({ personId }) => personId));
}
