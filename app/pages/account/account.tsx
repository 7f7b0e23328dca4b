import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { cohortsOf } from '~/cohorts/members.server';
import { isAfterwardsOff } from '~/learning/recall-rows.server';
import { readForm, refuse, refuseFor } from '~/pages/form-answer.server';
import { useAnswer } from '~/pages/use-answer';
import { changePassword } from '~/people/account.server';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { roleName } from '~/people/role-names';
import { countSessionsOf, endSessionsOf } from '~/people/session.server';
import { readStaffMember } from '~/people/staff-list.server';
import { latestWayIn } from '~/people/way-in.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { AboutMe, Devices, PasswordForm } from './account-panels';
import { AfterwardsPanel } from './afterwards-panel';
import { ContactList } from './contact-list';

export const meta = () => title('Your account');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const me = readStaffMember(attune.db, who.schoolId, who.personId);
  const wayIn = latestWayIn(attune.db, who.personId);
  return {
    who: pageWho(who),
    me: {
      ...{ email: me.email, staffNumber: me.staffNumber, teams: me.teams },
      roleGroup: roleName(who.roleNames, me.roleGroup),
    },
    cohorts: cohortsOf(attune.db, who.personId).map(({ name }) => name),
    wayIn: wayIn && { on: londonDate(wayIn.createdAt), by: wayIn.by },
    devices: await countSessionsOf(attune, who.personId),
    afterwardsOff: isAfterwardsOff(attune.db, who),
    whoToTell: readWhoToTell(attune.db, who.schoolId),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

const passwords = z.object({
  current: z.string().min(1, 'Type your password until now.'),
  password: z.string().min(1, 'Choose a new password.'),
});

export async function action(args: ActionFunctionArgs) {
  const { who, form, sessionId } = await requireForm(args, 'learn');
  const { attune, address } = args.context;
  if (form.get('formId') === 'elsewhere') {
    endSessionsOf(attune, who.personId, sessionId);
    return redirect('/account?done=elsewhere', 303);
  }
  if (form.get('formId') !== 'password') {
    return refuse(form, { '': ['Press one of the buttons on this page.'] });
  }
  const { value, answer } = readForm(form, passwords);
  if (answer) return answer;
  try {
    const { personId, schoolId } = who;
    await changePassword(attune, { personId, schoolId, sessionId, address, ...value });
    return redirect('/account?done=password', 303);
  } catch (error) {
    return refuseFor(form, error);
  }
}

const saidOf: Record<string, string> = {
  password: 'Your new password counts from now on, and every other device was signed out.',
  elsewhere: 'Every other device was signed out.',
};

export default function Account() {
  const { who, me, cohorts, wayIn, devices, afterwardsOff, whoToTell, done } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const said = done ? saidOf[done] : undefined;
  return (
    <AppPage who={who} section="account" here="/account" title="Your account">
      <ErrorSummary errors={answer?.errors} />
      {said && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>{said}</p>
        </Notice>
      ) : null}
      <Panel title="Yours to keep">
        <ul>
          <li>
            <Link to="/account/record" prefetch="none">
              Your record
            </Link>
            : what you completed, your certificates, and who looked.
          </li>
          <li>
            <Link to="/account/words" prefetch="none">
              Your words
            </Link>
            : what you wrote for yourself, which nobody else can open here.
          </li>
          <li>
            <Link to="/practice" prefetch="none">
              Your practice log
            </Link>
            : what you tried, noted in a minute.
          </li>
          <li>
            <Link to="/account/reminders" prefetch="none">
              Your reminders
            </Link>
            : in what tone, on which days, and a file of due dates for your calendar.
          </li>
          <li>
            <Link to="/privacy" prefetch="none">
              Who sees what
            </Link>
            : the whole of it, on one page.
          </li>
        </ul>
      </Panel>
      <Panel title="Who to tell" id="who-to-tell">
        <ContactList whoToTell={whoToTell} />
      </Panel>
      <AfterwardsPanel who={who} off={afterwardsOff} />
      <AboutMe who={who} me={me} cohorts={cohorts} />
      <Devices who={who} devices={devices} wayIn={wayIn} />
      <PasswordForm who={who} errors={answer?.errors} />
    </AppPage>
  );
}
