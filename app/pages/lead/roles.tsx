import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { dateField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { deputiesOf, nameDeputy, takeDeputyBack } from '~/people/deputies.server';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { firstScreen, may, type SignedIn } from '~/people/rights';
import { roleName } from '~/people/role-names';
import { type GivenRole, givenRoles, mayGive, roleInWords } from '~/people/roles';
import { giveRole, roleHolders, someoneHolds, takeRole } from '~/people/roles.server';
import { listStaff } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { DeputyPanel } from './deputy-panel';
import { GiveRole, type Holder, RoleList } from './role-lists';
import { WhoMayDoWhat } from './who-may-do-what';

export const meta = () => title('Roles');

/** For the head's role one acts as a head, whoever is a lead as well. */
const actingFor = (who: SignedIn, role: GivenRole) => {
  const asHead = role === 'head' && may(who, 'give the head’s role');
  return actorOf(who, asHead ? 'give the head’s role' : 'give roles');
};

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'give roles');
  const { attune } = args.context;
  const { personId, schoolId } = who;
  const someHead = someoneHolds(attune.db, schoolId, 'head');
  const mine = givenRoles.filter(({ role }) => mayGive(actingFor(who, role).role, role, someHead));
  const query = new URL(args.request.url).searchParams;
  const today = londonDate(attune.now());
  const kept = keptForm(args, who, 'give');
  return {
    who: pageWho(who),
    section: may(who, 'manage cohorts') ? ('lead' as const) : ('evidence' as const),
    holders: roleHolders(attune, schoolId).map(
      (one): Holder => ({
        ...one,
        label: roleInWords(one.role),
        mine: mine.some(({ role }) => role === one.role),
        me: one.personId === personId,
      }),
    ),
    roles: mine,
    deputies: deputiesOf(attune, schoolId),
    today,
    people: listStaff(attune.db, schoolId)
      .filter(({ id, leaveDate }) => id !== personId && (!leaveDate || leaveDate >= today))
      .map(({ id, name, roleGroup }) => ({
        ...{ id, name },
        roleGroup: roleName(who.roleNames, roleGroup),
      })),
    values: kept ?? { person: query.get('person') ?? '' },
    kept: kept !== null,
    done: query.get('done'),
  };
}

const aRole = z.enum(
  givenRoles.map(({ role }) => role),
  'Choose a role.',
);
const fields = z.object({
  person: z.string('Choose who it is.').min(1, 'Choose who it is.'),
  role: aRole,
});

const deputyFields = (today: string) =>
  z.object({
    deputy: z.string('Choose who it is.').min(1, 'Choose who it is.'),
    fromOn: dateField('Choose the first day.', today),
    untilOn: z.union([z.literal(''), dateField('Choose the last day, or leave it empty.', today)]),
  });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'give roles');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  try {
    if (form.get('formId') === 'deputy') {
      const { value, answer } = readForm(form, deputyFields(londonDate(attune.now())));
      if (answer) return answer;
      nameDeputy(attune, actorOf(who, 'give roles'), {
        personId: value.deputy,
        fromOn: value.fromOn,
        untilOn: value.untilOn || null,
      });
      return redirect('/roles?done=deputy', 303);
    }
    if (form.get('formId') === 'deputy-back') {
      takeDeputyBack(attune, actorOf(who, 'give roles'), String(form.get('deputy')));
      return redirect('/roles?done=taken', 303);
    }
    const { value, answer } = readForm(form, fields);
    if (answer) return answer;
    const actor = actingFor(who, value.role);
    if (form.get('formId') === 'give') {
      giveRole(attune, actor, value.person, value.role);
      forgetForm(args, who, 'give');
      return redirect('/roles?done=given', 303);
    }
    if (form.get('formId') === 'take') {
      takeRole(attune, actor, value.person, value.role);
      // Whoever gave up their own may not open this page any more.
      const left = who.roles.filter((role) => role !== value.role);
      const own = value.person === who.personId;
      return redirect(own ? firstScreen({ roles: left }) : '/roles?done=taken', 303);
    }
    return refuse(form, { '': ['Press one of the buttons on this page.'] });
  } catch (error) {
    return refuseFor(form, error);
  }
}

const saidOf: Record<string, string> = {
  deputy: 'They are deputy for those days, and have the lead’s pages then.',
  given: 'They have the new role from their next page on.',
  taken:
    'That role is theirs no more, from their next page on. What they did in it stays on the record.',
};

export default function Roles() {
  const { who, section, holders, roles, deputies, today, people, values, kept, done } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const said = saidOf[done ?? ''];
  return (
    <AppPage
      who={who}
      section={section}
      here="/lead/settings"
      title="Roles"
      intro="Everyone on the staff list learns. These people do more, and the record says who gave and took each role."
      back={{ to: '/lead/settings', label: 'Settings' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {said && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>{said}</p>
        </Notice>
      ) : null}
      <RoleList who={who} holders={holders} />
      <DeputyPanel
        key={deputies.length}
        who={who}
        deputies={deputies}
        people={people}
        today={today}
        values={answer?.values.formId === 'deputy' ? answer.values : undefined}
        errors={answer?.values.formId === 'deputy' ? answer.errors : undefined}
      />
      <GiveRole
        who={who}
        roles={roles}
        people={people}
        kept={kept && !answer}
        values={answer?.values.formId === 'give' ? answer.values : values}
        errors={answer?.values.formId === 'give' ? answer.errors : undefined}
      />
      <WhoMayDoWhat />
    </AppPage>
  );
}
