import type { Attune } from '~/context.server';
import { firstAndLater } from '~/learning/understanding/first-and-later.server';
import { percentBand, type Share } from '~/learning/understanding/share';
import { columnsOf, rowsLater, type Table } from '~/record/export/table';
import { londonDate } from '~/record/london-date';
import type { CoverageRow } from '~/record/summary/coverage-rows';
import { coverageSummary } from '~/record/summary/coverage-summary.server';

/** The guideline whose topics have a column each. */
const guideline = 'nice-ng26';
const topicColumns = [1, 2, 3, 4].map((n) => `ng26_topic_${n}_pct`);
const understood = ['first_attempt_standard_met_pct', 'retrieval_1m_pct', 'retrieval_12w_pct'];

const counts = ['headcount', 'assigned', 'completed', 'pct', 'median_months_since'];
const columns = columnsOf(
  [
    ...['role_group', 'team', ...counts, 'pct_within_24_months'],
    ...[...topicColumns, ...understood, 'n_suppressed'],
  ],
  { numbers: [...counts, 'pct_within_24_months', ...topicColumns, 'n_suppressed'] },
);

/**
 * `coverage-summary`: the whole staff, each role group, each team, as at a day. What was understood is shown of the whole
 * school only, as a band of percentages, and withheld of every group; `n_suppressed` says how many figures of the row are.
 * Topics are counted by what the modules cover today.
 */
export function coverageTable(
  { db, course, now }: Pick<Attune, 'db' | 'course' | 'now'>,
  schoolId: string,
  { date, size }: { date: string; size: number },
): Table {
  const topics = course.frameworks().find(({ id }) => id === guideline)?.topics ?? [];
  const covering = topicColumns.map((_, n) => {
    const topic = topics[n]?.id;
    return course
      .modules()
      .filter(({ covers }) => topic !== undefined && covers[guideline]?.includes(topic))
      .map(({ slug }) => slug);
  });
  const rows = rowsLater(() => {
    const found = firstAndLater(db, schoolId, { date, today: londonDate(now()) });
    const shares = [found.first, ...found.later.map(({ counted }) => counted)];
    return coverageSummary(db, schoolId, { date, size }, covering).map((row, n) => [
      ...[row.roleGroup ?? 'all', row.team ?? 'all'],
      ...figuresOf(row),
      ...withheld(shares.map((counted) => (n === 0 ? (counted?.share ?? null) : null))),
    ]);
  });
  return { name: 'coverage-summary', columns, rows };
}

function figuresOf(row: CoverageRow): (number | null)[] {
  const { headcount, assigned, completed } = row;
  return [
    ...[headcount, assigned, completed, percent(completed, assigned), row.medianMonthsSince],
    percent(row.within24Months, headcount),
    ...row.byTopic.map(({ trained }) => percent(trained, headcount)),
  ];
}

function withheld(shares: readonly (Share | null)[]): (string | number | null)[] {
  return [
    ...shares.map((share) => (share === null ? null : percentBand[share])),
    shares.filter((share) => share === null).length,
  ];
}

/** Of nobody there is no share. */
const percent = (n: number, of: number): number | null =>
  of === 0 ? null : Math.round((n / of) * 100);
