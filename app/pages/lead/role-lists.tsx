import type { PageWho } from '~/people/guard.server';
import type { GivenRole, givenRoles } from '~/people/roles';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { SelectField } from '~/ui/fields';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Table } from '~/ui/table';
import { KeptNotice } from './kept-notice';

export interface Holder {
  personId: string;
  name: string;
  role: GivenRole | 'trust lead';
  label: string;
  /** Whoever looks may take it away. */
  mine: boolean;
  /** It is their own. */
  me: boolean;
}

/** Who is more than staff, each with a way to take the role away for whoever may. */
export function RoleList({ who, holders }: { who: PageWho; holders: Holder[] }) {
  return (
    <Table<Holder>
      caption="Who has which role"
      rows={holders}
      rowKey={(row) => `${row.personId} ${row.role}`}
      empty={<p>Nobody has a role besides learning.</p>}
      columns={[
        {
          key: 'name',
          head: 'Name',
          rowHead: true,
          cell: (row) => (row.me ? `${row.name} (you)` : row.name),
        },
        { key: 'role', head: 'Role', cell: (row) => row.label },
        {
          key: 'take',
          head: 'Change',
          cell: (row) => (row.mine ? <TakeAway who={who} holder={row} /> : whoseToChange(row)),
        },
      ]}
    />
  );
}

const whoseToChange = ({ role }: Holder) =>
  role === 'trust lead' ? 'A trust lead’s to change' : 'The headteacher’s to change';

function TakeAway({ who, holder }: { who: PageWho; holder: Holder }) {
  const { personId, name, role, label, me } = holder;
  const which = <span className="visually-hidden">{`: ${label}, ${name}`}</span>;
  return (
    <Details
      summary={
        <>
          {me ? 'Give it up' : 'Take it away'}
          {which}
        </>
      }
    >
      <PostForm who={who}>
        <p>
          {me
            ? 'You keep your training and your record. Somebody else would have to give it back to you.'
            : 'They keep their training and their record, and no longer see what this role sees.'}
        </p>
        <input type="hidden" name="formId" value="take" />
        <input type="hidden" name="person" value={personId} />
        <input type="hidden" name="role" value={role} />
        <Button variant="secondary">
          {me ? 'Yes, give it up' : 'Yes, take it away'}
          {which}
        </Button>
      </PostForm>
    </Details>
  );
}

interface GiveRoleProps {
  who: PageWho;
  /** Those that whoever looks may give. */
  roles: typeof givenRoles;
  people: { id: string; name: string; roleGroup: string }[];
  kept: boolean;
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
}

export function GiveRole({ who, roles, people, kept, values, errors }: GiveRoleProps) {
  return (
    <Panel title="Give somebody a role">
      <KeptNotice who={who} kept={kept} formId="give" />
      <PostForm key={String(kept)} who={who} reset={errors === undefined} noValidate>
        <input type="hidden" name="formId" value="give" />
        <SelectField
          label="Who"
          name="person"
          hint="Nobody gives a role to themselves, so you are not in this list."
          error={errors?.person}
          defaultValue={values.person}
          options={[
            { value: '', label: 'Choose a name' },
            ...people.map(({ id, name, roleGroup }) => ({
              value: id,
              label: `${name}, ${roleGroup}`,
            })),
          ]}
        />
        <Radios
          legend="Role"
          name="role"
          options={roles.map(({ role, label, does }) => ({ value: role, label, hint: does }))}
          error={errors?.role}
          defaultValue={values.role}
        />
        <Button>Give this role</Button>
      </PostForm>
    </Panel>
  );
}
