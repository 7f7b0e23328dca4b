import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { openAssignments, reachOf, withdrawAssignment } from '~/cohorts/assignments.server';
import { headsOf, nameHead, unnameHead } from '~/cohorts/cohort-heads.server';
import { ruleOf } from '~/cohorts/cohort-rules.server';
import { cohortRow, renameCohort } from '~/cohorts/cohorts.server';
import { givenPathways, stopPathway } from '~/cohorts/given-pathways.server';
import { addToCohort, membersOf, removeFromCohort } from '~/cohorts/members.server';
import { monthsOfPathway } from '~/cohorts/months-of-pathway';
import { ruleInWords } from '~/cohorts/rule';
import { schoolDatesOf } from '~/cohorts/school-calendar.server';
import { beyondInWords } from '~/cohorts/year-in-words';
import { found, readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { OpenedWith } from '~/pages/opened-with';
import { lineField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { roleName } from '~/people/role-names';
import { listStaff } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button, ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Details } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import { CohortHeads } from './cohort-heads';
import { AddPeople, AssignmentList, FollowsRule, MemberList } from './cohort-lists';
import { addedInWords, givenInWords } from './given-in-words';
import { GivenPathways } from './given-pathways';

export const meta: MetaFunction<typeof loader> = ({ data }) => title(data?.cohort.name ?? 'Cohort');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const cohort = found(() => cohortRow(attune.db, who.schoolId, args.params.cohort ?? ''));
  const today = londonDate(attune.now());
  const here = (one: { leaveDate: string | null }) => !one.leaveDate || one.leaveDate >= today;
  const members = membersOf(attune.db, who.schoolId, cohort.id)
    .filter(here)
    .map((one) => ({ ...one, roleGroup: roleName(who.roleNames, one.roleGroup) }));
  const inside = new Set(members.map(({ id }) => id));
  const others = listStaff(attune.db, who.schoolId)
    .filter((one) => here(one) && !inside.has(one.id))
    .map(({ id, name, roleGroup, teams }) => ({
      ...{ id, name, teams },
      roleGroup: roleName(who.roleNames, roleGroup),
    }));
  const asked = openAssignments(attune.db, who.schoolId, cohort.id).map((one) => ({
    ...one,
    title: attune.course.module(one.module)?.title ?? one.module,
    minutes: attune.course.module(one.module)?.minutes ?? 0,
  }));
  const rule = ruleOf(attune.db, who.schoolId, cohort.id);
  const dates = schoolDatesOf(attune.db, who.schoolId);
  const pathways = givenPathways(attune.db, who.schoolId, cohort.id).map((pathway) => ({
    ...pathway,
    months: monthsOfPathway(
      asked.flatMap(({ givenPathwayId, opensOn, ...step }) =>
        givenPathwayId === pathway.id ? [{ ...step, opensOn: opensOn ?? pathway.startsOn }] : [],
      ),
      dates,
      pathway.startsOn,
    ),
  }));
  const query = new URL(args.request.url).searchParams;
  const done = query.get('done');
  const given = asked.find(({ assignmentId }) => assignmentId === query.get('given'));
  const said =
    done === 'add'
      ? addedInWords(asked.length > 0)
      : done === 'assigned' && given
        ? givenInWords(reachOf(attune, who.schoolId, given, members))
        : saidOf[done ?? ''];
  return {
    who: pageWho(who),
    cohort,
    values: toEdit({ name: cohort.name }),
    members,
    others,
    asked,
    pathways,
    heads: headsOf(attune, who.schoolId, cohort.id),
    rule: rule && ruleInWords(rule, who.roleNames),
    beyond: beyondInWords(dates),
    said,
  };
}

const name = z.object({
  name: lineField(100).min(1, 'Type a name for the cohort.'),
});

