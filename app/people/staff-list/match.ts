import { type Known, wasNeverHere } from './known';
import type { ListRow } from './list-row';
import { nameWords, sameName } from './read-name';

/** Whom a row is about. */
export type Match =
  | { kind: 'new' }
  | { kind: 'person'; person: Known }
  /** Two readings are possible; `mayBeNew` unless what they sign in with is somebody’s already. */
  | { kind: 'ask'; why: string; candidates: Known[]; mayBeNew: boolean }
  | { kind: 'twice'; of: number }
  | { kind: 'refused'; why: string };

/**
 * Matches rows with people: by staff number, then by e-mail, then by name. Each pass looks at all rows at once and a person
 * is taken once, so the order of rows makes no difference. Rows with problems take no part.
 */
export function matchRows(rows: readonly ListRow[], staff: readonly Known[]): Map<number, Match> {
  const found = new Map<number, Match>();
  const left = withoutRepeats(rows, found);
  const taken = new Set<Known>();
  for (const key of ['staffNumber', 'email'] as const) {
    const byKey = new Map(staff.flatMap((one) => (one[key] ? [[one[key], one] as const] : [])));
    for (const row of left) {
      const person = row[key] ? byKey.get(row[key]) : undefined;
      if (!person || found.has(row.n) || taken.has(person)) continue;
      taken.add(person);
      found.set(row.n, likely(row, person, key));
    }
  }
  byName(
    left.filter(({ n }) => !found.has(n)),
    staff.filter((one) => !taken.has(one) && !wasNeverHere(one)),
    found,
  );
  return found;
}

/** Rows that say the same count once. Rows that share what only one person can have are refused, each of them. */
function withoutRepeats(rows: readonly ListRow[], found: Map<number, Match>): ListRow[] {
  const first = new Map<string, number>();
  const once = rows.filter((row) => {
    if (row.problems.length > 0) return false;
    const said = JSON.stringify({ ...row, n: 0, name: sameName(row.name) });
    const of = first.get(said);
    if (of === undefined) first.set(said, row.n);
    else found.set(row.n, { kind: 'twice', of });
    return of === undefined;
  });
  for (const [key, what] of [
    ['staffNumber', 'staff number'],
    ['email', 'e-mail address'],
  ] as const) {
    for (const same of groups(once, (row) => row[key])) {
      if (same.length < 2) continue;
      const why = `Rows ${numbers(same)} have one ${what} and say different things. Keep the one that is right.`;
      for (const row of same) found.set(row.n, { kind: 'refused', why });
    }
  }
  return once.filter(({ n }) => !found.has(n));
}

/** Known by number or e-mail, unless not one word of the name is the same. */
function likely(row: ListRow, person: Known, key: 'staffNumber' | 'email'): Match {
  const theirs = new Set(nameWords(person.name));
  if (
    sameName(row.name) === sameName(person.name) ||
    nameWords(row.name).some((word) => theirs.has(word))
  ) {
    return { kind: 'person', person };
  }
  const what = key === 'email' ? 'e-mail address' : 'staff number';
  const why = `This ${what} is ${person.name}’s on your staff list, and the names have nothing in common.`;
  return { kind: 'ask', why, candidates: [person], mayBeNew: false };
}

function byName(rows: ListRow[], staff: Known[], found: Map<number, Match>): void {
  const named = new Map(
    groups(staff, ({ name }) => sameName(name)).map((same) => [
      sameName(same[0]?.name ?? ''),
      same,
    ]),
  );
  for (const same of groups(rows, ({ name }) => sameName(name))) {
    const candidates = named.get(sameName(same[0]?.name ?? '')) ?? [];
    const [only] = candidates;
    for (const row of same) {
      if (!only) found.set(row.n, { kind: 'new' });
      else if (same.length > 1)
        found.set(
          row.n,
          ask(
            candidates,
            `Rows ${numbers(same)} have this name, and so does someone on your staff list.`,
          ),
        );
      else if (candidates.length > 1)
        found.set(
          row.n,
          ask(candidates, `${candidates.length} people on your staff list have this name.`),
        );
      else if (only.leaveDate !== null)
        found.set(row.n, ask(candidates, 'Someone of this name has left, or is leaving.'));
      else if (signInDiffers(row, only))
        found.set(
          row.n,
          ask(
            candidates,
            'Someone on your staff list has this name and signs in with something else.',
          ),
        );
      else found.set(row.n, { kind: 'person', person: only });
    }
  }
}

const ask = (candidates: Known[], why: string): Match => ({
  kind: 'ask',
  why,
  candidates,
  mayBeNew: true,
});

/** A school that moves to another domain keeps what stands before the @. */
function signInDiffers(row: ListRow, person: Known): boolean {
  const before = (email: string) => email.slice(0, email.lastIndexOf('@'));
  const numbers = row.staffNumber && person.staffNumber && row.staffNumber !== person.staffNumber;
  const mails = row.email && person.email && before(row.email) !== before(person.email);
  return Boolean(numbers || mails);
}

/** In the order in which each key comes first; what has no key is in no group. */
function groups<T>(all: readonly T[], key: (one: T) => string | null): T[][] {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const k = key(one);
    if (k !== null) found.set(k, [...(found.get(k) ?? []), one]);
  }
  return [...found.values()];
}

const numbers = (rows: readonly ListRow[]) => {
  const all = rows.map(({ n }) => String(n));
  return [all.slice(0, -1).join(', '), all.at(-1)].join(' and ');
};
