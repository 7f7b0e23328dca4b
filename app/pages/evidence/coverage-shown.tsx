import { Link } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import type { ModuleDetail } from '~/record/coverage';
import type { Coverage } from '~/record/coverage.server';
import type { LaterEntries } from '~/record/later-entries.server';
import type { AttendedSession } from '~/record/sessions-attended.server';
import { Meter } from '~/ui/meter';
import { OnThisPage } from '~/ui/on-this-page';
import { Panel } from '~/ui/panel';
import { BesideCompletion, besideId } from './beside-completion';
import { ComingsPart } from './comings-part';
import { Downloads } from './downloads';
import { GroupTable } from './group-table';
import { LaterEntriesPart, LaterInShort } from './later-entries';
import { figureBehind, linesBehind, peopleBehind, queryOf } from './links';
import { MonthsTable } from './months-table';
import { NotYet } from './not-yet';
import { notCompleted } from './people-standing';
import { NewStarters, RecencyPart } from './recency-part';
import { SessionsPart } from './sessions-part';
import type { Section } from './summary-sections';
import { listInWords } from './teams-part';
import { VersionsPart } from './versions-part';

interface ShownProps {
  /** Civil date, and the one after which a completion is recent. */
  date: string;
  recentAfter: string;
  coverage: Coverage;
  sessions: AttendedSession[];
  /** Whether some of those who attended were not on the staff that day. */
  sessionsOfOthers: boolean;
  later: LaterEntries;
  beside: Section[];
  /** Only adults who work with any of these; none: everyone. */
  teams: string[];
  mayExport: boolean;
}

/** Who is trained on one day; every figure of completion leads to the lines behind it, a nought to the people. */
export function CoverageShown(props: ShownProps) {
  const { date, coverage, later, beside, teams, mayExport } = props;
  const { staff, modules, detail, comings } = coverage;
  const on = civilDateInWords(date);
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
            text={
              <Link
                to={figureBehind(trained, {
                  ...{ asAt: date, module, among: teams, completed: 'whole' },
                })}
                prefetch="none"
              >
                {trained} of {of} staff trained
              </Link>
            }
          />
        ))}
        <p>
          Trained means: completed to its standard, and not withdrawn.{' '}
          <LaterInShort later={later} />
        </p>
      </Panel>
      <OnThisPage parts={partsOf(props)} />
      {detail ? <OneModule {...props} detail={detail} /> : null}
      {teams.length === 0 ? (
        <SessionsPart sessions={props.sessions} others={props.sessionsOfOthers} asAt={date} />
      ) : null}
      {beside.length > 0 ? <BesideCompletion sections={beside} date={date} /> : null}
      <ComingsPart comings={comings} staff={staff} />
      <LaterEntriesPart later={later} date={date} />
      <Panel title="The record behind it" id="behind">
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

/** In the order of the page. */
function partsOf({ coverage: { detail }, sessions, beside, teams }: ShownProps) {
  return [
    ...(detail
      ? [
          { id: 'role-groups', title: 'By role group' },
          { id: 'teams', title: 'By team' },
          ...(detail.contracts.length > 1 ? [{ id: 'contracts', title: 'By contract' }] : []),
          { id: 'recency', title: 'New starters, and how recent it is' },
          { id: 'months', title: 'Month by month' },
          { id: 'not-yet', title: 'Still missing' },
        ]
      : []),
    ...(teams.length === 0 && sessions.length > 0
      ? [{ id: 'sessions', title: 'Sessions and outside training' }]
      : []),
    ...beside.map(({ title }, n) => ({ id: besideId(n), title })),
    { id: 'comings', title: 'Who is counted' },
    { id: 'later', title: 'Later entries' },
    { id: 'behind', title: 'The record behind it, to take with you' },
  ];
}

function OneModule({
  date,
  recentAfter,
  coverage: { months },
  teams,
  detail,
}: ShownProps & { detail: ModuleDetail }) {
  const lines = { asAt: date, module: detail.module, among: teams, completed: 'whole' };
  const behind = (n: number, of: Record<string, string | undefined> = {}) =>
    figureBehind(n, { ...lines, ...of });
  const { recency, newStarters } = detail;
  return (
    <>
      <div id="role-groups">
        <GroupTable
          caption={`${detail.title}, by role group`}
          head="Role group"
          groups={detail.roleGroups}
          total={detail}
          totalHead={teams.length > 0 ? 'All of these' : 'All staff'}
          behind={(n, roleGroup) => behind(n, { roleGroup: roleGroup ?? undefined })}
        />
      </div>
      <div id="teams">
        <GroupTable
          caption={`${detail.title}, by team`}
          head="Team"
          groups={detail.teams}
          behind={(n, team) => behind(n, { team: team ?? undefined })}
        />
      </div>
      <p className="small muted">
        Someone in two teams is counted in both, so teams do not add up to the whole staff.
      </p>
      {detail.contracts.length > 1 ? (
        <div id="contracts">
          <GroupTable
            caption={`${detail.title}, by contract`}
            head="Contract"
            groups={detail.contracts}
            behind={(n, contract) => behind(n, { contract: contract ?? undefined })}
          />
        </div>
      ) : null}
      <div id="recency">
        <NewStarters count={newStarters} to={behind(newStarters.trained, { staff: 'new' })} />
      </div>
      <RecencyPart
        recency={recency}
        trained={detail.trained}
        to={behind(recency.within24Months, { completed: 'trained', after: recentAfter })}
      />
      <VersionsPart
        versions={detail.versions}
        linesOf={(newest) => behind(1, { completed: 'trained', newest })}
      />
      <div id="months">
        <MonthsTable
          title={detail.title}
          months={months}
          linesOf={(month) => linesBehind({ ...lines, month })}
        />
      </div>
      <NotYet detail={detail} to={peopleBehind({ ...lines, standing: notCompleted })} />
    </>
  );
}
