import { sameName } from '~/people/staff-list/read-name';
import type { StaffMember } from '~/people/staff-list.server';
import type { Who } from './list-row';

export type Listed = Pick<
  StaffMember,
  'id' | 'name' | 'email' | 'staffNumber' | 'roleGroup' | 'teams' | 'startDate' | 'leaveDate'
>;

/** Whom somebody's words are about. */
export type Recognised =
  | { kind: 'person'; person: Listed }
  /** Two readings are possible, or one that is only likely. */
  | { kind: 'ask'; why: string; candidates: Listed[] }
  | { kind: 'nobody' };

/** The most people offered for one name. */
const mostOffered = 8;

/**
 * Looks people up by staff number, then by e-mail address, then by their whole name; and asks, never guesses, where that
 * is not plain: two of one name, part of a name, a number and a name that do not go together.
 */
export function recogniser(staff: readonly Listed[]): (who: Who) => Recognised {
  const by = (key: (one: Listed) => string | null) => {
    const found = new Map<string, Listed[]>();
    for (const one of staff) {
      const k = key(one);
      if (k !== null) found.set(k, [...(found.get(k) ?? []), one]);
    }
    return found;
  };
  const byNumber = by(({ staffNumber }) => staffNumber);
  const byMail = by(({ email }) => email);
  const byName = by(({ name }) => sameName(name));
  const words = new Map(staff.map((one) => [one, wordsOf(one.name)]));
  const byWord = new Map<string, Set<Listed>>();
  for (const [one, theirs] of words) {
    for (const word of theirs) byWord.set(word, (byWord.get(word) ?? new Set()).add(one));
  }

  /** Some of the words of their name and none besides, or their whole name and more. */
  function perhaps(name: string): Listed[] {
    const written = wordsOf(name);
    const sharing = new Set(written.flatMap((word) => [...(byWord.get(word) ?? [])]));
    return [...sharing].filter((one) => {
      const theirs = words.get(one) ?? [];
      const begins = (initial: string) => theirs.some((word) => word.startsWith(initial));
      const part = written.every((w) => theirs.includes(w) || (w.length === 1 && begins(w)));
      const more = theirs.length > 1 && theirs.every((word) => written.includes(word));
      return (part && written.some((word) => word.length > 1)) || more;
    });
  }

  return ({ name, email, staffNumber }) => {
    const known = (staffNumber && byNumber.get(staffNumber)) || (email && byMail.get(email)) || [];
    const [person] = known;
    if (person) {
      const stated = name !== null && name.toLowerCase() !== staffNumber ? wordsOf(name) : [];
      const fits = stated.length === 0 || stated.some((word) => words.get(person)?.includes(word));
      if (fits) return { kind: 'person', person };
      const why = `On your staff list this is ${person.name}, and the names have nothing in common.`;
      return { kind: 'ask', why, candidates: [person] };
    }
    if (name === null) return { kind: 'nobody' };
    const same = byName.get(sameName(name)) ?? [];
    if (same.length === 1 && same[0]) {
      // Theirs on the staff list is another, so it may be somebody else of that name.
      if (email === null || same[0].email === null) return { kind: 'person', person: same[0] };
      const why = `${same[0].name} on your staff list has another e-mail address.`;
      return { kind: 'ask', why, candidates: same };
    }
    if (same.length > 1) {
      const why = `${same.length} people on your staff list have this name.`;
      return { kind: 'ask', why, candidates: same.slice(0, mostOffered) };
    }
    const likely = perhaps(name);
    if (likely.length === 0 || likely.length > mostOffered) return { kind: 'nobody' };
    const why =
      likely.length === 1
        ? 'Nobody has just this name; this may be who is meant.'
        : `Nobody has just this name; it may be one of ${likely.length}.`;
    return { kind: 'ask', why, candidates: likely };
  };
}

/** Without accents, which people leave out. */
const wordsOf = (name: string) =>
  sameName(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[\s.-]+/)
    .filter(Boolean);
