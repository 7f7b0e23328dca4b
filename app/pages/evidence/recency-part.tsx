import { Link } from '@remix-run/react';
import { newStarterDays, type Recency } from '~/record/coverage';
import type { Count } from '~/record/standing';
import { recentMonths } from '~/record/whole-months';

/** Trained long ago is not the same as trained: how recent it is, in words. */
export function RecencyPart({
  recency,
  trained,
  to,
}: {
  recency: Recency;
  trained: number;
  /** Where the recent completions are. */
  to: string;
}) {
  const { medianMonths, within24Months } = recency;
  if (medianMonths === null) return null;
  return (
    <p>
      Of the {trained} trained, half completed it, or its newest refresher,{' '}
      {withinMonths(medianMonths)};{' '}
      <Link to={to} prefetch="none">
        {within24Months} within the last {recentMonths} months
      </Link>
      .
    </p>
  );
}

/** A whole month is counted when its day has come round, so 3 whole months are within the last 4. */
const withinMonths = (months: number) =>
  months < 1 ? 'within the last month' : `within the last ${Math.floor(months) + 1} months`;

/** Whoever has just come is asked about most. */
export function NewStarters({ count, to }: { count: Count; to: string }) {
  if (count.staff === 0) return <p>Nobody is in their first {newStarterDays} days.</p>;
  return (
    <p>
      In their first {newStarterDays} days:{' '}
      <Link to={to} prefetch="none">
        {count.trained} of {count.staff}
      </Link>{' '}
      trained.
    </p>
  );
}
