import { Link } from '@remix-run/react';
import type { Afterwards } from '~/learning/afterwards.server';
import type { PageWho } from '~/people/guard.server';
import { Panel } from '~/ui/panel';
import { OfferButtons, offerInWords } from './recall-parts';

/** What comes back after a module: one quiet card, or none. Nothing is counted and nothing is overdue. */
export function AfterwardsCard({
  who,
  afterwards: { recall, followUps },
}: {
  who: PageWho;
  afterwards: Afterwards;
}) {
  if (!recall && followUps.length === 0) return null;
  return (
    <Panel title="When you have a moment" tone="tinted">
      {recall ? (
        <>
          <p>{offerInWords(recall)}. For you alone.</p>
          <OfferButtons who={who} begun={recall.begun} />
        </>
      ) : null}
      {followUps.map(({ module, title }) => (
        <p key={module}>
          <Link to={`/follow-up/${module}`} prefetch="none">
            Did you try it? Look back on {title}
          </Link>
          , 2 minutes.
        </p>
      ))}
    </Panel>
  );
}
