import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { renameTeamAndRules } from '~/cohorts/rename-team.server';
import { asksToJoin } from '~/cohorts/team-names';
import { readForm, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { lineField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { type Team, teamsHere } from '~/people/teams.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Table } from '~/ui/table';
import { title } from '~/ui/title';
import { KeptNotice } from './kept-notice';
import { RenameTeam } from './rename-team';

export const meta = () => title('Teams');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const kept = keptForm(args, who);
  return {
    who: pageWho(who),
    teams: teamsHere(attune.db, who.schoolId, londonDate(attune.now())),
    kept: kept !== null,
    values: kept ?? {},
    done: new URL(args.request.url).searchParams.has('done'),
  };
}

const fields = z.object({
  from: z.string('Choose a team.').min(1, 'Choose a team.'),
  to: lineField(60)
    .min(1, 'Type the new name.')
    // On a person's page and in a staff list a comma stands between two teams.
    .regex(/^[^,;]*$/, 'A team’s name holds no comma or semicolon: they stand between two teams.'),
  join: z.literal('yes').optional(),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  forgetIfAsked(args, who, form);
  const { value, answer } = readForm(form, fields);
  if (answer) return answer;
  try {
    renameTeamAndRules(args.context.attune, actorOf(who, 'manage cohorts'), {
      ...value,
      join: value.join === 'yes',
    });
  } catch (error) {
    return refuseFor(form, error);
  }
  forgetForm(args, who);
  return redirect('/lead/settings/teams?done=1', 303);
}

export default function Teams() {
  const { who, teams, kept, values, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title="Teams"
      intro="People’s teams are part of the staff list. Give a team another name here for everyone at once."
      back={{ to: '/lead/settings', label: 'Settings' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>
            If the school’s spreadsheet still has the old name, change it there too: otherwise the
            next list brings it back.
          </p>
        </Notice>
      ) : null}
      <Table<Team>
        caption="Teams, with who is on the staff now or soon"
        rows={teams}
        rowKey={(row) => row.name}
        narrow="scroll"
        empty={
          <p>
            Nobody is in a team yet. Teams come with the{' '}
            <Link to="/lead/staff-list">staff list</Link>, or are typed on a{' '}
            <Link to="/lead/people">person’s own page</Link>.
          </p>
        }
        columns={[
          { key: 'name', head: 'Team', rowHead: true, cell: (row) => row.name },
          { key: 'people', head: 'People', number: true, cell: (row) => row.people },
        ]}
      />
      {teams.length > 0 ? (
        <>
          <KeptNotice who={who} kept={kept && !answer} />
          <RenameTeam
            key={`${kept} ${done}`}
            who={who}
            teams={teams.map(({ name }) => name)}
            values={answer?.values ?? values}
            errors={answer?.errors}
            asksToJoin={answer?.errors.to?.some(asksToJoin) ?? false}
          />
        </>
      ) : null}
    </AppPage>
  );
}
