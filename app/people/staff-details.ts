import type { Contract, RoleGroup, Weekday } from '~db/schema';
import { PeopleError } from './errors';
import { oneLine } from './one-line';

/** What the staff list says of a person. E-mail and staff number in lower case; either signs in, and one must be there. */
export interface StaffDetails {
  name: string;
  email: string | null;
  staffNumber: string | null;
  roleGroup: RoleGroup;
  contract: Contract;
  teams: string[];
  /** Civil date: the first day in. */
  startDate: string;
  /** Left out: stays as it is. Null: nobody has said. */
  workingDays?: Weekday[] | null;
}

export const roleGroups = [
  'teaching assistant',
  'teacher',
  'leader',
  'pastoral',
  'midday',
  'office',
  'site',
  'kitchen',
  'governor',
  'other',
] as const satisfies readonly RoleGroup[];

export const contracts = [
  'permanent',
  'fixed term',
  'agency',
  'volunteer',
  'governor',
] as const satisfies readonly Contract[];

const orNull = (text: string | null) => (text ? oneLine(text).toLowerCase() : '') || null;

/** For showing: a phrase that starts with a role group, with a capital. */
export const capitalised = (phrase: string) => phrase.charAt(0).toUpperCase() + phrase.slice(1);

/** As they are stored. */
export function tidy(details: StaffDetails): StaffDetails {
  const teams = [...new Set(details.teams.map(oneLine).filter(Boolean))];
  return { ...details, ...tidySignIn(details), name: oneLine(details.name), teams };
}

/** How a school spells a team: as it does first. Those that differ only in capitals or spaces are one. */
export function teamSpelling(known: Iterable<string>): (team: string) => string {
  const spellings = new Map<string, string>();
  for (const team of known) {
    const key = sameTeam(team);
    if (!spellings.has(key)) spellings.set(key, team);
  }
  return (team) => spellings.get(sameTeam(team)) ?? team;
}

/** Two spellings of one team give the same. */
export const sameTeam = (team: string) => oneLine(team).toLowerCase();

/** Teams in the spelling that the school has already. */
export function spelledAsKnown(teams: readonly string[], known: readonly string[]): string[] {
  return [...new Set(teams.map(teamSpelling([...known, ...teams])))];
}

type SignInNames = Pick<StaffDetails, 'email' | 'staffNumber'>;

/** What someone signs in with, as it is stored. */
export function tidySignIn({ email, staffNumber }: SignInNames): SignInNames {
  return { email: orNull(email), staffNumber: orNull(staffNumber) };
}

/** Why nobody could sign in with these. */
export function signInProblems({ email, staffNumber }: SignInNames): PeopleError[] {
  if (!email && !staffNumber) {
    return [
      new PeopleError(
        'no-sign-in-name',
        'Give an e-mail address or a staff number: people sign in with one of them.',
        'email',
      ),
    ];
  }
  if (!staffNumber?.includes('@')) return [];
  return [
    new PeopleError(
      'no-sign-in-name',
      'A staff number cannot contain @. An e-mail address goes in the box above.',
      'staffNumber',
    ),
  ];
}
