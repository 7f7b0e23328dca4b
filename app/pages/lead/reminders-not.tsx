import { Link } from '@remix-run/react';
import type { WhyNot } from '~/messages/preview.server';
import { Details } from '~/ui/panel';

const whys: Record<WhyNot, string> = {
  'not joined': 'has not joined yet: send a link to join instead',
  away: 'has no working day in the next seven days',
  'had one': 'has this week’s already',
  'wants required only': 'wants one only in a week in which something is due',
};

/** Who has something due and gets no reminder, and why. */
export function RemindersNot({ not }: { not: { personId: string; name: string; why: WhyNot }[] }) {
  if (not.length === 0) return null;
  const some = not.length === 1 ? 'One person gets none' : `${not.length} people get none`;
  return (
    <Details summary={`${some} this week, and why`}>
      <ul>
        {not.map(({ personId, name, why }) => (
          <li key={personId}>
            {name}: {whys[why]}
          </li>
        ))}
      </ul>
      {not.some(({ why }) => why === 'not joined') ? (
        <p>
          <Link to="/lead/ways-in">Links to join</Link>
        </p>
      ) : null}
    </Details>
  );
}
