import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { knownDates } from '~/cohorts/calendar';
import { schoolDatesOf } from '~/cohorts/school-calendar.server';
import { schoolPathways } from '~/cohorts/school-pathways.server';
import { calendarOf } from '~/cohorts/year-in-words';
import type { Attune } from '~/context.server';
import { civilDateInWords } from '~/course/said';
import { instantInWords } from '~/messages/said';
import { nextRun } from '~/messages/schedule.server';
import { readForm } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { OpenedWith } from '~/pages/opened-with';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { roleHolders } from '~/people/roles.server';
import { readUrn, setUrn, urnProblem } from '~/people/school.server';
import { teamsHere } from '~/people/teams.server';
import { namesToTrust, trustOf } from '~/people/trust.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { readWillNotChange } from '~/people/will-not-change.server';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import type { RoleNames } from '~db/schema';
import { KeptNotice } from './kept-notice';

export const meta = () => title('Settings');

interface Setting {
  to: string;
  title: string;
  is: string;
}

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'prepare the school');
  const { attune } = args.context;
  const { db } = attune;
  const { schoolId } = who;
  const today = londonDate(attune.now());
  const people = may(who, 'manage people');
  const kept = keptForm(args, who);
  const settings: Setting[] = [];
  if (people) {
    settings.push({
      to: '/lead/who-to-tell',
      title: 'Who to tell',
      is: readWhoToTell(db, schoolId)
        ? 'Filled in. Check it each term: people move on, and telephone numbers change.'
        : 'Not filled in yet. No module opens to learners until it is.',
    });
  }
  if (may(who, 'manage cohorts')) {
    const until = knownDates(calendarOf(schoolDatesOf(db, schoolId)))?.to;
    const teams = teamsHere(db, schoolId, today);
    settings.push(
      {
        to: '/lead/term-dates',
        title: 'Term dates',
        is: until
          ? `Known until ${civilDateInWords(until)}.`
          : 'None yet. Every Monday to Friday counts as a school day until you enter them.',
      },
      {
        to: '/lead/settings/teams',
        title: 'Teams',
        is:
          teams.length === 0
            ? 'None yet. They come with the staff list.'
            : `${teams.length}: ${teams.map(({ name }) => name).join(', ')}.`,
      },
      {
        to: '/lead/settings/role-names',
        title: 'What roles are called',
        is: roleNamesInWords(who.roleNames),
      },
    );
  }
  if (may(who, 'manage cohorts')) {
    const own = schoolPathways(db, schoolId).length;
    settings.push({
      to: '/lead/pathways',
      title: 'Pathways',
      is:
        own === 0
          ? 'Those that come with Attune. Your school can have its own.'
          : `Those that come with Attune, and ${own} of your own.`,
    });
    settings.push({
      to: '/lead/reminders#schedule',
      title: 'When reminders go',
      is: remindersInWords(attune, schoolId),
    });
  }
  if (may(who, 'give roles')) {
    const holders = roleHolders(attune, schoolId).length;
    settings.push({
      to: '/roles',
      title: 'Roles, and who may do what',
      is: holders === 1 ? 'One role is given.' : `${holders} roles are given.`,
    });
  }
  settings.push({
    to: '/lead/before-you-start#will-not-change',
    title: 'What will not change here',
    is: readWillNotChange(db, schoolId)
      ? 'Written. All staff read it on each module’s first page.'
      : 'Not written yet: what your school promises stays as it is.',
  });
  if (may(who, 'settle the trust')) {
    const trust = trustOf(db, schoolId);
    settings.push({
      to: '/lead/settings/trust',
      title: 'A trust of schools',
      is: trust
        ? `${trust.name}. It sees totals${namesToTrust(db, schoolId) ? ', and the names of who has still to do what' : ', and no names'}.`
        : 'Your school is of none.',
    });
  }
  return {
    who: pageWho(who),
    section: people ? ('lead' as const) : ('evidence' as const),
    settings,
    kept: kept !== null,
    values: kept ?? toEdit({ urn: readUrn(db, schoolId) }),
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

function roleNamesInWords(names: RoleNames): string {
  const own = Object.values(names).flatMap(({ name }) => (name ? [name] : []));
  return own.length > 0
    ? `Your school’s own: ${own.join(', ')}. The rest by the names that Attune gives them.`
    : 'By the names that Attune gives them, such as teaching assistant.';
}

function remindersInWords(attune: Attune, schoolId: string): string {
  const run = nextRun(attune.db, schoolId, attune.now().getTime());
  const when =
    run === null
      ? 'When you send them, and not otherwise.'
      : `Next on ${instantInWords(run)}, and every week from then.`;
  return attune.config.mail ? when : `${when} No mail server is set: they are printed or copied.`;
}

const fields = z.object({ urn: z.string().trim() });

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'prepare the school');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const merged = meanwhile(form, { urn: readUrn(attune.db, who.schoolId) });
  const { value, answer } = readForm(merged.form, fields, (typed) => {
    const problem = urnProblem(typed('urn'));
    return problem ? { ...merged.errors, urn: [problem] } : merged.errors;
  });
  if (answer) return answer;
  setUrn(attune, actorOf(who, 'prepare the school'), value.urn);
  forgetForm(args, who);
  return redirect('/lead/settings?done=1', 303);
}

export default function Settings() {
  const { who, section, settings, kept, values, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <AppPage
      who={who}
      section={section}
      here="/lead/settings"
      title="Settings"
      intro="What the whole school shares. Each says how it stands now."
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>
            {done === 'name'
              ? `The school is called ${who.schoolName} from now on.`
              : 'Exports carry this number from now on.'}
          </p>
        </Notice>
      ) : null}
      <ul className="plain-list">
        {settings.map((one) => (
          <li key={one.to}>
            <Panel
              title={
                <Link to={one.to} prefetch="none">
                  {one.title}
                </Link>
              }
            >
              <p>{one.is}</p>
            </Panel>
          </li>
        ))}
      </ul>
      <Panel title="The school">
        <p>
          {who.schoolName}.{' '}
          <Link to="/lead/settings/school-name" prefetch="none">
            Give the school another name
          </Link>
        </p>
        <KeptNotice who={who} kept={kept && !answer} />
        <PostForm key={`${kept} ${values.openedWith}`} who={who} noValidate>
          <OpenedWith values={answer?.values ?? values} />
          <TextField
            label="Unique reference number (URN)"
            name="urn"
            width="short"
            inputMode="numeric"
            autoComplete="off"
            hint="Six digits, from Get Information about Schools. It stands in the training record’s files, so that figures of several schools can be put together. It may be left empty."
            error={answer?.errors.urn}
            defaultValue={answer?.values.urn ?? values.urn}
          />
          <Button variant="secondary">Save the number</Button>
        </PostForm>
      </Panel>
    </AppPage>
  );
}
