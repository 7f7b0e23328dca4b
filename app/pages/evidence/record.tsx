import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { capitalised } from '~/people/staff-details';
import { newStarterDays, noTeam } from '~/record/coverage';
import { filterChoices } from '~/record/filter-choices.server';
import { laterEntries } from '~/record/later-entries.server';
import { withOpening } from '~/record/opens-on.server';
import { countLinesAndPeople, linesAsAt } from '~/record/rows.server';
import { withLeaders } from '~/record/together.server';
import { withReasons } from '~/record/withdrawn-because.server';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Panel } from '~/ui/panel';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { Choose } from './choose';
import { Downloads } from './downloads';
import { LaterEntriesPart } from './later-entries';
import { LinesTable } from './lines-table';
import { queryOf } from './links';
import { chosenInWords, narrowedInWords } from './narrowed-in-words';
import { NotThere } from './not-there';
import { noteDaily, noteWholeRecord } from './note-access.server';
import { readQuestion } from './question.server';
import { readRecordFilter } from './record-filter.server';
import { Narrowed, NarrowedFields } from './record-narrowed';
import { statuses } from './statuses';

export const meta = () => title('The record');

const perPage = 50;

/** What is not open yet has the status of what was not started, and says on its line from when it is. */
const choosable = statuses.map(({ value, label }) => ({
  value,
  label: value === 'due' ? 'Not started or not open yet' : label,
}));

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { db, course } = args.context.attune;
  const order = course.modules().map(({ slug }) => slug);
  const query = new URL(args.request.url).searchParams;
  const { asAt, filter } = readQuestion(args, who);
  const { error, date, size, began, typed, today } = asAt;
  const choices = filterChoices(db, who.schoolId, size, order);
  const { chosen, lines, later, unknown } = readRecordFilter(query, filter, choices, date);
  const titles = new Map(choices.modules.map(({ module, title: called }) => [module, called]));
  const none = { lines: 0, people: 0 };
  const counted = error ? none : countLinesAndPeople(db, who.schoolId, size, lines);
  const total = counted.lines;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  const part = { limit: perPage, offset: (page - 1) * perPage };
  const found = error ? [] : linesAsAt(db, who.schoolId, size, lines, part);
  const at = { db, school: who.schoolId, date, size };
  const { staff: _, ...parts } = chosen;
  if (Object.values(parts).some((part) => part !== undefined && part.length > 0)) {
    const people = [...new Set(found.map(({ personId }) => personId))];
    noteDaily(args, who, 'opened a part of the training record', people, date);
  } else if (!error) noteWholeRecord(args, who, 'opened the training record', date);
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      filter: chosen,
      narrowed: narrowedInWords(chosen, titles),
      inWords: chosenInWords(chosen, titles),
      unknown,
      choices,
      shown: error
        ? null
        : {
            ...{ date, total, people: counted.people, page, pages },
            lines: withReasons(db, who.schoolId, withLeaders(at, withOpening(at, found))),
            later: laterEntries(db, who.schoolId, { date, size, filter: later, limit: 100 }),
          },
      mayExport: may(who, 'export the training record'),
    },
    { status: error ? 400 : 200 },
  );
}

export default function Record() {
  const { who, asAt, filter, narrowed, inWords, unknown, choices, shown, mayExport } =
    useLoaderData<typeof loader>();
  const asked = { ...filter, asAt: asAt.typed };
  const teams = choices.someInNoTeam ? [...choices.teams, noTeam] : choices.teams;
  return (
    <AppPage
      who={who}
      section="evidence"
      here="/evidence/record"
      title="The training record"
      intro="One line for each person and each time through a module or session attended, as it was known at the end of the day you choose. No scores, answers, choices or times: those are each person’s own."
    >
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : null} />
      <AsAtForm asAt={asAt}>
        <Choose
          name="roleGroup"
          label="Role group"
          all="All"
          chosen={filter.roleGroup}
          options={choices.roleGroups.map((group) => ({ value: group, label: capitalised(group) }))}
        />
        <Choose name="team" label="Team" all="All" chosen={filter.team} options={teams.map(same)} />
        <Choose
          name="module"
          label="Module"
          all="All"
          chosen={filter.module}
          options={choices.modules.map(({ module, title }) => ({ value: module, label: title }))}
        />
        <Choose name="status" label="Status" all="Any" chosen={filter.status} options={choosable} />
        {choices.contracts.length > 1 ? (
          <Choose
            name="contract"
            label="Contract"
            all="Any"
            chosen={filter.contract}
            options={choices.contracts.map((one) => ({ value: one, label: capitalised(one) }))}
          />
        ) : null}
        <Choose
          name="staff"
          label="People"
          all="Leavers too"
          chosen={filter.staff}
          options={[
            { value: 'then', label: 'On the staff that day' },
            { value: 'new', label: `In their first ${newStarterDays} days` },
          ]}
        />
        <NarrowedFields narrowed={narrowed} asked={asked} />
      </AsAtForm>
      {inWords ? <p className="only-print">What is shown: {inWords}.</p> : null}
      <NotThere unknown={unknown} />
      <Narrowed narrowed={narrowed} asked={asked} />
      {shown ? <Shown shown={shown} filter={filter} mayExport={mayExport} /> : null}
    </AppPage>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
interface ShownProps {
  shown: NonNullable<Data['shown']>;
  filter: Data['filter'];
  mayExport: boolean;
}

function Shown({ shown, filter, mayExport }: ShownProps) {
  const { date, total, people, page, pages, lines, later } = shown;
  const to = (n: number) => queryOf({ asAt: date, ...filter, page: String(n) });
  const { roleGroup, team, module, ...rest } = filter;
  const exported = { roleGroup, team: team === noTeam ? undefined : team, module };
  const narrower = team === noTeam || Object.values(rest).some((part) => part && part.length > 0);
  return (
    <>
      <LinesTable
        caption={`${civilDateInWords(date)}: ${countedInWords(total, people)}`}
        lines={lines}
      />
      {pages > 1 ? (
        <nav aria-label="Pages of the record" className="form-row">
          {page > 1 ? <ButtonLink to={to(page - 1)}>Earlier names</ButtonLink> : null}
          <p>
            Page {page} of {pages}
          </p>
          {page < pages ? <ButtonLink to={to(page + 1)}>Later names</ButtonLink> : null}
        </nav>
      ) : null}
      <LaterEntriesPart later={later} date={date} />
      {mayExport ? (
        <Panel title="Take it with you">
          {narrower ? (
            <p>
              The spreadsheet and the workbook hold just the lines above. The file with its proof
              takes the day, one role group, one team and one module, and holds lines of every
              status and contract, leavers’ too, because a proof of some would not hold.
            </p>
          ) : null}
          <Downloads asAt={date} filter={exported} lines={filter} />
        </Panel>
      ) : null}
    </>
  );
}

/** “26 lines, of 24 people”. */
function countedInWords(lines: number, people: number): string {
  if (lines < 2) return lines === 1 ? '1 line' : 'no lines';
  return `${lines} lines, of ${people === 1 ? 'one person' : `${people} people`}`;
}

const same = (value: string) => ({ value, label: value });
