import { civilDateInWords } from '~/course/said';
import { addDays } from '~/record/london-date';
import type { MonthCount } from '~/record/months';
import type { CoverageRow } from '~/record/summary/coverage-rows';
import { monthsBack, recentMonths } from '~/record/whole-months';
import { figureBehind, linesBehind } from './links';
import type { Said, Section } from './summary-sections';

interface Glance {
  /** Civil date. */
  asAt: string;
  /** Civil date on which the school’s record began. */
  began: string;
  all: CoverageRow;
  months: readonly MonthCount[];
  sessions: number;
  changes: number;
  measures: number;
  gaps: readonly Said[];
}

const year = 12;

/** What somebody with one minute should take away, what is missing first of all. */
export function glanceSection(glance: Glance): Section {
  const { sessions, changes, measures } = glance;
  return {
    title: 'At a glance',
    blocks: [
      {
        type: 'list',
        items: [
          completedSaid(glance),
          latelySaid(glance),
          monthsSaid(glance),
          `On record beside the modules: ${counted(sessions, 'session or course', 'sessions and courses')}, ${counted(changes, 'change in school', 'changes in school')}, ${counted(measures, 'figure of the school’s own', 'figures of the school’s own')}.`,
          missingSaid(glance),
        ],
      },
    ],
  };
}

function completedSaid({ asAt, all }: Glance): Said {
  const { headcount, assigned, unasked, later, completed } = all;
  const given = `${assigned - unasked} given to them${later === 0 ? '' : ` (${later} of them not open yet)`}`;
  const split = unasked === 0 ? given : `${given}, ${unasked} begun without being given`;
  return [
    `${headcount} staff that day, with ${counted(assigned, 'place')} on modules, a place being one person and one module: ${split}. Of these places, `,
    {
      words: `${completed} completed`,
      to: figureBehind(completed, { asAt, completed: 'whole' }),
    },
    '.',
  ];
}

function latelySaid({ asAt, all }: Glance): Said {
  const { headcount, within24Months } = all;
  const lately = { asAt, completed: 'any', after: monthsBack(asAt, recentMonths) };
  return [
    {
      words: `${within24Months} of ${headcount} people`,
      to: figureBehind(within24Months, lately),
    },
    ` have completed at least one module or refresher in the last ${recentMonths} months, however short.`,
  ];
}

function monthsSaid({ asAt, began, months }: Glance): Said {
  const last = months.slice(-year);
  const [first] = last;
  const since = `The record began on ${civilDateInWords(began)}.`;
  if (!first) return `No module had been completed by then. ${since}`;
  const busy = last.filter(({ n }) => n > 0).length;
  const words = `${busy} of the last ${counted(last.length, 'month')}`;
  const after = addDays(`${first.month}-01`, -1);
  return [
    'Somebody completed a module in ',
    busy === 0 ? words : { words, to: linesBehind({ asAt, completed: 'whole', after }) },
    `. ${since}`,
  ];
}

function missingSaid({ gaps }: Glance): Said {
  const [first, ...more] = gaps;
  if (first === undefined) return 'Nothing that the record can tell is missing.';
  const pieces = ['Missing: ', first].flat();
  if (more.length === 0) return pieces;
  const words = `${more.length} more under heading 8`;
  return [...pieces, ' ', { words, to: '#heading-8' }, '.'];
}

const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
