import type { PageWho } from '~/people/guard.server';
import { roleChoices } from '~/people/role-names';
import { capitalised, contracts } from '~/people/staff-details';
import { DateField, SelectField, TextField } from '~/ui/fields';

interface DetailsFieldsProps {
  who: PageWho;
  values: Record<string, string> | undefined;
  errors: Record<string, string[]> | undefined;
  /** Teams that the school has already, to be offered. */
  teams: string[];
}

const contractOptions = contracts.map((value) => ({ value, label: capitalised(value) }));

/** What the staff list asks about a person. */
export function DetailsFields({ who, values, errors, teams }: DetailsFieldsProps) {
  const field = (name: string) => ({ name, error: errors?.[name], defaultValue: values?.[name] });
  const known = teams.join(', ');
  return (
    <>
      <TextField {...field('name')} label="Name" autoComplete="off" required />
      <TextField
        {...field('email')}
        label="E-mail address"
        hint="People sign in with this, or with a staff number. One of the two must be here."
        type="email"
        autoComplete="off"
      />
      <TextField
        {...field('staffNumber')}
        label="Staff number"
        hint="For anyone with no school e-mail: any number or word of your own."
        autoComplete="off"
        width="short"
      />
      <SelectField
        {...field('roleGroup')}
        label="Role"
        options={roleChoices(who.roleNames, [values?.roleGroup])}
      />
      <SelectField {...field('contract')} label="Contract" options={contractOptions} />
      <TextField
        {...field('teams')}
        label="Teams"
        hint={
          known
            ? `With commas between them. Your school has: ${known}.`
            : 'With commas between them, such as: Year 4, Phonics.'
        }
        autoComplete="off"
        width="full"
      />
      <TextField
        {...field('workingDays')}
        label="Working days, if you like"
        hint="Such as: Mon–Wed."
        autoComplete="off"
      />
      <DateField {...field('startDate')} label="First day at the school" required />
    </>
  );
}
