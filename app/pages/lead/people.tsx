import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { fits } from '~/people/find';
import { pageWho, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { roleName, roleWords } from '~/people/role-names';
import { capitalised } from '~/people/staff-details';
import { listStaff, type StaffMember } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button, ButtonLink } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { Status } from '~/ui/status';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';

export const meta = () => title('People');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'keep the staff list');
  const { attune } = args.context;
  const find = new URL(args.request.url).searchParams.get('find')?.trim() ?? '';
  const today = londonDate(attune.now());
  const staff = listStaff(attune.db, who.schoolId);
  const people = staff
    .filter((one) =>
      fits(find, [
        ...[one.name, one.email, one.staffNumber],
        ...[...roleWords(who.roleNames, one.roleGroup), ...one.teams],
      ]),
    )
    .map((one) => ({
      id: one.id,
      name: one.name,
      roleGroup: roleName(who.roleNames, one.roleGroup),
      teams: one.teams,
      roles: one.roles,
      where: whereabouts(one, today),
    }));
  return { who: pageWho(who), people, find, total: staff.length, counted: inWords(staff, today) };
}

/** As the overview counts: on the staff list are those who have started and have not left. */
function inWords(staff: StaffMember[], today: string): string {
  const left = staff.filter(({ leaveDate }) => leaveDate && leaveDate < today).length;
  const toCome = staff.filter(({ startDate }) => startDate > today).length;
  return [
    `${staff.length - left - toCome} on the staff list`,
    toCome > 0 ? `${toCome} still to start` : '',
    left > 0 ? `${left} who ${left === 1 ? 'has' : 'have'} left` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function whereabouts(one: StaffMember, today: string) {
  if (one.leaveDate && one.leaveDate < today) {
    return { kind: 'none' as const, words: `Left on ${civilDateInWords(one.leaveDate)}` };
  }
  if (one.joinedAt === null) return { kind: 'todo' as const, words: 'Has not signed in yet' };
  if (one.leaveDate) {
    return { kind: 'done' as const, words: `Here until ${civilDateInWords(one.leaveDate)}` };
  }
  return { kind: 'done' as const, words: 'Here' };
}

type Row = Awaited<ReturnType<typeof loader>>['people'][number];

export default function People() {
  const { who, people, find, total, counted } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead/people"
      title="People"
      intro={
        may(who, 'manage people')
          ? 'Open someone to change their details or give them a new way in.'
          : 'Open someone to change their details.'
      }
      actions={
        <>
          <ButtonLink to="/lead/people/new" variant="primary">
            Add a person
          </ButtonLink>
          <ButtonLink to="/lead/staff-list">Bring in a list</ButtonLink>
          {may(who, 'manage people') ? (
            <ButtonLink to="/lead/joined">Who has joined</ButtonLink>
          ) : null}
          {may(who, 'give roles') ? <ButtonLink to="/roles">Roles</ButtonLink> : null}
          {may(who, 'manage people') ? (
            <ButtonLink to="/lead/ways-in">Links to join</ButtonLink>
          ) : null}
        </>
      }
    >
      <Form method="get" role="search" className="form-row">
        <TextField
          label="Find by name, role or team"
          name="find"
          type="search"
          defaultValue={find}
        />
        <Button variant="secondary">Find</Button>
      </Form>
      <Table<Row>
        caption={find ? `${people.length} of ${total} people fit “${find}”` : counted}
        rows={people}
        rowKey={(row) => row.id}
        empty={
          <p>
            Nobody on the staff list fits “{find}”. <Link to="/lead/people">See everyone</Link>
          </p>
        }
        columns={[
          {
            key: 'name',
            head: 'Name',
            rowHead: true,
            cell: (row) => (
              <Link to={`/lead/people/${row.id}`} prefetch="none">
                {row.name}
              </Link>
            ),
          },
          { key: 'role', head: 'Role', cell: (row) => rolesInWords(row) },
          { key: 'teams', head: 'Teams', cell: (row) => row.teams.join(', ') || '–' },
          {
            key: 'where',
            head: 'On the list',
            cell: (row) => <Status kind={row.where.kind}>{row.where.words}</Status>,
          },
        ]}
      />
    </AppPage>
  );
}

const roleNames: Partial<Record<Row['roles'][number], string>> = {
  lead: 'attachment lead',
  deputy: 'deputy for the attachment lead',
  head: 'headteacher',
  office: 'keeps the staff list',
};

function rolesInWords({ roleGroup, roles }: Pick<Row, 'roleGroup' | 'roles'>): string {
  const also = roles.flatMap((role) => roleNames[role] ?? []);
  return capitalised([roleGroup, ...also].join(', '));
}
