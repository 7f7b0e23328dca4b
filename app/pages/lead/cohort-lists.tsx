import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { capitalised } from '~/people/staff-details';
import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { Details, Panel } from '~/ui/panel';
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
  opensOn: string | null;
  dueOn: string;
  paidMinutes: number;
  paidTime: string;
}

const about = ({ roleGroup, teams }: Person) => capitalised([roleGroup, ...teams].join(', '));

interface AssignmentListProps {
  who: PageWho;
  cohortId: string;
  asked: AskedModule[];
}

/** Each module in a part of its own, with what can be done about it. */
export function AssignmentList({ who, cohortId, asked }: AssignmentListProps) {
  return (
    <Panel title="Modules given">
      {asked.length === 0 ? <p>None yet.</p> : null}
      {asked.map(({ assignmentId, title, opensOn, dueOn, paidMinutes, paidTime }) => (
        <Panel key={assignmentId} title={title} level={3}>
          <p>
            {opensOn ? `Opens on ${civilDateInWords(opensOn)}. ` : ''}Due {civilDateInWords(dueOn)}.
            Paid time: {paidMinutes} minutes, {paidTime}
          </p>
          <p>
            <Link to={`/lead/cohorts/${cohortId}/given/${assignmentId}`} prefetch="none">
              Change the date or paid time<Of>{title}</Of>
            </Link>
          </p>
          <Details
            summary={
              <>
                Take back<Of>{title}</Of>
              </>
            }
          >
            <PostForm who={who}>
              <p>Nobody in this cohort is asked for it any more. What was done stays done.</p>
              <input type="hidden" name="formId" value="withdraw" />
              <input type="hidden" name="assignment" value={assignmentId} />
              <Button variant="secondary">
                Yes, take it back<Of>{title}</Of>
              </Button>
            </PostForm>
          </Details>
        </Panel>
      ))}
    </Panel>
  );
}

/** For those who hear the page: which one a link or button is about, after the words that all of them see. */
const Of = ({ children }: { children: string }) => (
  <span className="visually-hidden">: {children}</span>
);

/** The rule in words, or an offer of one. */
export function FollowsRule({ cohortId, rule }: { cohortId: string; rule: string | null }) {
  return (
    <p>
      {rule ? `By rule: ${rule}, and whoever joins. ` : 'People are put in by hand. '}
      <Link to={`/lead/cohorts/${cohortId}/rule`} prefetch="none">
        {rule ? 'Change the rule' : 'Fill it by role group, team or rule'}
      </Link>
    </p>
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
            <Details
              summary={
                <>
                  Take out<Of>{row.name}</Of>
                </>
              }
            >
              <PostForm who={who}>
                <p>
                  They are no longer asked what this cohort is asked. What they did stays theirs.
                </p>
                <input type="hidden" name="formId" value="remove" />
                <input type="hidden" name="person" value={row.id} />
                <Button variant="secondary">
                  Yes, take out<Of>{row.name}</Of>
                </Button>
              </PostForm>
            </Details>
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
