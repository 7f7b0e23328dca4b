import type { Attune } from '~/context.server';
import type { StaffFilter } from '~/record/line-filter.server';
import { passesAsAt } from '~/record/passes.server';
import type { StaffRow } from '~/record/row-types';
import { staffAsAt } from '~/record/rows.server';
import { type Pass, type Standing, standings } from '~/record/standing';

/** One of the people that a figure is of. */
export interface Counted
  extends Pick<StaffRow, 'personId' | 'name' | 'roleGroup' | 'teams' | 'contract' | 'startDate'> {
  /** As far as they have come with any of the modules asked about. */
  standing: Standing;
  /** Completions that stand, the oldest first. */
  done: { title: string; version: number | null; on: string; refresher: boolean }[];
}

interface Asked {
  schoolId: string;
  /** Civil date, and how many events were on the record by its end. */
  date: string;
  size: number;
  staff: StaffFilter;
  /** Slugs; none: every module. */
  modules: readonly string[];
}

/** Everyone on the staff on a day of whom a figure is counted, by name, with what they have completed of it. Two queries. */
export function peopleCounted(
  { db }: Pick<Attune, 'db'>,
  { schoolId, date, size, staff, modules }: Asked,
): Counted[] {
  const passes = passesAsAt(db, schoolId, size).filter(
    ({ module }) => modules.length === 0 || modules.includes(module),
  );
  const about = [...new Set(passes.map(({ module }) => module))];
  const standing = standings(passes, about, date);
  const byPerson = new Map<string, Pass[]>();
  for (const pass of passes) {
    if (pass.status !== 'current') continue;
    const done = byPerson.get(pass.personId);
    if (done) done.push(pass);
    else byPerson.set(pass.personId, [pass]);
  }
  return staffAsAt(db, schoolId, size, { ...staff, on: date }).map((row) => {
    const { personId, name, roleGroup, teams, contract, startDate } = row;
    const done = byPerson.get(personId) ?? [];
    return {
      ...{ personId, name, roleGroup, teams, contract, startDate },
      standing: standing(personId),
      done: done
        .map(({ moduleTitle: title, version, completedOn, cpdType }) => ({
          ...{ title, version, on: completedOn ?? '', refresher: cpdType === 'refresher' },
        }))
        .sort((a, b) => a.on.localeCompare(b.on)),
    };
  });
}