const head = z.object({ head: z.string().min(1, 'Choose who it is.') });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  const { attune } = args.context;
  const actor = actorOf(who, 'manage cohorts');
  const cohortId = args.params.cohort ?? '';
  found(() => cohortRow(attune.db, who.schoolId, cohortId));
  const saved = (done: string) => redirect(`/lead/cohorts/${cohortId}?done=${done}`, 303);
  try {
    switch (form.get('formId')) {
      case 'name': {
        const { name: now } = cohortRow(attune.db, who.schoolId, cohortId);
        const merged = meanwhile(form, { name: now });
        const { value, answer } = readForm(merged.form, name, () => merged.errors);
        if (answer) return answer;
        renameCohort(attune, actor, cohortId, value.name);
        return saved('name');
      }
      case 'add': {
        const people = form.getAll('people').map(String);
        if (people.length === 0) return refuse(form, { people: ['Tick at least one person.'] });
        addToCohort(attune, actor, cohortId, people);
        return saved('add');
      }
      case 'remove':
        removeFromCohort(attune, actor, cohortId, String(form.get('person')));
        return saved('remove');
      case 'withdraw':
        withdrawAssignment(attune, actor, String(form.get('assignment')));
        return saved('withdraw');
      case 'head': {
        const { value, answer } = readForm(form, head);
        if (answer) return answer;
        nameHead(attune, actor, cohortId, value.head);
        return saved('head');
      }
      case 'unname':
        unnameHead(attune, actor, cohortId, String(form.get('person')));
        return saved('unname');
      case 'stop':
        stopPathway(attune, actor, { cohortId, id: String(form.get('pathway')) });
        return saved('stop');
      default:
        return refuse(form, { '': ['Press one of the buttons on this page.'] });
    }
  } catch (error) {
    return refuseFor(form, error);
  }
}

const saidOf: Record<string, string> = {
  name: 'The cohort has its new name.',
  remove: 'They are out of this cohort. What they did stays theirs.',
  changed: 'The new date and paid time are on the first screen of everyone who has it still to do.',
  head: 'They see how this cohort is getting on, from a link on their first screen.',
  unname: 'They see this cohort no more.',
  rule: 'The cohort follows its rule from now on.',
  dropped: 'The cohort follows no rule any more. Whoever was in it stays.',
  pathway:
    'The pathway was given. What is open now is on the first screen of everyone who has it still to do; the rest is there as “Coming up”.',
  stop: 'The pathway was stopped. What was done stays done.',
  withdraw: 'The module was taken back. What was done stays done.',
};

export default function Cohort() {
  const { who, cohort, values, members, others, asked, pathways, heads, rule, beyond, said } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section="lead"
      title={cohort.name}
      back={{ to: '/lead/cohorts', label: 'Cohorts' }}
      actions={
        <>
          <ButtonLink to={`/lead/assign?cohort=${cohort.id}`} variant="primary">
            Give this cohort a module
          </ButtonLink>
          <ButtonLink to={`/lead/cohorts/${cohort.id}/pathway`}>Give it a pathway</ButtonLink>
          <ButtonLink to={`/lead/together?cohort=${cohort.id}#new`}>
            Do a module together
          </ButtonLink>
          <ButtonLink to={`/lead?cohort=${cohort.id}`}>See how it is going</ButtonLink>
          <ButtonLink to={`/lead/joined?cohort=${cohort.id}`}>Slips to join</ButtonLink>
          <ButtonLink to={`/lead/quiz-on-paper?from=${cohort.id}`}>A quiz on paper</ButtonLink>
        </>
      }
    >
      <ErrorSummary errors={answer?.errors} />
      {said && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>{said}</p>
        </Notice>
      ) : null}
      <GivenPathways who={who} pathways={pathways} beyond={beyond} />
      <AssignmentList who={who} cohortId={cohort.id} asked={asked} />
      <FollowsRule cohortId={cohort.id} rule={rule} />
      {may(who, 'give roles') ? (
        <CohortHeads
          who={who}
          heads={heads}
          others={[...members, ...others].filter(({ id }) => !heads.some((one) => one.id === id))}
          error={answer?.errors.head}
        />
      ) : null}
      <MemberList who={who} members={members} />
      <AddPeople who={who} others={others} error={answer?.errors.people} />
      <Details summary="Rename this cohort" open={answer?.errors.name !== undefined}>
        <PostForm key={values.openedWith} who={who} noValidate>
          <input type="hidden" name="formId" value="name" />
          <OpenedWith values={answer?.values.openedWith ? answer.values : values} />
          <TextField
            label="Name"
            name="name"
            autoComplete="off"
            required
            error={answer?.errors.name}
            defaultValue={answer?.values.name ?? cohort.name}
          />
          <Button variant="secondary">Save the name</Button>
        </PostForm>
      </Details>
    </AppPage>
  );
}
