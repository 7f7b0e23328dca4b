import { Link } from '@remix-run/react';
import { type Count, newStarterDays, type Recency } from '~/record/coverage';

/** Trained long ago is not the same as trained: how recent it is, in words. */
export function RecencyPart({ recency, trained }: { recency: Recency; trained: number }) {
  const { medianMonths, within24Months } = recency;
  if (medianMonths === null) return null;
  return (
    <p>
      Of the {trained} trained, half completed it, or its newest refresher,{' '}
      {withinMonths(medianMonths)}; {within24Months} within the last 24 months.
    </p>
  );
}

/** A whole month is counted when its day has come round, so 3 whole months are within the last 4. */
const withinMonths = (months: number) =>
  months < 1 ? 'within the last month' : `within the last ${Math.floor(months) + 1} months`;

/** Whoever has just come is asked about most. */
export function NewStarters({ count, rows }: { count: Count; rows: string }) {
  if (count.staff === 0) return <p>Nobody is in their first {newStarterDays} days.</p>;
  const said = `${count.trained} of ${count.staff}`;
  return (
    <p>
      In their first {newStarterDays} days:{' '}
      {count.trained === 0 ? (
        said
      ) : (
        <Link to={rows} prefetch="none">
          {said}
        </Link>
      )}{' '}
      trained.
    </p>
  );
}
