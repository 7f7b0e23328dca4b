import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { cohortsOf } from '~/cohorts/members.server';
import { changeStaff } from '~/cohorts/staff-changes.server';
import { civilDateInWords } from '~/course/said';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { byField, found, readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { listStaff, readStaffMember, teamsOf } from '~/people/staff-list.server';
import { staffProblems } from '~/people/staff-problems.server';
import { latestWayIn } from '~/people/way-in.server';
import { addressChanges } from '~/record/address-changes.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { DefinitionList, Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { changeInWords } from './address-in-words';
import { checkedOf, detailsFields, detailsOf, detailsValues } from './details-form.server';
import { KeptNotice } from './kept-notice';
import { answerLastDay, lastDayValues } from './last-day-form.server';
import { PersonForms } from './person-forms';
import { WayInForm } from './way-in-form';

export const meta: MetaFunction<typeof loader> = ({ data }) => title(data?.member.name ?? 'Person');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'keep the staff list');
  const { attune } = args.context;
  const kept = keptForm(args, who, 'details');
  const member = found(() => readStaffMember(attune.db, who.schoolId, args.params.person ?? ''));
  noteDaily(args, who, 'opened the page of one person on the staff list', [member.id]);
  const wayIn = latestWayIn(attune.db, member.id);
  const open = wayIn && wayIn.usedAt === null && wayIn.expiresAt > attune.now().getTime();
  const leads = may(who, 'manage people');
  const moved = leads ? addressChanges(attune.db, who.schoolId, member.id).get(member.id) : null;
  return {
    who: pageWho(who),
    leads,
    kept: kept !== null,
    member,
    teams: teamsOf(listStaff(attune.db, who.schoolId)),
    values: kept ?? toEdit(detailsValues(member)),
    lastDay: toEdit(lastDayValues(member)),
    cohorts: leads ? cohortsOf(attune.db, member.id) : [],
    joinedOn: member.joinedAt === null ? null : londonDate(member.joinedAt),
    addressChanged: moved ? changeInWords(moved) : null,
    openUntil: open ? londonDate(wayIn.expiresAt) : null,
    gone: member.leaveDate !== null && member.leaveDate < londonDate(attune.now()),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'keep the staff list');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const actor = actorOf(who, 'keep the staff list');
  const personId = args.params.person ?? '';
  const saved = (done: string) => redirect(`/lead/people/${personId}?done=${done}`, 303);
  try {
    if (form.get('formId') === 'details') {
      const stored = detailsValues(readStaffMember(attune.db, who.schoolId, personId));
      const merged = meanwhile(form, stored);
      const { value, answer } = readForm(
        merged.form,
        z.object(detailsFields(londonDate(attune.now()))),
        (typed) => ({
          ...byField(staffProblems(attune.db, who.schoolId, checkedOf(typed), personId)),
          ...merged.errors,
        }),
      );
      if (answer) return answer;
      changeStaff(attune, actor, personId, detailsOf(value));
      forgetForm(args, who, 'details');
      return saved('details');
    }
    if (form.get('formId') === 'leaving' || form.get('formId') === 'lastDay') {
      const answered = answerLastDay(attune, actor, personId, form);
      return answered.answer ?? saved(answered.done);
    }
    return refuse(form, { '': ['Press one of the buttons on this page.'] });
  } catch (error) {
    return refuseFor(form, error);
  }
}

/** What somebody else saved meanwhile is why a form may come back, so the page shows it as it is now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionStatus,
  defaultShouldRevalidate,
}) => actionStatus === 400 || defaultShouldRevalidate;

const saidOf: Record<string, string> = {
  added: 'is on the staff list.',
  details: 'has the new details.',
  leaving: 'has a last day now. Nothing they completed is lost.',
  lastDay: 'has the right last day now, and the record says that it was corrected.',
  back: 'is back on the staff list. The record has both times.',
};

const wayInNext = (leads: boolean) =>
  leads
    ? 'Give them a way in, and they can start.'
    : 'Your attachment lead gives them a way in, and then they can start.';

export default function Person() {
  const {
    who,
    leads,
    kept,
    member,
    teams,
    values,
    lastDay,
    cohorts,
    joinedOn,
    addressChanged,
    openUntil,
    gone,
    done,
  } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const said = done ? saidOf[done] : undefined;
  const next = done === 'added' || done === 'back' ? wayInNext(leads) : '';
  return (
    <AppPage
      who={who}
      section="lead"
      title={member.name}
      back={{ to: '/lead/people', label: 'People' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {said && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>
            {member.name} {said} {next}
          </p>
        </Notice>
      ) : null}
      {leads ? (
        <>
          <Panel title="Way in">
            <DefinitionList
              items={[
                {
                  term: 'Signs in with',
                  children: [member.email, member.staffNumber].filter(Boolean).join(' or '),
                },
                {
                  term: 'First signed in',
                  children: joinedOn ? civilDateInWords(joinedOn) : 'Not yet',
                },
                {
                  term: 'Unused code',
                  children: openUntil ? `One, until ${civilDateInWords(openUntil)}` : 'None',
                },
              ]}
            />
            {gone ? (
              <p>They have left, so there is no way in to give.</p>
            ) : (
              <WayInForm
                who={who}
                personId={member.id}
                email={member.email}
                changed={addressChanged}
              />
            )}
          </Panel>
          <Panel title="Cohorts">
            {cohorts.length > 0 ? (
              <ul>
                {cohorts.map((cohort) => (
                  <li key={cohort.id}>
                    <Link to={`/lead/cohorts/${cohort.id}`} prefetch="none">
                      {cohort.name}
                    </Link>
                  </li>
                ))}
              </ul>
            ) : (
              <p>
                In no cohort yet. <Link to="/lead/cohorts">Choose a cohort</Link> to add them.
              </p>
            )}
            <p>
              <Link to={`/lead/people/${member.id}/asked`} prefetch="none">
                What they are asked
              </Link>
              , and exemptions.
            </p>
            <p>
              <Link to={`/lead/people/${member.id}/completions`} prefetch="none">
                What they completed
              </Link>
              , where one of it is wrong.
            </p>
          </Panel>
          <Panel title="Leave">
            <p>
              <Link to={`/lead/people/${member.id}/leave`} prefetch="none">
                Dates away
              </Link>
              : skipped when school days are counted for them.
            </p>
          </Panel>
        </>
      ) : null}
      <KeptNotice who={who} kept={kept && !answer} formId="details" />
      <PersonForms
        key={`${kept} ${values.openedWith}`}
        who={who}
        member={member}
        teams={teams}
        values={values}
        lastDay={lastDay}
        givesRoles={may(who, 'give roles')}
        answer={answer}
      />
    </AppPage>
  );
}
