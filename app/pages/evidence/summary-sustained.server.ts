import type { Attune } from '~/context.server';
import { kindInWords, lengthInWords } from '~/pages/sessions/in-words';
import { academicYear } from '~/record/london-date';
import { type MonthCount, monthsBetween } from '~/record/months';
import { sessionsAsAt, sessionsOfOthers } from '~/record/sessions-attended.server';
import { completionsByMonth } from '~/record/summary/coverage-summary.server';
import { linesBehind } from './links';
import { monthInWords } from './month-in-words';
import { attendedCounts, heldInWords } from './said';
import { longTable } from './summary-annexes';
import { aside, type Block, type Said, type Section, text } from './summary-sections';

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
  /** Completions that heading 2 counts: a person and a module once, of who was on the staff that day. */
  counted: number,
): Sustained {
  const { schoolId, date, size, began } = asked;
  const completed = completionsByMonth(db, schoolId, { date, size });
  const counts = new Map(completed.map(({ month, n }) => [month, n]));
  // Months without any are part of the truth.
  const months = counts.size === 0 ? [] : monthsBetween(began, date, counts);
  const sessions = sessionsAsAt(db, schoolId, size);
  const others = sessionsOfOthers(db, schoolId, { date, size });
  const whoCounts = others.size > 0 ? [aside(attendedCounts)] : [];
  const here = completed.reduce((sum, one) => sum + one.here, 0);
  const { blocks, annex } = longTable(
    'No session or outside training is on the record.',
    'Sessions and outside training',
    {
      head: ['Session', 'Day', 'Kind', 'How long', 'Attended'],
      rows: sessions.map((one) => [
        one.title,
        heldInWords(one),
        kindInWords(one.kind),
        lengthInWords(one.minutes),
        {
          words: String(one.people),
          to: linesBehind({ asAt: date, session: one.session, completed: 'sessions' }),
        },
      ]),
    },
    'sessions and outside training',
  );
  return {
    annex: annex && { ...annex, blocks: [...annex.blocks, ...whoCounts] },
    ...{ months, sessions: sessions.length },
    section: {
      title: '3. Sustained over time',
      blocks: [
        ...(months.length === 0
          ? [text('No module had been completed by then.')]
          : [timeline(months, date), allOf(months, { asAt: date, here, counted })]),
        ...blocks,
        ...whoCounts,
      ],
    },
  };
}

const names = ['Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug'];
const mostYears = 5;

/** A school year a row, September to August; a month outside the record is a dash. */
function timeline(months: readonly MonthCount[], asAt: string): Block {
  const years = [...new Set(months.map(({ month }) => academicYear(`${month}-01`)))].slice(
    -mostYears,
  );
  const counted = new Map(months.map(({ month, n }) => [month, n]));
  const shown = months.filter(({ month }) => years.includes(academicYear(`${month}-01`)));
  return {
    type: 'timeline',
    caption: `Completions of all modules, month by month${columnsSaid(shown)}`,
    columns: shown.map(({ month, n }) => ({ label: labelOf(month, shown.length), n })),
    head: ['School year', ...names],
    rows: years.map((year) => [
      year.replace('-', '–'),
      ...names.map((_, place): Said => {
        const month = monthOf(year, place);
        const n = counted.get(month);
        if (!n) return n === 0 ? '0' : '–';
        return { words: String(n), to: linesBehind({ asAt, completed: 'whole', month }) };
      }),
    ]),
  };
}

/** Under the column of a month: of more than a year, the Septembers alone. */
function labelOf(month: string, of: number): string {
  const number = month.slice(5);
  const name = names[(Number(number) + 3) % 12] ?? '';
  return of <= 12 || number === '09' ? name : '';
}

/** The columns stand for the months of the record alone, the table below them for whole school years. */
function columnsSaid(months: readonly MonthCount[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return '';
  return ` (a column each from ${monthInWords(first.month)} to ${monthInWords(last.month)})`;
}

/** Why the months add up to more than heading 2 has. */
function allOf(
  months: readonly MonthCount[],
  { asAt, here, counted }: { asAt: string; here: number; counted: number },
): Block {
  const all = months.reduce((sum, { n }) => sum + n, 0);
  const away = all - here;
  const again = here - counted;
  const others = [
    ...(away > 0
      ? [`${away} by people who were not on the staff that day, whom heading 2 does not count`]
      : []),
    ...(again > 0 ? [`${again} of a module that the same person has completed twice`] : []),
  ];
  return aside([
    'Every completion stands in the month in which it was earned, refreshers left out: ',
    { words: `${all} in all`, to: linesBehind({ asAt, completed: 'whole' }) },
    others.length > 0 ? `, among them ${others.join(', and ')}.` : '.',
  ]);
}

/** `2026-01` of the school year `2025-26` and 4, September being 0. */
function monthOf(year: string, n: number): string {
  const first = Number(year.slice(0, 4));
  const month = ((n + 8) % 12) + 1;
  return `${month >= 9 ? first : first + 1}-${String(month).padStart(2, '0')}`;
}
