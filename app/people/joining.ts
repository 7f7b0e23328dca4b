import type { WayInStanding } from './ways-in.server';

/** How far somebody is with joining. Dates are civil dates. */
export type Joining =
  | { state: 'joined'; on: string }
  | { state: 'invited'; until: string }
  | { state: 'ended'; on: string }
  | { state: 'never invited' };

/** @param joinedOn the day they first set a password; null when they have not */
export function joiningOf(joinedOn: string | null, wayIn: WayInStanding | undefined): Joining {
  if (joinedOn !== null) return { state: 'joined', on: joinedOn };
  if (!wayIn) return { state: 'never invited' };
  return wayIn.ended
    ? { state: 'ended', on: wayIn.until }
    : { state: 'invited', until: wayIn.until };
}

/** Which of them a list shows. */
export const joiningLists = {
  'not-joined': { label: 'Not joined yet', states: ['never invited', 'ended', 'invited'] },
  'no-way-in': { label: 'No way in, or one that ended', states: ['never invited', 'ended'] },
  joined: { label: 'Joined', states: ['joined'] },
  all: { label: 'Everyone', states: ['never invited', 'ended', 'invited', 'joined'] },
} as const satisfies Record<string, { label: string; states: readonly Joining['state'][] }>;

export type JoiningList = keyof typeof joiningLists;

export function isJoiningList(text: string | null): text is JoiningList {
  return text !== null && Object.hasOwn(joiningLists, text);
}
