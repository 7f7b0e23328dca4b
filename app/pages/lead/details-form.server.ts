import { z } from 'zod';
import { dateField, lineField } from '~/pages/typed-fields.server';
import { contracts, roleGroups, type StaffDetails } from '~/people/staff-details';
import { readDays } from '~/people/staff-list/read-days';
import type { StaffMember } from '~/people/staff-list.server';

/** The fields of `<DetailsFields>`; `today` is a civil date. */
export const detailsFields = (today: string) => ({
  name: lineField().min(1, 'Type their name.'),
  email: z.union([
    z.literal(''),
    z.string().trim().max(320).pipe(z.email('Type an e-mail address, such as sam@school.example.')),
  ]),
  staffNumber: lineField(40),
  roleGroup: z.enum(roleGroups, 'Choose what they do.'),
  contract: z.enum(contracts, 'Choose their contract.'),
  teams: lineField(400),
  workingDays: z
    .string()
    .trim()
    .refine(
      (days) => days === '' || readDays(days) !== null,
      'Write the days, such as Mon–Wed or Monday, Thursday.',
    )
    .optional(),
  startDate: dateField('Choose their first day at the school.', today),
});
type Details = z.output<z.ZodObject<ReturnType<typeof detailsFields>>>;

export function detailsOf(value: Details): StaffDetails {
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
