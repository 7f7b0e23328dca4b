import { Link } from '@remix-run/react';
import type { RefresherOffer } from '~/learning/refresher-offer.server';
import { Panel } from '~/ui/panel';
import { minutes } from './minutes';

/** Newer versions of what one has completed: nobody is asked to take them. */
export function Refreshers({ refreshers }: { refreshers: RefresherOffer[] }) {
  return (
    <Panel title="Changed since you completed it">
      <ul>
        {refreshers.map(({ module, title, from, to, minutes: n }) => (
          <li key={module}>
            <Link to={`/learn/${module}#newer`} prefetch="none">
              {title}: see what changed
            </Link>{' '}
            <span className="hint">
              You completed version {from}; this is version {to}. A refresher takes about{' '}
              {minutes(n)}, if you like.
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
