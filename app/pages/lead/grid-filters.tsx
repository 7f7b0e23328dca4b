import { Form, Link } from '@remix-run/react';
import type { GridChoices, GridFilter } from '~/cohorts/grid-filter';
import { roleName } from '~/people/role-names';
import { capitalised } from '~/people/staff-details';
import { Button } from '~/ui/button';
import { SelectField, type SelectOption, TextField } from '~/ui/fields';
import { Details } from '~/ui/panel';
import type { RoleNames } from '~db/schema';
import { filterInWords, gridAddress, statusLabels } from './grid-words';

interface GridFiltersProps {
  /** Of the page that they are on. */
  path: string;
  /** To choose one of; left out, the page is one cohort’s. */
  cohorts?: { id: string; name: string }[];
  cohort?: string | undefined;
  choices: GridChoices;
  /** What the school calls its role groups. */
  names: RoleNames;
  filter: GridFilter;
}

/** Whom to show, by what they are and where they stand. It folds up on a phone, and says there what is on. */
export function GridFilters(props: GridFiltersProps) {
  const { path, cohorts = [], cohort, choices, filter, names } = props;
  const { roleGroups, teams, modules, statuses } = choices;
  const inCohort = cohorts.find(({ id }) => id === cohort)?.name;
  const on = [inCohort ?? '', ...filterInWords(filter, modules, names)].filter(Boolean);
  return (
    <Form
      key={gridAddress(path, { ...filter, cohort })}
      method="get"
      action={path}
      role="search"
      preventScrollReset
    >
      <Details
        className="unfolded-when-wide"
        summary={on.length > 0 ? `Filter: ${on.join('; ')}` : 'Filter'}
      >
        <div className="form-row">
          {cohorts.length > 0 ? (
            <Choice
              label="Cohort"
              name="cohort"
              any="All staff"
              value={cohort}
              options={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          <Choice
            label="Role"
            name="role"
            any="Every role"
            value={filter.roleGroup}
            options={roleGroups.map((value) => ({
              value,
              label: capitalised(roleName(names, value)),
            }))}
          />
          {teams.length > 0 ? (
            <Choice
              label="Team"
              name="team"
              any="Every team"
              value={filter.team}
              options={teams.map((value) => ({ value, label: value }))}
            />
          ) : null}
          <Choice
            label="Where they stand"
            name="status"
            any="Anywhere"
            value={filter.status}
            options={statuses.map((value) => ({ value, label: statusLabels[value] }))}
          />
          <Choice
            label="With which module"
            name="module"
            any="Any of them"
            value={filter.module}
            options={modules.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
        </div>
      </Details>
      <div className="form-row">
        <TextField
          label="Find by name, role or team"
          name="find"
          type="search"
          defaultValue={filter.find}
        />
        <Button variant="secondary">Show</Button>
        {on.length > 0 || filter.find ? <Link to={path}>Clear the filter</Link> : null}
      </div>
    </Form>
  );
}

interface ChoiceProps {
  label: string;
  name: string;
  /** What choosing nothing is called. */
  any: string;
  value: string | null | undefined;
  options: SelectOption[];
}

const Choice = ({ any, value, options, ...named }: ChoiceProps) => (
  <SelectField
    {...named}
    defaultValue={value ?? ''}
    options={[{ value: '', label: any }, ...options]}
  />
);
