import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { capitalised } from '~/people/staff-details';
import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { Table } from '~/ui/table';

interface Person {
  id: string;
  name: string;
  roleGroup: string;
  teams: string[];
}

interface AskedModule {
  assignmentId: string;
  title: string;
  dueOn: string;
  paidMinutes: number;
  paidTime: string;
}

const about = ({ roleGroup, teams }: Person) => capitalised([roleGroup, ...teams].join(', '));

export function AssignmentList({ who, asked }: { who: PageWho; asked: AskedModule[] }) {
  return (
    <Panel title="Modules given">
      {asked.length === 0 ? <p>None yet.</p> : null}
      <ul className="plain-list">
        {asked.map(({ assignmentId, title, dueOn, paidMinutes, paidTime }) => (
          <li key={assignmentId}>
            <p>
              <strong>{title}</strong>, due {civilDateInWords(dueOn)}. Paid time: {paidMinutes}{' '}
              minutes, {paidTime}
            </p>
            <PostForm who={who}>
              <input type="hidden" name="formId" value="withdraw" />
              <input type="hidden" name="assignment" value={assignmentId} />
              <Button variant="quiet" aria-label={`Take back ${title}`}>
                Take it back
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function MemberList({ who, members }: { who: PageWho; members: Person[] }) {
  return (
    <Table<Person>
      caption={`${members.length} ${members.length === 1 ? 'person' : 'people'} in this cohort`}
      rows={members}
      rowKey={(row) => row.id}
      empty={<p>Nobody is in this cohort yet. Add people below.</p>}
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
        { key: 'about', head: 'Role and teams', cell: about },
        {
          key: 'remove',
          head: 'In this cohort',
          cell: (row) => (
            <PostForm who={who}>
              <input type="hidden" name="formId" value="remove" />
              <input type="hidden" name="person" value={row.id} />
              <Button variant="quiet" aria-label={`Take ${row.name} out`}>
                Take out
              </Button>
            </PostForm>
          ),
        },
      ]}
    />
  );
}

interface AddPeopleProps {
  who: PageWho;
  others: Person[];
  error: string[] | undefined;
}

export function AddPeople({ who, others, error }: AddPeopleProps) {
  if (others.length === 0) {
    return (
      <p>
        Everyone on the staff list is in it. <Link to="/lead/people/new">Add a person</Link>
      </p>
    );
  }
  return (
    <Panel title="Add people">
      <PostForm who={who} reset>
        <input type="hidden" name="formId" value="add" />
        <Checkboxes
          legend="Not in this cohort yet"
          name="people"
          error={error}
          options={others.map((one) => ({ value: one.id, label: one.name, hint: about(one) }))}
        />
        <Button>Add those ticked</Button>
      </PostForm>
    </Panel>
  );
}
