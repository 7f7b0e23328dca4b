import type { Contract, RoleGroup } from '~db/schema';
import { PeopleError } from './errors';

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

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const orNull = (text: string | null) => (text ? oneLine(text).toLowerCase() : '') || null;

/** As they are stored. @throws PeopleError when nobody could sign in with them. */
export function tidy(details: StaffDetails): StaffDetails {
  const email = orNull(details.email);
  const staffNumber = orNull(details.staffNumber);
  if (!email && !staffNumber) {
    throw new PeopleError(
      'no-sign-in-name',
      'Give an e-mail address or a staff number: people sign in with one of them.',
      'email',
    );
  }
  if (staffNumber?.includes('@')) {
    throw new PeopleError(
      'no-sign-in-name',
      'A staff number cannot contain @. An e-mail address goes in the box above.',
      'staffNumber',
    );
  }
  const teams = [...new Set(details.teams.map(oneLine).filter(Boolean))];
  return { ...details, name: oneLine(details.name), email, staffNumber, teams };
}
