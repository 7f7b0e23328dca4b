import { z } from 'zod';
import { contracts, roleGroups, type StaffDetails } from '~/people/staff-details';
import { readDays } from '~/people/staff-list/read-days';
import type { StaffMember } from '~/people/staff-list.server';
import { isCivilDate } from '~/record/london-date';

/** A day, as a date field sends it. */
export const dateField = (message: string) => z.string().refine(isCivilDate, message);

/** The fields of `<DetailsFields>`. */
export const detailsFields = {
  name: z.string().trim().min(1, 'Type their name.').max(200, 'Use at most 200 characters.'),
  email: z.union([
    z.literal(''),
    z.string().trim().max(320).pipe(z.email('Type an e-mail address, such as sam@school.example.')),
  ]),
  staffNumber: z.string().trim().max(40, 'Use at most 40 characters.'),
  roleGroup: z.enum(roleGroups, 'Choose what they do.'),
  contract: z.enum(contracts, 'Choose their contract.'),
  teams: z.string().max(400, 'Use at most 400 characters.'),
  workingDays: z
    .string()
    .trim()
    .refine(
      (days) => days === '' || readDays(days) !== null,
      'Write the days, such as Mon–Wed or Monday, Thursday.',
    )
    .optional(),
  startDate: dateField('Choose their first day at the school.'),
};
const details = z.object(detailsFields);

export function detailsOf(value: z.output<typeof details>): StaffDetails {
  return {
    name: value.name,
    email: value.email,
    staffNumber: value.staffNumber,
    roleGroup: value.roleGroup,
    contract: value.contract,
    teams: value.teams.split(','),
    ...(value.workingDays === undefined ? {} : { workingDays: readDays(value.workingDays) }),
    startDate: value.startDate,
  };
}

/** What the domain checks of them, as typed. */
export function checkedOf(typed: (name: string) => string) {
  return {
    email: typed('email'),
    staffNumber: typed('staffNumber'),
    startDate: typed('startDate'),
  };
}

/** Back into field values. */
export function detailsValues(member: StaffMember): Record<string, string> {
  return {
    name: member.name,
    email: member.email ?? '',
    staffNumber: member.staffNumber ?? '',
    roleGroup: member.roleGroup,
    contract: member.contract,
    teams: member.teams.join(', '),
    workingDays: member.workingDays?.join(', ') ?? '',
    startDate: member.startDate,
  };
}
