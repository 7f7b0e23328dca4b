import type { ToldTogether } from '~/learning/together/told.server';
import { listed, withWhom } from '~/pages/together-in-words';
import { minutes } from './minutes';

/** What was done with a group, and what is left to do alone. */
export function DoneTogether({ told: { sessions, left } }: { told: ToldTogether }) {
  const toRead = left.filter(({ kind }) => kind === 'page').length;
  const parts = [
    ...(toRead > 0 ? [toRead === 1 ? 'one page to read' : `${toRead} pages to read`] : []),
    ...left.flatMap(({ kind, minutes: n }) => {
      if (kind === 'scenario') return [`an example (about ${minutes(n)})`];
      if (kind === 'quiz') return [`the quiz (about ${minutes(n)})`];
      return kind === 'commit' ? ['one thing you will try'] : [];
    }),
  ];
  const whole = left.every(({ kind }) => kind === 'quiz' || kind === 'commit');
  return (
    <p>
      You did {whole ? 'the pages' : 'part of it'} together {withWhom(sessions)}.{' '}
      {parts.length > 0 ? `Left: ${listed(parts)}. ` : ''}You can still read every page.
    </p>
  );
}
