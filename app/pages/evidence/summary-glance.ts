import type { MonthCount } from '~/record/months';
import type { CoverageRow } from '~/record/summary/coverage-rows';
import type { Section } from './summary-sections';

interface Glance {
  all: CoverageRow;
  months: readonly MonthCount[];
  sessions: number;
  changes: number;
  measures: number;
  gaps: readonly string[];
}

const year = 12;

/** What somebody with one minute should take away, what is missing first of all. */
export function glanceSection({ all, months, sessions, changes, measures, gaps }: Glance): Section {
  const { headcount, assigned, completed, within24Months } = all;
  const last = months.slice(-year);
  const busy = last.filter(({ n }) => n > 0).length;
  const [first, ...more] = gaps;
  return {
    title: 'At a glance',
    blocks: [
      {
        type: 'list',
        items: [
          `${headcount} staff that day. Of ${counted(assigned, 'module')} given to them or begun by them, all people together, ${completed} completed.`,
          `${within24Months} of ${headcount} people have completed something in the last 24 months.`,
          last.length === 0
            ? 'No module had been completed by then.'
            : `Somebody completed a module in ${busy} of the last ${counted(last.length, 'month')}.`,
          `On record beside the modules: ${counted(sessions, 'session or course', 'sessions and courses')}, ${counted(changes, 'change in school', 'changes in school')}, ${counted(measures, 'figure of the school’s own', 'figures of the school’s own')}.`,
          first === undefined
            ? 'Nothing that the record can tell is missing.'
            : `Missing, in full under heading 8: ${first}${more.length > 0 ? ` And ${more.length} more.` : ''}`,
        ],
      },
    ],
  };
}

const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
