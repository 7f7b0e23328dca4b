import { civilDateInWords } from '~/course/said';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { DefinitionList, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface AboutMeProps {
  who: PageWho;
  me: { email: string | null; staffNumber: string | null; roleGroup: string; teams: string[] };
  cohorts: string[];
}

export function AboutMe({ who, me, cohorts }: AboutMeProps) {
  return (
    <Panel title="What the staff list says">
      <DefinitionList
        items={[
          { term: 'Name', children: who.name },
          { term: 'School', children: who.schoolName },
          { term: 'Role', children: me.roleGroup },
          { term: 'Teams', children: me.teams.join(', ') || 'None' },
          { term: 'Cohorts', children: cohorts.join(', ') || 'None' },
          {
            term: 'You sign in with',
            children: [me.email, me.staffNumber].filter(Boolean).join(' or '),
          },
        ]}
      />
      <p>Something wrong? Your attachment lead can change it.</p>
    </Panel>
  );
}

interface DevicesProps {
  who: PageWho;
  devices: number;
  wayIn: { on: string; by: string | null } | null;
}

export function Devices({ who, devices, wayIn }: DevicesProps) {
  return (
    <Panel title="Where you are signed in">
      <p>
        {who.sharedDevice
          ? 'This is a shared computer: after 15 quiet minutes the screen clears and you are signed out.'
          : 'This is your own device: you stay signed in until you have not used it for 30 days.'}
      </p>
      {devices > 1 ? (
        <PostForm who={who}>
          <input type="hidden" name="formId" value="elsewhere" />
          <p>
            You are signed in on {devices - 1} other {devices === 2 ? 'device' : 'devices'}.
          </p>
          <Button variant="secondary">Sign out everywhere else</Button>
        </PostForm>
      ) : (
        <p>You are signed in here and nowhere else.</p>
      )}
      {wayIn ? (
        <p>
          The last way in for you was made on {civilDateInWords(wayIn.on)}
          {wayIn.by ? ` by ${wayIn.by}` : ''}. If you did not ask for one, please say so to your
          headteacher.
        </p>
      ) : null}
    </Panel>
  );
}

interface PasswordFormProps {
  who: PageWho;
  errors: Record<string, string[]> | undefined;
}

export function PasswordForm({ who, errors }: PasswordFormProps) {
  return (
    <Panel title="Change your password">
      <PostForm who={who} reset noValidate>
        <input type="hidden" name="formId" value="password" />
        <TextField
          label="Your password until now"
          name="current"
          type="password"
          autoComplete="current-password"
          required
          error={errors?.current}
        />
        <TextField
          label="New password"
          name="password"
          type="password"
          hint="At least 12 characters of any kind. Three or four words are easy to remember."
          autoComplete="new-password"
          required
          error={errors?.password}
        />
        <Button variant="secondary">Change my password</Button>
      </PostForm>
    </Panel>
  );
}
