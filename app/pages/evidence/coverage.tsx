import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { coverageAsAt, type Coverage as Read } from '~/record/coverage.server';
import { laterEntries } from '~/record/later-entries.server';
import { sessionsAsAt } from '~/record/sessions-attended.server';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { SelectField } from '~/ui/fields';
import { Meter } from '~/ui/meter';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { BesideCompletion } from './beside-completion';
import { besideCompletion } from './beside-completion.server';
import { ComingsPart } from './comings-part';
import { Downloads } from './downloads';
import { GroupTable } from './group-table';
import { LaterEntriesPart, LaterInShort } from './later-entries';
import { queryOf } from './links';
import { MonthsTable } from './months-table';
import { NotThere } from './not-there';
import { NotYet } from './not-yet';
import { noteWholeRecord } from './note-access.server';
import { readQuestion } from './question.server';
import { NewStarters, RecencyPart } from './recency-part';
import { Seal } from './seal';
import { sealOf } from './seal.server';
import { SessionsPart } from './sessions-part';
import { listInWords, TeamsPart } from './teams-part';

export const meta = () => title('Who is trained');

/** Completions of those who were on the staff that day: the rows that are counted. */
const completions = { status: 'current', staff: 'then' };

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { attune } = args.context;
  const { db, course } = attune;
  const { asAt, filter } = readQuestion(args, who);
  const { error, date, size, began, typed, today } = asAt;
  const teams = new URL(args.request.url).searchParams.getAll('team').filter(Boolean);
  if (!error) noteWholeRecord(args, who, 'opened the page of who is trained');
  const shown = error
    ? null
    : {
        date,
        coverage: coverageAsAt(db, who.schoolId, {
          ...{ date, size, began },
          module: filter.module ?? null,
          order: course.modules().map(({ slug }) => slug),
          teams,
        }),
        sessions: sessionsAsAt(db, who.schoolId, size),
        later: laterEntries(db, who.schoolId, { date, size, limit: 100 }),
        beside:
          teams.length > 0
            ? []
            : await besideCompletion(attune, { schoolId: who.schoolId, date, size }),
      };
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      teams,
      unknown: shown ? notAmong(filter.module, teams, shown.coverage) : [],
      shown,
      mayExport: may(who, 'export the training record'),
      seal: sealOf(args.context.attune, who.schoolId),
    },
    { status: error ? 400 : 200 },
  );
}

/** What the address asks for and the record of that day does not have. */
function notAmong(module: string | undefined, teams: string[], coverage: Read): string[] {
  const known = coverage.modules.map((one) => one.module);
  return [
    ...(module === undefined || known.includes(module) ? [] : [module]),
    ...teams.filter((team) => !coverage.teams.includes(team)),
  ];
}

export default function Coverage() {
  const { who, asAt, teams, unknown, shown, mayExport, seal } = useLoaderData<typeof loader>();
  const modules = shown?.coverage.modules ?? [];
  const detail = shown?.coverage.detail ?? null;
  return (
    <AppPage
      who={who}
      section="evidence"
      here="/evidence"
      title="Who is trained"
      intro="Out of everyone on the staff that day, as the record stood at its end. Completion is not impact: this page says who learnt what and when, not what changed for children."
    >
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : null} />
      <AsAtForm asAt={asAt}>
        {modules.length > 1 ? (
          <SelectField
            label="Module"
            name="module"
            key={detail?.module}
            defaultValue={detail?.module}
            options={modules.map(({ module, title }) => ({ value: module, label: title }))}
          />
        ) : null}
        <TeamsPart teams={shown?.coverage.teams ?? []} chosen={teams} />
      </AsAtForm>
      <NotThere
        unknown={unknown}
        instead={detail ? `What follows is about ${detail.title}.` : undefined}
      />
      {shown ? <Shown {...shown} teams={teams} mayExport={mayExport} /> : null}
      {shown ? <Seal seal={seal} /> : null}
    </AppPage>
  );
}

