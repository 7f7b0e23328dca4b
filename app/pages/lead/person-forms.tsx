import { Link } from '@remix-run/react';
import { OpenedWith } from '~/pages/opened-with';
import type { PageWho } from '~/people/guard.server';
import { givenRoles } from '~/people/roles';
import type { StaffMember } from '~/people/staff-list.server';
import { Button } from '~/ui/button';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { DetailsFields } from './details-fields';
import { LeavingForms } from './leaving-forms';

interface PersonFormsProps {
  who: PageWho;
  member: Pick<StaffMember, 'id' | 'name' | 'roles' | 'startDate' | 'leaveDate'>;
  teams: string[];
  values: Record<string, string>;
  /** What the forms about a last day were opened with. */
  lastDay: Record<string, string>;
  /** Roles are the lead’s to give. */
  givesRoles: boolean;
  answer: { errors: Record<string, string[]>; values: Record<string, string> } | undefined;
}

/** What can be changed about someone: their details, their last day, their roles. */
export function PersonForms({
  who,
  member,
  teams,
  values,
  lastDay,
  givesRoles,
  answer,
}: PersonFormsProps) {
  const held = givenRoles.filter(({ role }) => member.roles.includes(role));
  // Each form comes back with what was typed into it, and into no other.
  const typed = (formId: string) => (answer?.values.formId === formId ? answer.values : undefined);
  return (
    <>
      <Panel title="Details">
        <PostForm who={who} noValidate>
          <input type="hidden" name="formId" value="details" />
          <OpenedWith values={typed('details') ?? values} />
          <DetailsFields
            who={who}
            values={typed('details') ?? values}
            errors={typed('details') ? answer?.errors : undefined}
            teams={teams}
          />
          <Button variant="secondary">Save the details</Button>
        </PostForm>
      </Panel>
      {givesRoles ? (
        <Panel title="Roles">
          <p>
            {held.length > 0
              ? `${member.name} has ${held.length === 1 ? 'the role' : 'the roles'} ${held.map(({ label }) => label.toLowerCase()).join(' and ')}, and learns like everyone.`
              : `${member.name} learns, and nothing more.`}
          </p>
          <p>
            <Link to={`/roles?person=${member.id}`} prefetch="none">
              Give or take a role
            </Link>
          </p>
        </Panel>
      ) : null}
      <LeavingForms who={who} opened={lastDay} member={member} answer={answer} />
    </>
  );
}
