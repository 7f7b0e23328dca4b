import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dropRule, ruleOf, setRule } from '~/cohorts/cohort-rules.server';
import { cohortRow } from '~/cohorts/cohorts.server';
import { movementUnder } from '~/cohorts/follow-rules.server';
import { addToCohort } from '~/cohorts/members.server';
import { isEmpty, ruleInWords } from '~/cohorts/rule';
import { type FormAnswer, found, refuse, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { roleChoices } from '~/people/role-names';
import { capitalised, contracts, roleGroups } from '~/people/staff-details';
import { listStaff, teamsOf } from '~/people/staff-list.server';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { Checkboxes, Radios } from '~/ui/choices';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import type { CohortRule } from '~db/schema';

export const meta = () => title('Who is in it');

const nobody: CohortRule = { everyone: false, roleGroups: [], teams: [], contracts: [] };

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const cohort = found(() => cohortRow(attune.db, who.schoolId, args.params.cohort ?? ''));
  const rule = ruleOf(attune.db, who.schoolId, cohort.id);
  return {
    who: pageWho(who),
    cohort,
    rule: rule ?? nobody,
    following: rule ? ruleInWords(rule, who.roleNames) : null,
    teams: teamsOf(listStaff(attune.db, who.schoolId)),
  };
}

/** Ticks that are on no list of ours are no ticks. Teams are the school's own words. */
function ruleFrom(form: FormData): CohortRule {
  const ticked = (name: string) => form.getAll(name).map(String);
  return {
    everyone: form.get('who') === 'everyone',
    roleGroups: roleGroups.filter((one) => ticked('roleGroups').includes(one)),
    teams: ticked('teams').slice(0, 200),
    contracts: contracts.filter((one) => ticked('contracts').includes(one)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const actor = actorOf(who, 'manage cohorts');
  const cohortId = args.params.cohort ?? '';
  found(() => cohortRow(attune.db, who.schoolId, cohortId));
  const rule = ruleFrom(form);
  const saved = (done: string) => redirect(`/lead/cohorts/${cohortId}?done=${done}`, 303);
  const again = (errors: FormAnswer['errors'], preview: Preview | null = null) =>
    data(
      { ...refuse(form, errors).data, rule, preview },
      { status: Object.keys(errors).length > 0 ? 400 : 200 },
    );
  if (form.get('press') === 'drop') {
    dropRule(attune, actor, cohortId);
    return saved('dropped');
  }
  if (isEmpty(rule)) return again({ who: ['Tick at least one thing below, or choose everyone.'] });
  const { come, go } = movementUnder(attune.db, attune.now(), who.schoolId, cohortId, rule);
  if (form.get('press') === 'look') {
    const names = (list: { name: string }[]) => list.map(({ name }) => name);
    return again({}, { words: ruleInWords(rule, who.roleNames), come: names(come), go: names(go) });
  }
  try {
    if (form.get('press') === 'once') {
      const ids = come.map(({ id }) => id);
      addToCohort(attune, actor, cohortId, ids);
      return saved('add');
    }
    setRule(attune, actor, cohortId, rule);
  } catch (error) {
    return again(refuseFor(form, error).data.errors);
  }
  return saved('rule');
}

interface Preview {
  words: string;
  come: string[];
  go: string[];
}

const contractOptions = contracts.map((one) => ({ value: one, label: capitalised(one) }));

export default function CohortRulePage() {
  const { who, cohort, rule: stored, following, teams } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const rule = answer?.rule ?? stored;
  return (
    <AppPage
      who={who}
      section="lead"
      title="Who is in it"
      intro={`Fill ${cohort.name} by role group, team or contract: once, or from now on, so that whoever joins comes in by themselves. A department is a team here.`}
      back={{ to: `/lead/cohorts/${cohort.id}`, label: cohort.name }}
    >
      <ErrorSummary errors={answer?.errors} />
      {answer?.preview ? <Previewed {...answer.preview} /> : null}
      {following ? (
        <Panel title="The rule it follows" tone="tinted">
          <p>{following}, and whoever joins.</p>
          <PostForm who={who}>
            <p>People put in by hand stay, and people taken out by hand stay out.</p>
            <Button variant="secondary" name="press" value="drop">
              Follow no rule, and keep who is in it
            </Button>
          </PostForm>
        </Panel>
      ) : null}
      <PostForm key={JSON.stringify(stored)} who={who} noValidate>
        <Radios
          legend="Who"
          name="who"
          error={answer?.errors.who}
          defaultValue={rule.everyone ? 'everyone' : 'ticked'}
          options={[
            { value: 'ticked', label: 'Those who fit what is ticked below' },
            { value: 'everyone', label: 'Everyone on the staff list' },
          ]}
        />
        <Checkboxes
          legend="Role group"
          name="roleGroups"
          hint="Any of those ticked. None ticked: any role group."
          defaultValue={rule.roleGroups}
          options={roleChoices(who.roleNames, rule.roleGroups)}
        />
        {teams.length > 0 ? (
          <Checkboxes
            legend="Team or department"
            name="teams"
            hint="Any of those ticked. None ticked: any team, or none."
            defaultValue={rule.teams}
            options={teams.map((team) => ({ value: team, label: team }))}
          />
        ) : null}
        <Checkboxes
          legend="Contract"
          name="contracts"
          hint="Any of those ticked. None ticked: any contract."
          defaultValue={rule.contracts}
          options={contractOptions}
        />
        <div className="form-actions">
          <Button variant="secondary" name="press" value="look">
            Show whom this means
          </Button>
          <Button variant="secondary" name="press" value="once">
            Add them once
          </Button>
          <Button name="press" value="follow">
            Follow this from now on
          </Button>
        </div>
      </PostForm>
    </AppPage>
  );
}

/** Nothing has been changed yet. */
function Previewed({ words, come, go }: Preview) {
  return (
    <Notice kind="info" title={words} focus live>
      <p>
        {come.length === 0 ? 'Nobody new would come in.' : `Would come in: ${come.join(', ')}.`}
      </p>
      {go.length > 0 ? <p>Would go: {go.join(', ')}.</p> : null}
      <p>Nothing has changed yet.</p>
    </Notice>
  );
}
