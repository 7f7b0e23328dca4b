import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { openAssignments } from '~/cohorts/assignments.server';
import { ledCohort } from '~/cohorts/cohort-heads.server';
import { readGrid } from '~/cohorts/grid.server';
import { choicesIn, filtered, filterIn } from '~/cohorts/grid-filter';
import { noteDaily } from '~/pages/evidence/note-access.server';
import { found } from '~/pages/form-answer.server';
import { GridFilters } from '~/pages/lead/grid-filters';
import { GridTable } from '~/pages/lead/grid-table';
import { filterInWords, nobodyInWords, shownInWords } from '~/pages/lead/grid-words';
import { pageWho, requirePerson } from '~/people/guard.server';
import { AppPage } from '~/ui/app-page';
import { title } from '~/ui/title';

export const meta: MetaFunction<typeof loader> = ({ data }) => title(data?.cohort.name ?? 'Cohort');

/** What the head of a cohort sees: its people, what it was given, and how far each is. Nobody who asked for a hand. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see a cohort they lead');
  const { attune } = args.context;
  const cohort = found(() => ledCohort(attune.db, who, args.params.cohort ?? ''));
  const given = new Set(
    openAssignments(attune.db, who.schoolId, cohort.id).map(({ module }) => module),
  );
  // Help was offered to the lead alone: whoever leads a cohort is not told of it.
  const grid = readGrid(attune, who.schoolId, { cohortId: cohort.id, hands: [] });
  noteDaily(
    args,
    who,
    'opened the page of a cohort they lead',
    grid.people.map(({ id }) => id),
  );
  const columns = grid.modules.flatMap(({ slug }, n) => (given.has(slug) ? [n] : []));
  const theirs = {
    modules: grid.modules.filter(({ slug }) => given.has(slug)),
    people: grid.people.map((one) => ({
      ...one,
      cells: columns.flatMap((n) => one.cells[n] ?? []),
    })),
  };
  const choices = choicesIn(theirs, false);
  const filter = filterIn(new URL(args.request.url).searchParams, choices);
  return {
    who: pageWho(who),
    ...{ cohort, choices, filter },
    total: theirs.people.length,
    people: filtered(theirs, filter, who.roleNames).map(({ id, name, cells }) => ({
      id,
      name,
      cells,
    })),
  };
}

export default function MyCohort() {
  const { who, cohort, choices, filter, total, people } = useLoaderData<typeof loader>();
  const on = filterInWords(filter, choices.modules, who.roleNames);
  const { find } = filter;
  const path = `/my-cohort/${cohort.id}`;
  return (
    <AppPage
      who={who}
      section="learn"
      title={cohort.name}
      intro="The cohort that you lead: what it was given, and how far each person is. Scores, answers and words are not here: they are each person’s own. Nobody is yours to watch; if someone is stuck, a kind word is enough, and the attachment lead can help."
      back={{ to: '/learn', label: 'Learn' }}
      width="wide"
    >
      <GridFilters path={path} choices={choices} names={who.roleNames} filter={filter} />
      <GridTable
        caption={shownInWords({ where: cohort.name, on, find, fitting: people.length, total })}
        modules={choices.modules}
        people={people}
        empty={
          find || on.length > 0 ? (
            <p>
              {nobodyInWords(cohort.name, on, find)} <Link to={path}>See everyone</Link>
            </p>
          ) : null
        }
        linked={false}
      />
    </AppPage>
  );
}
