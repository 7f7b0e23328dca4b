import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { changeKinds } from '~/record/change-kinds';
import { isDue, meets } from '~/school-changes/change-filter';
import { changesAsAt, changesSince } from '~/school-changes/change-log.server';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice } from '~/ui/notice';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { kindOptions } from './changes-in-words';
import { ChangesSince } from './changes-since';
import { ChangesTable } from './changes-table';
import { Choose } from './choose';
import { DownloadLink } from './download-link';
import { queryOf } from './links';
import { readQuestion } from './question.server';
import { asTheme, themesOf } from './themes';

export const meta = () => title('What the school changed');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { db, course } = args.context.attune;
  const { asAt } = readQuestion(args, who);
  const { error, date, size, typed, began, today } = asAt;
  const query = new URL(args.request.url).searchParams;
  const theme = asTheme(query.get('theme')) ?? undefined;
  const kind = changeKinds.find((one) => one === query.get('kind'));
  const due = query.get('due') === 'yes';
  const chosen = meets({ theme, kind, ...(due ? { dueBy: date } : {}) });
  const all = error ? [] : changesAsAt(db, who.schoolId, size);
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      filter: { theme, kind, due: due ? 'yes' : undefined },
      themes: themesOf(course),
      shown: error
        ? null
        : {
            date,
            of: all.length,
            due: all.filter((one) => isDue(one, date)).length,
            changes: all.filter(chosen),
            since: changesSince(db, who.schoolId, { date, size }),
          },
      mayRecord: may(who, 'record school changes'),
      mayExport: may(who, 'export the training record'),
      withdrawn: query.get('done') === 'withdrawn',
    },
    { status: error ? 400 : 200 },
  );
}

export default function Changes() {
  const { who, asAt, filter, themes, shown, mayRecord, mayExport, withdrawn } =
    useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="evidence"
      here="/evidence/changes"
      title="What the school changed"
      intro="Policies, timetables, rooms, supervision, governors, partners: what is different now, and when it is looked at again."
      actions={
        <>
          {mayRecord ? (
            <ButtonLink to="/evidence/changes/new" variant="primary">
              Record a change
            </ButtonLink>
          ) : null}
          <ButtonLink to="/evidence/changes/policies">Policies</ButtonLink>
          <ButtonLink to="/evidence/changes/self-audit">Self-audit, a to j</ButtonLink>
        </>
      }
    >
      {withdrawn ? (
        <Notice kind="good" title="Taken off the log" focus live>
          <p>The record still knows that it stood there, and why it came off.</p>
        </Notice>
      ) : null}
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : null} />
      <AsAtForm asAt={asAt}>
        <Choose
          name="theme"
          label="Part, a to j"
          all="All"
          chosen={filter.theme}
          options={themes.map(({ id, title: called }) => ({
            value: id,
            label: `${id}. ${called}`,
          }))}
        />
        <Choose name="kind" label="Kind" all="All" chosen={filter.kind} options={kindOptions} />
        <Choose
          name="due"
          label="To look at again"
          all="All"
          chosen={filter.due}
          options={[{ value: 'yes', label: 'Due that day or before' }]}
        />
      </AsAtForm>
      {shown ? (
        <>
          <p>
            {counted(shown.of)} by the end of {civilDateInWords(shown.date)}
            {shown.due > 0 ? `; ${shown.due} due to be looked at again` : ''}. A change is what the
            school did. It does not show what came of it for children.
          </p>
          <ChangesTable
            caption={`${civilDateInWords(shown.date)}: ${counted(shown.changes.length)}`}
            changes={shown.changes}
            date={shown.date}
            empty={
              shown.of === 0
                ? 'Nothing is on the log yet. A first change may be small: a line in a policy, a quiet corner, ten minutes on the timetable.'
                : 'No change on the log is of this kind.'
            }
          />
          <ChangesSince since={shown.since} date={shown.date} />
          {mayExport ? (
            <Panel title="Take it with you">
              <ul>
                <li>
                  <DownloadLink
                    href={`/evidence/org-change-log.csv${queryOf({ asAt: shown.date, theme: filter.theme, kind: filter.kind })}`}
                  >
                    The log as a spreadsheet (CSV)
                  </DownloadLink>
                </li>
              </ul>
            </Panel>
          ) : null}
        </>
      ) : null}
    </AppPage>
  );
}

const counted = (n: number) => (n === 1 ? 'One change' : `${n === 0 ? 'No' : n} changes`);
