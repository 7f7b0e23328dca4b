import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageWho, requirePerson } from '~/people/guard.server';
import { may } from '~/people/rights';
import { coverageAsAt, type Coverage as Read } from '~/record/coverage.server';
import { laterEntries } from '~/record/later-entries.server';
import { sessionsAsAt, sessionsOfOthers } from '~/record/sessions-attended.server';
import { monthsBack, recentMonths } from '~/record/whole-months';
import { AppPage } from '~/ui/app-page';
import { ErrorSummary } from '~/ui/error-summary';
import { SelectField } from '~/ui/fields';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { besideCompletion } from './beside-completion.server';
import { CoverageShown } from './coverage-shown';
import { NotThere } from './not-there';
import { noteWholeRecord } from './note-access.server';
import { readQuestion } from './question.server';
import { Seal } from './seal';
import { sealOf } from './seal.server';
import { TeamsPart } from './teams-part';

export const meta = () => title('Who is trained');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { attune } = args.context;
  const { db, course } = attune;
  const { asAt, filter } = readQuestion(args, who);
  const { error, date, size, began, typed, today } = asAt;
  const teams = new URL(args.request.url).searchParams.getAll('team').filter(Boolean);
  if (!error) noteWholeRecord(args, who, 'opened the page of who is trained', date);
  const shown = error
    ? null
    : {
        date,
        recentAfter: monthsBack(date, recentMonths),
        coverage: coverageAsAt(db, who.schoolId, {
          ...{ date, size, began },
          module: filter.module ?? null,
          order: course.modules().map(({ slug }) => slug),
          teams,
        }),
        sessions: sessionsAsAt(db, who.schoolId, size),
        sessionsOfOthers: sessionsOfOthers(db, who.schoolId, { date, size }).size > 0,
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
      {shown ? <CoverageShown {...shown} teams={teams} mayExport={mayExport} /> : null}
      {shown ? <Seal seal={seal} /> : null}
    </AppPage>
  );
}