type ShownProps = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['shown']> & {
  teams: string[];
  mayExport: boolean;
};

function Shown({ date, coverage, sessions, later, beside, teams, mayExport }: ShownProps) {
  const { staff, modules, detail, comings, months } = coverage;
  const on = civilDateInWords(date);
  const rowsBehind = (of: Record<string, string | undefined>) =>
    `/evidence/record${queryOf({ asAt: date, module: detail?.module, among: teams, ...completions, ...of })}`;
  return (
    <>
      <Panel title={`At the end of ${on}`}>
        {teams.length > 0 ? (
          <p>
            Only adults working with {listInWords(teams)}.{' '}
            <Link to={`/evidence${queryOf({ asAt: date, module: detail?.module })}`}>
              See all staff
            </Link>
          </p>
        ) : null}
        {modules.length === 0 ? (
          <p>{staff} staff. Nobody had been asked for a module, or had started one, by then.</p>
        ) : null}
        {modules.map(({ module, title, trained, staff: of }) => (
          <Meter
            key={module}
            label={
              modules.length > 1 ? (
                <Link
                  to={`/evidence${queryOf({ asAt: date, module, team: teams })}`}
                  prefetch="none"
                >
                  {title}
                </Link>
              ) : (
                title
              )
            }
            value={trained}
            max={of}
            text={`${trained} of ${of} staff trained`}
          />
        ))}
        <p>
          Trained means: completed to its standard, and not withdrawn.{' '}
          <LaterInShort later={later} />
        </p>
      </Panel>
      {detail ? (
        <>
          <GroupTable
            caption={`${detail.title}, by role group`}
            head="Role group"
            groups={detail.roleGroups}
            total={detail}
            totalHead={teams.length > 0 ? 'All of these' : 'All staff'}
            rowsOf={(roleGroup) => rowsBehind({ roleGroup: roleGroup ?? undefined })}
          />
          <GroupTable
            caption={`${detail.title}, by team`}
            head="Team"
            groups={detail.teams}
            rowsOf={(team) => rowsBehind({ team: team ?? undefined })}
          />
          <p className="small muted">
            Someone in two teams is counted in both, so teams do not add up to the whole staff.
          </p>
          {detail.contracts.length > 1 ? (
            <GroupTable
              caption={`${detail.title}, by contract`}
              head="Contract"
              groups={detail.contracts}
              rowsOf={(contract) => rowsBehind({ contract: contract ?? undefined })}
            />
          ) : null}
          <NewStarters count={detail.newStarters} rows={rowsBehind({ staff: 'new' })} />
          <RecencyPart recency={detail.recency} trained={detail.trained} />
          <Versions versions={detail.versions} />
          <MonthsTable title={detail.title} months={months} />
          <NotYet detail={detail} />
        </>
      ) : null}
      {teams.length === 0 ? <SessionsPart sessions={sessions} /> : null}
      {beside.length > 0 ? <BesideCompletion sections={beside} date={date} /> : null}
      <ComingsPart comings={comings} staff={staff} />
      <LaterEntriesPart later={later} date={date} />
      <Panel title="The record behind it">
        <p>
          <Link to={`/evidence/record${queryOf({ asAt: date })}`} prefetch="none">
            Every line of the record at the end of {on}
          </Link>
        </p>
        {teams.length > 0 ? <p>These are of all staff, not only of the teams above.</p> : null}
        {mayExport ? <Downloads asAt={date} /> : null}
      </Panel>
    </>
  );
}

/** Only where the people trained have come to different versions. */
function Versions({ versions }: { versions: { version: number; people: number }[] }) {
  if (versions.length < 2) return null;
  const each = versions.map(({ version, people }) => `version ${version}, ${people}`);
  return (
    <p>
      By the newest version that each person trained has completed, whole or as a refresher:{' '}
      {each.join('; ')}. Each is counted once.
    </p>
  );
}
