import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import { pageOf, scenarioOf } from '~/learning/parts';
import {
  type NotCounted,
  notCountedYet,
  settledPages,
} from '~/learning/together/count-since.server';
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
  const settled = settledPages(db, id);
  const pages = version.pages.flatMap((page): ShownPage[] => {
    const one = noted.find((shown) => shown.page === page.id);
    if (!one) return [];
    const is = { example: scenarioOf(page) !== undefined, settled: settled.has(page.id) };
    return [{ id: page.id, title: page.title, ...is, counts: one.counts || is.settled }];
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
    counting: shown.length,
    since: since(notCountedYet(attune, db, schoolId, session, attendances, shown), version),
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

/** What does not count yet for people who are down already, and for whom. */
function since(notCounted: NotCounted[], version: Module) {
  const pages = new Set(notCounted.flatMap(({ counts }) => counts.map(({ page }) => page)));
  return {
    pages: [...pages].map((page) => `“${pageOf(version, page)?.title ?? page}”`),
    people: notCounted.map(({ attendance }) => attendance.name),
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
  const told = <P extends { id: string; about: string }>(one: P) => ({
    ...one,
    about: `${one.about}. ${meaningInWords(meaning(one.id))}.`,
  });
  return {
    ...tick,
    people: tick.people.map(told),
    soFar: tick.soFar.map(told),
  };
}
