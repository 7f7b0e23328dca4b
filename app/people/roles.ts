import type { Role } from '~db/schema';

/**
 * What people may be at their school besides staff, which everyone on the list is. The trust's role is given on its own
 * page, a deputy's for a time (deputies.server.ts).
 */
export type GivenRole = Exclude<Role, 'staff' | 'deputy' | 'trust lead'>;

export const givenRoles: { role: GivenRole; label: string; does: string }[] = [
  {
    role: 'lead',
    label: 'Attachment lead',
    does: 'Keeps the staff list and cohorts, gives modules, sees who needs a hand.',
  },
  {
    role: 'head',
    label: 'Headteacher',
    does: 'Sees and exports the training record.',
  },
  {
    role: 'office',
    label: 'School office',
    does: 'Keeps the staff list: details, last days, lists from a spreadsheet. Sees nothing that anyone learned.',
  },
];

export function roleInWords(role: Exclude<Role, 'staff'>): string {
  if (role === 'trust lead') return 'Trust lead';
  if (role === 'deputy') return 'Deputy for the attachment lead';
  return givenRoles.find((one) => one.role === role)?.label ?? role;
}

/**
 * Whether someone acting in a role may give and take another: a head any of them, a lead all but the head's. A school
 * that has no head left has nobody else to ask, and then the lead may.
 */
export function mayGive(acting: Role | 'system', role: GivenRole, someHead: boolean): boolean {
  if (acting === 'system' || acting === 'head') return true;
  return acting === 'lead' && (role !== 'head' || !someHead);
}
