import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Fragment } from 'react';
import { z } from 'zod';
import { readForm } from '~/pages/form-answer.server';
import { forgetForm, forgetIfAsked, keptForm } from '~/pages/kept-form.server';
import { meanwhile, toEdit } from '~/pages/meanwhile.server';
import { OpenedWith } from '~/pages/opened-with';
import { lineField } from '~/pages/typed-fields.server';
import { useAnswer } from '~/pages/use-answer';
import { actorOf } from '~/people/actor';
import { pageWho, requireForm, requirePerson } from '~/people/guard.server';
import { nameProblems } from '~/people/role-names';
import { peopleByRole, roleNamesOf, setRoleNames } from '~/people/role-names.server';
import { capitalised, roleGroups } from '~/people/staff-details';
import { londonDate } from '~/record/london-date';
import { AppPage } from '~/ui/app-page';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Checkbox, TextField } from '~/ui/fields';
import { Notice } from '~/ui/notice';
import { PostForm } from '~/ui/post-form';
import { title } from '~/ui/title';
import type { RoleGroup, RoleNames } from '~db/schema';
import { KeptNotice } from './kept-notice';
import { people } from './staff-list-words';

export const meta = () => title('What roles are called');

const nameOf = (group: RoleGroup) => `name-${group.replace(' ', '-')}`;
const hiddenOf = (group: RoleGroup) => `hidden-${group.replace(' ', '-')}`;

const valuesOf = (names: RoleNames): Record<string, string> =>
  Object.fromEntries(
    roleGroups.flatMap((group) => [
      [nameOf(group), names[group]?.name ?? ''],
      [hiddenOf(group), names[group]?.hidden ? 'yes' : ''],
    ]),
  );

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const kept = keptForm(args, who);
  const counted = peopleByRole(attune.db, who.schoolId, londonDate(attune.now()));
  return {
    who: pageWho(who),
    groups: roleGroups.map((group) => ({ group, people: counted.get(group) ?? 0 })),
    values: kept ?? toEdit(valuesOf(who.roleNames)),
    kept: kept !== null,
    done: new URL(args.request.url).searchParams.has('done'),
  };
}

const fields = z.object(
  Object.fromEntries(
    roleGroups.flatMap((group): [string, z.ZodType<string>][] => [
      [nameOf(group), lineField(40)],
      [hiddenOf(group), z.string().default('')],
    ]),
  ),
);

export async function action(args: ActionFunctionArgs) {
  const { who, form } = await requireForm(args, 'manage cohorts');
  forgetIfAsked(args, who, form);
  const { attune } = args.context;
  const stored = valuesOf(roleNamesOf(attune.db, who.schoolId));
  for (const group of roleGroups) {
    // A box that is not ticked is not sent. A name that is not sent is left alone.
    if (!form.has(hiddenOf(group))) form.set(hiddenOf(group), '');
    if (!form.has(nameOf(group))) form.set(nameOf(group), stored[nameOf(group)] ?? '');
  }
  const merged = meanwhile(form, stored);
  const { value, answer } = readForm(merged.form, fields, (typed) => {
    const problems = nameProblems(
      Object.fromEntries(roleGroups.map((group) => [group, typed(nameOf(group)).trim()])),
    );
    const said = roleGroups.flatMap((group) => {
      const problem = problems[group];
      return problem ? [{ [nameOf(group)]: [problem] }] : [];
    });
    return Object.assign({}, merged.errors, ...said);
  });
  if (answer) return answer;
  const names: RoleNames = {};
  for (const group of roleGroups) {
    names[group] = { name: value[nameOf(group)], hidden: value[hiddenOf(group)] === 'yes' };
  }
  setRoleNames(attune, actorOf(who, 'manage cohorts'), names);
  forgetForm(args, who);
  return redirect('/lead/settings/role-names?done=1', 303);
}

export default function RoleNamesPage() {
  const { who, groups, values: stored, kept, done } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const values: Record<string, string> = answer?.values ?? stored;
  return (
    <AppPage
      who={who}
      section="lead"
      title="What roles are called"
      intro="Each role by the name your school uses. Lists from a spreadsheet are read by either name."
      width="reading"
      back={{ to: '/lead/settings', label: 'Settings' }}
    >
      <ErrorSummary errors={answer?.errors} />
      {done && !answer ? (
        <Notice kind="good" title="Saved" focus live>
          <p>Pages and lists say it this way from now on.</p>
        </Notice>
      ) : null}
      <p>
        The training record, its exports and a trust’s totals keep the names above the boxes, so
        that figures of several schools and years can be put together. Nobody’s role changes.
      </p>
      <KeptNotice who={who} kept={kept && !answer} />
      <PostForm key={`${kept} ${stored.openedWith}`} who={who} noValidate>
        <OpenedWith values={values} />
        {groups.map(({ group, people: n }) => (
          <Fragment key={group}>
            <TextField
              label={capitalised(group)}
              name={nameOf(group)}
              hint={n > 0 ? people(n) : 'Nobody now'}
              autoComplete="off"
              error={answer?.errors[nameOf(group)]}
              defaultValue={values[nameOf(group)]}
            />
            {n === 0 ? (
              <Checkbox
                label={`Leave “${group}” out of lists to choose from`}
                name={hiddenOf(group)}
                defaultChecked={values[hiddenOf(group)] === 'yes'}
              />
            ) : null}
          </Fragment>
        ))}
        <div className="form-actions">
          <Button>Save the names</Button>
        </div>
      </PostForm>
    </AppPage>
  );
}
