import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { openAssignments } from '~/cohorts/assignments.server';
import { ledCohort } from '~/cohorts/cohort-heads.server';
import { readGrid } from '~/cohorts/grid.server';
import { found } from '~/pages/form-answer.server';
import { GridTable } from '~/pages/lead/grid-table';
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
  const columns = grid.modules.flatMap(({ slug }, n) => (given.has(slug) ? [n] : []));
  return {
    who: pageWho(who),
    cohort,
    modules: grid.modules.filter(({ slug }) => given.has(slug)),
    people: grid.people.map(({ id, name, cells }) => ({
      ...{ id, name },
      cells: columns.flatMap((n) => cells[n] ?? []),
    })),
  };
}

export default function MyCohort() {
  const { who, cohort, modules, people } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="learn"
      title={cohort.name}
      intro="The cohort that you lead: what it was given, and how far each person is. Scores, answers and words are not here: they are each person’s own. Nobody is yours to watch; if someone is stuck, a kind word is enough, and the attachment lead can help."
      back={{ to: '/learn', label: 'Learn' }}
      width="wide"
    >
      <GridTable
        caption={`${cohort.name}: ${people.length} ${people.length === 1 ? 'person' : 'people'}`}
        modules={modules}
        people={people}
        linked={false}
      />
    </AppPage>
  );
}
