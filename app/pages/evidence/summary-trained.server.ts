import type { Attune } from '~/context.server';
import { capitalised } from '~/people/staff-details';
import { coverageAsAt } from '~/record/coverage.server';
import { coverageSummary } from '~/record/summary/coverage-summary.server';
import { type Section, text } from './summary-sections';

interface Trained {
  section: Section;
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
  const roles = groups.flatMap((row) => (row.roleGroup === null ? [] : [row]));
  const without = roles.filter(({ completed }) => completed === 0);
  return {
    ...{ staff, modules, without: without.map(({ roleGroup }) => roleGroup ?? '') },
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
            'Within 24 months',
          ],
          rows: [...roles, ...(all ? [all] : [])].map((row) => [
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
