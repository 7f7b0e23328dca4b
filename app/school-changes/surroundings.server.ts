import type { Attune } from '~/context.server';
import { countModules, type Member } from '~/record/coverage';
import { coverageAsAt } from '~/record/coverage.server';
import { monthsBetween } from '~/record/months';
import { passesAsAt } from '~/record/passes.server';
import { staffAsAt } from '~/record/rows.server';
import { sessionsAsAt } from '~/record/sessions-attended.server';
import type { Pass } from '~/record/standing';
import { monthsOfCompletions, trainedOfGroup } from '~/record/trained-group.server';
import { changesAsAt } from './change-log.server';
import type { Surroundings } from './crosswalk';
import { notesAsAt } from './framework-notes.server';

interface Day {
  /** Civil date. */
  date: string;
  /** Events on the record by the end of it. */
  size: number;
  /** Civil date of the record's first entry. */
  began: string;
}

/** All that can stand beside the lines of frameworks, as at the end of a day: thirteen queries, however many people there are. */
export function surroundingsAsAt(
  { db, course }: Pick<Attune, 'db' | 'course'>,
  schoolId: string,
  { date, size, began }: Day,
): Surroundings {
  const coverage = coverageAsAt(db, schoolId, { date, size, began, module: null });
  const months = monthsOfCompletions(db, schoolId, size);
  const span = monthsBetween(began, date, new Map(months.map((month) => [month, 1])));
  return {
    modules: course.modules(),
    trained: new Map(coverage.modules.map(({ module, trained }) => [module, trained])),
    staff: coverage.staff,
    roles: roleGroups(
      course.frameworks().flatMap(({ roleGroup }) => roleGroup ?? []),
      staffAsAt(db, schoolId, size, { on: date }),
      passesAsAt(db, schoolId, size),
      date,
    ),
    changes: changesAsAt(db, schoolId, size).map(({ changeId, changedOn, themes, words }) => ({
      ...{ changeId, changedOn, themes },
      what: words?.what ?? null,
    })),
    sessions: sessionsAsAt(db, schoolId, size),
    months: { with: months.length, of: span.length },
    leaders: trainedOfGroup(db, schoolId, { date, size, roleGroup: 'leader' }),
    notes: notesAsAt(db, schoolId, date),
  };
}

/** How far these role groups have come with each module. */
function roleGroups(
  named: readonly string[],
  staff: readonly Member[],
  passes: readonly Pass[],
  date: string,
): Surroundings['roles'] {
  return new Map(
    named.map((roleGroup) => {
      const members = staff.filter((member) => member.roleGroup === roleGroup);
      const modules = countModules(members, passes, date);
      const trained = new Map(modules.map((one) => [one.module, one.trained]));
      return [roleGroup, { staff: members.length, trained }];
    }),
  );
}
