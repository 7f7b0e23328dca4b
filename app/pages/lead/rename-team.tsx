import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/choices';
import { SelectField, TextField } from '~/ui/fields';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface RenameTeamProps {
  who: PageWho;
  teams: string[];
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
  /** There is a team of the new name, and the question is whether the two are one. */
  asksToJoin: boolean;
}

export function RenameTeam({ who, teams, values, errors, asksToJoin }: RenameTeamProps) {
  return (
    <Panel title="Rename a team">
      <PostForm who={who} noValidate>
        <SelectField
          label="Team"
          name="from"
          error={errors?.from}
          defaultValue={values.from ?? ''}
          options={[
            { value: '', label: 'Choose a team' },
            ...teams.map((name) => ({ value: name, label: name })),
          ]}
        />
        <TextField
          label="New name"
          name="to"
          autoComplete="off"
          hint="The record keeps what the team was called before, for each person and date. People who have left keep the old name. Cohorts that follow a rule about this team follow the new name."
          error={errors?.to}
          defaultValue={values.to}
        />
        {asksToJoin || values.join ? (
          <Checkbox
            label="Make the two one team"
            name="join"
            hint="They cannot be told apart afterwards. Cohorts that follow a rule about either have everyone in both."
            defaultChecked={values.join === 'yes'}
          />
        ) : null}
        <div className="form-actions">
          <Button>Save the new name</Button>
        </div>
      </PostForm>
    </Panel>
  );
}
