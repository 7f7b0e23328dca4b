import { civilDateInWords } from '~/course/said';

export interface Looked {
  /** Civil date. */
  on: string;
  /** Null when the name was erased. */
  who: string | null;
  what: string;
  times: number;
}

/** Several looks by one person on one day are one line, with a number. */
export function lookedAt(looks: Omit<Looked, 'times'>[]): Looked[] {
  const lines = new Map<string, Looked>();
  for (const { on, who, what } of looks) {
    const key = `${on} ${who} ${what}`;
    const line = lines.get(key) ?? { on, who, what, times: 0 };
    lines.set(key, { ...line, times: line.times + 1 });
  }
  return [...lines.values()];
}

/** Who opened or downloaded the record that one is in, the newest first. */
export function LooksList({ looks }: { looks: Looked[] }) {
  return (
    <section aria-labelledby="looks">
      <h2 id="looks">Who looked at it</h2>
      {looks.length === 0 ? (
        <p>Nobody has opened or downloaded it yet.</p>
      ) : (
        <ul>
          {looks.map(({ on, who, what, times }) => (
            <li key={`${on} ${who} ${what}`}>
              {civilDateInWords(on)}: {who ?? 'someone whose name was erased'} {what}
              {times > 1 ? `, ${times} times` : ''}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
