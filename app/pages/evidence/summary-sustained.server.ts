import type { Attune } from '~/context.server';
import { civilDateInWords } from '~/course/said';
import { kindInWords, lengthInWords } from '~/pages/sessions/in-words';
import { academicYear } from '~/record/london-date';
import { type MonthCount, monthsBetween } from '~/record/months';
import { sessionsAsAt } from '~/record/sessions-attended.server';
import { completionsByMonth } from '~/record/summary/coverage-summary.server';
import { longTable } from './summary-annexes';
import { type Block, type Section, text } from './summary-sections';

interface Sustained {
  section: Section;
  annex: Section | null;
  /** Each month since the record began; empty when nothing had been completed. */
  months: MonthCount[];
  sessions: number;
}

/** How the learning was spread over months, and what else people were trained in. */
export function sustainedSection(
  { db }: Pick<Attune, 'db'>,
  asked: { schoolId: string; date: string; size: number; began: string },
): Sustained {
  const { schoolId, date, size, began } = asked;
  const counts = completionsByMonth(db, schoolId, size);
  // Months without any are part of the truth.
  const months = counts.size === 0 ? [] : monthsBetween(began, date, counts);
  const sessions = sessionsAsAt(db, schoolId, size);
  const { blocks, annex } = longTable(
    'No session or outside training is on the record.',
    'Sessions and outside training',
    {
      head: ['Session', 'Day', 'Kind', 'How long', 'Attended'],
      rows: sessions.map((one) => [
        one.title,
        civilDateInWords(one.heldOn),
        kindInWords(one.kind),
        lengthInWords(one.minutes),
        String(one.people),
      ]),
    },
    'sessions and outside training',
  );
  return {
    ...{ annex, months, sessions: sessions.length },
    section: {
      title: '3. Sustained over time',
      blocks: [
        months.length === 0 ? text('No module had been completed by then.') : timeline(months),
        ...blocks,
      ],
    },
  };
}

const names = ['Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug'];
const mostYears = 5;

/** A school year a row, September to August; a month outside the record is a dash. */
function timeline(months: readonly MonthCount[]): Block {
  const years = [...new Set(months.map(({ month }) => academicYear(`${month}-01`)))].slice(
    -mostYears,
  );
  const counted = new Map(months.map(({ month, n }) => [month, n]));
  const shown = months.filter(({ month }) => years.includes(academicYear(`${month}-01`)));
  return {
    type: 'timeline',
    caption: 'Completions of all modules, month by month',
    months: shown,
    head: ['School year', ...names],
    rows: years.map((year) => [
      year.replace('-', '–'),
      ...names.map((_, n) => String(counted.get(monthOf(year, n)) ?? '–')),
    ]),
  };
}

/** `2026-01` of the school year `2025-26` and 4, September being 0. */
function monthOf(year: string, n: number): string {
  const first = Number(year.slice(0, 4));
  const month = ((n + 8) % 12) + 1;
  return `${month >= 9 ? first : first + 1}-${String(month).padStart(2, '0')}`;
}
