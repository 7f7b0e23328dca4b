import type { Attune } from '~/context.server';
import { capitalised } from '~/people/staff-details';
import { countModules, type ModuleCount } from '~/record/coverage';
import { passesAsAt } from '~/record/passes.server';
import { staffAsAt } from '~/record/rows.server';
import { addedUp } from '~/record/standing';
import type { CompletedVersion } from '~/record/summary/completed-versions.server';
import { type CoverageRow, coverageRows } from '~/record/summary/coverage-rows';
import { monthsBack, recentMonths } from '~/record/whole-months';
import { figureBehind, peopleBehind } from './links';
import { aside, type Said, type Section, text } from './summary-sections';

interface Trained {
  section: Section;
  /** All staff, all modules together. */
  all: CoverageRow;
  modules: ModuleCount[];
  /** Role groups of which nobody has completed anything. */
  without: Group[];
}

interface Asked {
  schoolId: string;
  /** Civil date. */
  date: string;
  size: number;
}

/** Who has been trained, out of how many. */
export function trainedSection(
  { db, course }: Pick<Attune, 'db' | 'course'>,
  asked: Asked,
  versions: readonly CompletedVersion[],
): Trained {
  const { date } = asked;
  const order = course.modules().map(({ slug }) => slug);
  const members = staffAsAt(db, asked.schoolId, asked.size, { on: date });
  const passes = passesAsAt(db, asked.schoolId, asked.size);
  const modules = countModules(members, passes, date, order);
  const [all, ...groups] = coverageRows(members, passes, [], date);
  if (!all) throw new Error('The staff as a whole always has a row');
  const roles = withoutSmall(groups.filter(({ roleGroup }) => roleGroup !== null));
  return {
    ...{ all, modules, without: roles.filter(({ completed }) => completed === 0) },
    section: {
      title: '2. Who has been trained',
      blocks: [
        text([
          'Out of everyone on the staff that day: ',
          { words: String(members.length), to: peopleBehind({ asAt: date }) },
          ', part-time, agency, midday and office staff and governors included.',
        ]),
        {
          type: 'bars',
          caption: 'Each module: completed, of all staff',
          rows: modules.map(({ module, title, trained, staff: of }) => ({
            ...{ label: title, value: trained, of },
            to: figureBehind(trained, { asAt: date, module, completed: 'whole' }),
          })),
        },
        {
          type: 'table',
          caption: 'Each role group, all modules together',
          head: [
            'Role group',
            'Staff',
            'Places: modules given or begun',
            'Of these completed',
            `Completed at least one in the last ${recentMonths} months`,
          ],
          rows: [...roles, { ...all, roles: [] }].map((row) => rowOf(row, date)),
        },
        ...(all.assigned === 0 ? [] : [aside(whatCounts(versions, all, date))]),
      ],
    },
  };
}

function rowOf(row: Group, asAt: string): Said[] {
  const {
    roleGroup,
    roles: role,
    headcount,
    assigned,
    unasked,
    later,
    completed,
    within24Months,
  } = row;
  const whole = { asAt, role, completed: 'whole' };
  const lately = { asAt, role, completed: 'any', after: monthsBack(asAt, recentMonths) };
  return [
    roleGroup === null ? 'All staff' : capitalised(roleGroup),
    { words: String(headcount), to: peopleBehind({ asAt, role }) },
    [
      String(assigned),
      ...(later === 0 ? [] : [`${later} not open yet`]),
      ...(unasked === 0 ? [] : [`${unasked} not given`]),
    ].join(', '),
    { words: String(completed), to: figureBehind(completed, whole) },
    {
      words: `${within24Months} of ${headcount} people`,
      to: figureBehind(within24Months, lately),
    },
  ];
}

/** So that nobody takes a quarter of an hour for a course. */
function whatCounts(
  versions: readonly CompletedVersion[],
  { knownAlready }: CoverageRow,
  asAt: string,
): Said {
  const counts = `A place is one person and one module, counted once; not given are those begun by themselves. In the last column any one module counts${howeverShort(versions)}; so does a refresher.`;
  if (knownAlready === 0) return counts;
  const completed = 'known already';
  return [
    `${counts} Of all the places completed, `,
    { words: String(knownAlready), to: figureBehind(knownAlready, { asAt, completed }) },
    ' by “I know this already”: the quiz without the pages.',
  ];
}

/** How short a module may be that counts, for the end of a clause; nothing where none was completed. */
export function howeverShort(versions: readonly CompletedVersion[]): string {
  const minutes = versions.map((one) => one.minutes).sort((a, b) => a - b);
  const [least] = minutes;
  const most = minutes.at(-1);
  if (least === undefined) return '';
  return `, however short: those completed are published with ${least === most ? least : `${least} to ${most}`} minutes`;
}

const fewest = 5;

/** A role group, or several that stand together. */
export interface Group extends CoverageRow {
  roles: string[];
}

/**
 * Role groups of fewer than five stand together, and with the next larger one if they are still fewer: “0 of 1” would
 * tell of one person, to whoever this page is shown.
 */
export function withoutSmall(groups: readonly CoverageRow[]): Group[] {
  const bySize = [...groups].sort((a, b) => a.headcount - b.headcount);
  const pooled: CoverageRow[] = [];
  const people = () => pooled.reduce((sum, { headcount }) => sum + headcount, 0);
  for (const group of bySize) {
    if (group.headcount >= fewest && (pooled.length === 0 || people() >= fewest)) break;
    pooled.push(group);
  }
  const [first] = pooled;
  const alone = (row: CoverageRow) => ({ ...row, roles: row.roleGroup ? [row.roleGroup] : [] });
  if (!first) return groups.map(alone);
  type Counted = Exclude<keyof CoverageRow, 'roleGroup' | 'team' | 'medianMonthsSince' | 'byTopic'>;
  const sum = (key: Counted) => pooled.reduce((total, row) => total + row[key], 0);
  const together = {
    ...first,
    ...{ headcount: sum('headcount'), assigned: sum('assigned') },
    ...{ unasked: sum('unasked'), later: sum('later'), completed: sum('completed') },
    ...{ knownAlready: sum('knownAlready'), within24Months: sum('within24Months') },
    byTopic: first.byTopic.map((_, n) => addedUp(pooled.flatMap((row) => row.byTopic[n] ?? []))),
  };
  const roles = pooled.flatMap((row) => row.roleGroup ?? []);
  return [
    ...groups.filter((row) => !pooled.includes(row)).map(alone),
    { ...together, roles, roleGroup: roles.join(', ') },
  ];
}
