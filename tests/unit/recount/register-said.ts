import { isThere, staffList } from './people';
import { type RawEvent, until } from './raw-events';
import { isClosed, type Way } from './ways';

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
const short = (date: string) =>
  `${Number(date.slice(8))} ${new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(new Date(date))} ${date.slice(0, 4)}`;

/** Everyone there that day, with what they had completed and what not. */
export function register(
  everything: readonly RawEvent[],
  date: string,
  ways: readonly Way[],
): string[] {
  const staff = staffList(until(everything, date)).filter((p) => isThere(p, date));
  const title = (a: Way, b: Way) =>
    a.title.localeCompare(b.title) || (a.doneOn ?? '').localeCompare(b.doneOn ?? '');
  return [
    `by name: ${staff.length}`,
    ...staff.flatMap(({ id, name, role, teams }) => {
      const mine = ways.filter(({ person }) => person === id).sort(title);
      const done = mine.filter(({ state }) => state === 'done');
      const open = mine.filter(({ state }) => ['asked', 'asked again', 'begun'].includes(state));
      const opens = (w: Way) => w.asks.map((ask) => ask.opens).sort()[0] ?? '';
      const how = { asked: 'not started', 'asked again': 'refresher due', begun: 'in progress' };
      return [
        name ?? 'Name erased',
        [capital(role), ...teams].join(', '),
        done
          .map(
            (w) =>
              `${w.title}, ${w.kind === 'refresher' ? 'refresher to ' : ''}version ${w.version}, ${short(w.doneOn ?? '')}`,
          )
          .join('; ') || '–',
        open
          .map((w) => {
            const later = isClosed(w, date) && `not open yet, from ${short(opens(w))}`;
            return `${w.title} (${later || how[w.state as keyof typeof how]})`;
          })
          .join('; ') || '–',
      ];
    }),
  ];
}
