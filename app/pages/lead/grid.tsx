import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listCohorts } from '~/cohorts/cohorts.server';
import { readGrid } from '~/cohorts/grid.server';
import { choicesIn, filtered, filterIn } from '~/cohorts/grid-filter';
import { welcomeHelp } from '~/learning/help.server';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { pageWho, requirePerson } from '~/people/guard.server';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { title } from '~/ui/title';
import { GridFilters } from './grid-filters';
import { GridTable } from './grid-table';
import { filterInWords, gridAddress, nobodyInWords, shownInWords } from './grid-words';

export const meta = () => title('Overview');

/** More would be a page that a phone cannot carry. */
const perPage = 60;

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'manage cohorts');
  const { attune } = args.context;
  const query = new URL(args.request.url).searchParams;
  const cohorts = listCohorts(attune, who.schoolId);
  const cohort = cohorts.find(({ id }) => id === query.get('cohort')) ?? null;
  const grid = readGrid(attune, who.schoolId, {
    cohortId: cohort?.id,
    hands: welcomeHelp(attune.db, who.schoolId),
  });
  noteDaily(args, who, 'opened the overview of who has done what', null);
  const choices = choicesIn(grid, true);
  const filter = filterIn(query, choices);
  const found = filtered(grid, filter, who.roleNames);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  return {
    who: pageWho(who),
    cohorts,
    cohort,
    hands: grid.hands,
    choices,
    filter,
    total: grid.people.length,
    fitting: found.length,
    people: found.slice((page - 1) * perPage, page * perPage),
    page,
    pages,
    whoToTellMissing: readWhoToTell(attune.db, who.schoolId) === null,
  };
}

export default function Overview() {
  const {
    who,
    cohorts,
    cohort,
    hands,
    choices,
    filter,
    total,
    fitting,
    people,
    page,
    pages,
    whoToTellMissing,
  } = useLoaderData<typeof loader>();
  const where = cohort ? cohort.name : 'All staff';
  const on = filterInWords(filter, choices.modules, who.roleNames);
  const { find } = filter;
  return (
    <AppPage
      who={who}
      section="lead"
      here="/lead"
      title="Overview"
      intro="Who has done what, who is on the way, and who would like a hand. Scores, answers and words are not here: they are each person’s own."
      actions={
        <ButtonLink to="/lead/assign" variant="primary">
          Give a cohort a module
        </ButtonLink>
      }
    >
      {whoToTellMissing ? (
        <Notice kind="care" title="No module is open yet">
          <p>
            Staff need to know whom to tell when they are worried about a child.{' '}
            <Link to="/lead/who-to-tell">Fill in who to tell</Link>, and modules open.
          </p>
        </Notice>
      ) : null}
      <Hands hands={hands} />
      <GridFilters
        path="/lead"
        cohorts={cohorts}
        cohort={cohort?.id}
        choices={choices}
        names={who.roleNames}
        filter={filter}
      />
      <GridTable
        caption={shownInWords({ where, on, find, fitting, total })}
        modules={choices.modules}
        people={people}
        empty={
          find || on.length > 0 ? (
            <p>
              {nobodyInWords(cohort?.name, on, find)}{' '}
              <Link to={gridAddress('/lead', { cohort: cohort?.id })}>See everyone</Link>
            </p>
          ) : null
        }
      />
      {pages > 1 ? (
        <Pages
          page={page}
          pages={pages}
          to={(n) => gridAddress('/lead', { cohort: cohort?.id, ...filter }, n)}
        />
      ) : null}
    </AppPage>
  );
}

interface Hand {
  personId: string;
  name: string;
  module: string;
  moduleTitle: string;
}

function Hands({ hands }: { hands: Hand[] }) {
  if (hands.length === 0) return <p>Nobody has asked for a hand just now.</p>;
  return (
    <Notice
      kind="info"
      title={
        hands.length === 1
          ? 'One person has asked for a hand'
          : `${hands.length} people have asked for a hand`
      }
    >
      <ul>
        {hands.map(({ personId, name, module, moduleTitle }) => (
          <li key={`${personId} ${module}`}>
            <Link to={`/lead/people/${personId}`} prefetch="none">
              {name}
            </Link>
            , with {moduleTitle}
          </li>
        ))}
      </ul>
      <p>They said that you may offer. A word in passing is often all it takes.</p>
    </Notice>
  );
}

interface PagesProps {
  page: number;
  pages: number;
  to: (page: number) => string;
}

function Pages({ page, pages, to }: PagesProps) {
  return (
    <nav aria-label="Pages of this list" className="form-row">
      {page > 1 ? <ButtonLink to={to(page - 1)}>Earlier names</ButtonLink> : null}
      <p>
        Page {page} of {pages}
      </p>
      {page < pages ? <ButtonLink to={to(page + 1)}>Later names</ButtonLink> : null}
    </nav>
  );
}
