import type { Attune } from '~/context.server';
import { pageOf, scenarioOf } from '~/learning/parts';
import { meaningOf } from '~/learning/together/meaning.server';
import { completionsRestingOn } from '~/learning/together/rests-on-it.server';
import { pagesShown, togetherSession, versionShown } from '~/learning/together/sessions.server';
import { firstNotShown } from '~/learning/together/stage.server';
import { shownOf } from '~/learning/together/what-counts';
import { attendancesOf } from '~/learning/together/who-was-there.server';
import { whoToTick } from '~/pages/sessions/who-to-tick.server';
import { londonDate } from '~/record/london-date';
import type { ShownPage } from './together-shown';
import { meaningInWords } from './together-words';

/** A session as its page shows it: what was shown, who was there, who could be put down and what that would mean. */
export function sessionPage(attune: Attune, schoolId: string, id: string, query: URLSearchParams) {
  const { db } = attune;
  const session = togetherSession(db, schoolId, id);
  const version = versionShown(attune, session);
  const noted = pagesShown(db, id);
  const pages = version.pages.flatMap((page): ShownPage[] => {
    const one = noted.find((shown) => shown.page === page.id);
    if (!one) return [];
    const example = scenarioOf(page) !== undefined;
    return [{ id: page.id, title: page.title, example, counts: one.counts }];
  });
  const shown = shownOf(version, new Set(pages.flatMap((page) => (page.counts ? page.id : []))));
  const attendances = attendancesOf(db, schoolId, id);
  const resting = completionsRestingOn(attune, id);
  return {
    id,
    module: version.title,
    slug: version.slug,
    heldOn: session.heldOn,
    leader: session.leaderName,
    cohort: session.cohortName,
    toShow: firstNotShown(attune, session, new Set(noted.map(({ page }) => page))),
    pages,
    settled: attendances.some(({ takenOff }) => !takenOff),
    toCome: session.heldOn > londonDate(attune.now()),
    counting: shown.map(({ page }) => `“${pageOf(version, page)?.title ?? page}”`),
    attendances: attendances.map((one) =>
      one.enrolmentId !== null && resting.has(one.enrolmentId)
        ? { ...one, hint: 'Has completed it since: that completion is withdrawn' }
        : { ...one, hint: undefined },
    ),
    tick: tickFor(attune, schoolId, session, query, {
      there: attendances.filter(({ takenOff }) => !takenOff).map(({ personId }) => personId),
      meaning: meaningOf(attune, schoolId, session, shown),
    }),
  };
}

interface Tick {
  there: string[];
  meaning: ReturnType<typeof meaningOf>;
}

/** At first those for whom the session was meant. */
function tickFor(
  attune: Attune,
  schoolId: string,
  session: { heldOn: string; cohortId: string | null },
  query: URLSearchParams,
  { there, meaning }: Tick,
) {
  const asked = new URLSearchParams(query);
  const meant = session.cohortId === null ? 'all' : `cohort:${session.cohortId}`;
  if (!asked.get('from')) asked.set('from', asked.get('find') ? 'all' : meant);
  const present = there.map((personId) => ({ personId, status: 'current' as const }));
  const tick = whoToTick(attune, schoolId, session, present, asked);
  return {
    ...tick,
    people: tick.people.map((one) => ({
      ...one,
      about: `${one.about}. ${meaningInWords(meaning(one.id))}.`,
    })),
  };
}
