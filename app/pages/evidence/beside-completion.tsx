import { Link } from '@remix-run/react';
import { queryOf } from './links';
import { SummaryBlock } from './summary-block';
import type { Section } from './summary-sections';

interface BesideProps {
  sections: readonly Section[];
  /** Civil date. */
  date: string;
}

/** The id of the n-th of them, for the way there. */
export const besideId = (n: number) => `beside-${n + 1}`;

/** What staff understood, what the school changed and what staff tried, in the words of the summary. */
export function BesideCompletion({ sections, date }: BesideProps) {
  return (
    <>
      {sections.map(({ title, blocks }, n) => (
        <section key={title} aria-labelledby={besideId(n)}>
          <h2 id={besideId(n)}>{title}</h2>
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a section stand in one order.
            <SummaryBlock key={at} block={block} />
          ))}
        </section>
      ))}
      <p>
        <Link to={`/evidence/summary${queryOf({ asAt: date })}`} prefetch="none">
          The summary
        </Link>{' '}
        has all of this to print, with its annexes and the school’s own aims, figures and next
        steps.
      </p>
    </>
  );
}
