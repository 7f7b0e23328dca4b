import type { Attune } from '~/context.server';
import { capitalised } from '~/people/staff-details';
import { coverageAsAt } from '~/record/coverage.server';
import type { CoverageRow } from '~/record/summary/coverage-rows';
import { coverageSummary } from '~/record/summary/coverage-summary.server';
import { type Section, text } from './summary-sections';

interface Trained {
  section: Section;
  /** All staff, all modules together. */
  all: CoverageRow;
  staff: number;
  modules: { title: string; trained: number; staff: number }[];
  /** Role groups of which nobody has completed anything. */
  without: string[];
}

/** Who has been trained, out of how many. */
export function trainedSection(
  { db, course }: Pick<Attune, 'db' | 'course'>,
  asked: { schoolId: string; date: string; size: number; began: string },
): Trained {
  const order = course.modules().map(({ slug }) => slug);
  const { staff, modules } = coverageAsAt(db, asked.schoolId, { ...asked, module: null, order });
  const [all, ...groups] = coverageSummary(db, asked.schoolId, asked, []);
  if (!all) throw new Error('The staff as a whole always has a row');
  const roles = withoutSmall(groups.filter(({ roleGroup }) => roleGroup !== null));
  const without = roles.filter(({ completed }) => completed === 0);
  return {
    ...{ all, staff, modules, without: without.map(({ roleGroup }) => roleGroup ?? '') },
    section: {
      title: '2. Who has been trained',
      blocks: [
        text(
          `Out of everyone on the staff that day: ${staff}, part-time, agency, midday and office staff and governors included.`,
        ),
        {
          type: 'bars',
          caption: 'Each module: completed, of all staff',
          rows: modules.map(({ title, trained, staff: of }) => ({
            label: title,
            value: trained,
            of,
          })),
        },
        {
          type: 'table',
          caption: 'Each role group, all modules together',
          head: [
            'Role group',
            'Staff',
            'Modules given or begun',
            'Of them completed',
            'Completed something in the last 24 months',
          ],
          rows: [...roles, all].map((row) => [
            row.roleGroup === null ? 'All staff' : capitalised(row.roleGroup),
            String(row.headcount),
            String(row.assigned),
            String(row.completed),
            `${row.within24Months} of ${row.headcount} people`,
          ]),
        },
      ],
    },
  };
}

const fewest = 5;

/**
 * Role groups of fewer than five stand together, and with the next larger one if they are still fewer: “0 of 1” would
 * tell of one person, to whoever this page is shown.
 */
export function withoutSmall(groups: readonly CoverageRow[]): CoverageRow[] {
  const bySize = [...groups].sort((a, b) => a.headcount - b.headcount);
  const pooled: CoverageRow[] = [];
  const people = () => pooled.reduce((sum, { headcount }) => sum + headcount, 0);
  for (const group of bySize) {
    if (group.headcount >= fewest && (pooled.length === 0 || people() >= fewest)) break;
    pooled.push(group);
  }
  const [first] = pooled;
  if (!first) return [...groups];
  const sum = (key: 'headcount' | 'assigned' | 'completed' | 'within24Months') =>
    pooled.reduce((total, row) => total + row[key], 0);
  const together = {
    ...first,
    ...{ headcount: sum('headcount'), assigned: sum('assigned') },
    ...{ completed: sum('completed'), within24Months: sum('within24Months') },
    byTopic: first.byTopic.map((_, n) =>
      pooled.reduce((all, row) => all + (row.byTopic[n] ?? 0), 0),
    ),
  };
  const roleGroup = pooled.map((row) => row.roleGroup).join(', ');
  return [...groups.filter((row) => !pooled.includes(row)), { ...together, roleGroup }];
}

/** What is plainly missing, so that the page says it before a reader does. */
export function gapsIn({ modules, without }: Trained, changes: number, measures: number): string[] {
  const gaps = modules.flatMap(({ title, trained, staff }) =>
    trained < staff
      ? [`${title}: ${staff - trained} of ${staff} staff have not completed it.`]
      : [],
  );
  return [
    ...(modules.length === 0 ? ['Nobody has been given a module yet.'] : gaps),
    ...without.map((group) => `${capitalised(group)}: nobody has completed a module.`),
    ...(changes === 0 ? ['No change in school is on the log.'] : []),
    ...(measures === 0 ? ['No figure of the school’s own stands beside the training.'] : []),
  ];
}
