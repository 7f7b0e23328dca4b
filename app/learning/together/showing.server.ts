import { and, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Module, Page, Scenario } from '~/course/module';
import type { Actor } from '~/people/actor';
import { inTransaction, type Tx } from '~db/client.server';
import { togetherSession as sessionTable, togetherPage } from '~db/schema';
import { pageOf, scenarioOf } from '../parts';
import { moveFrom } from '../scenario-path';
import { settledPages } from './count-since.server';
import { TogetherError } from './errors';
import { endOfWay } from './group-way';
import { type TogetherSession, togetherSession, versionShown } from './sessions.server';
import { isForGroups } from './what-counts';

interface OnScreen {
  session: string;
  page: string;
}

function onScreen(attune: Pick<Attune, 'course'>, tx: Tx, { schoolId }: Actor, at: OnScreen) {
  const session = togetherSession(tx, schoolId, at.session);
  const version = versionShown(attune, session);
  const page = pageOf(version, at.page);
  if (!page || !isForGroups(page)) {
    throw new TogetherError('not-here', 'This session has no such page.', '', 404);
  }
  return { session, version, page };
}

/** Going through it again changes nothing. Of whoever is down already, what is new counts only once the lead says so. */
function note(tx: Tx, { id }: TogetherSession, page: Page, now: Date): void {
  tx.insert(togetherPage)
    .values({ sessionId: id, page: page.id, counts: true, at: now.getTime() })
    .onConflictDoNothing()
    .run();
}

/** Notes that a page was passed with Next. A scenario's page is noted when the scenario ends, and not before. */
export function passPage(
  attune: Pick<Attune, 'db' | 'course' | 'now'>,
  actor: Actor,
  at: OnScreen,
): Module {
  return inTransaction(attune.db, (tx) => {
    const { session, version, page } = onScreen(attune, tx, actor, at);
    if (!scenarioOf(page)) note(tx, session, page, attune.now());
    return version;
  });
}

/**
 * Goes where most hands went up for. `n` is how many choices the group had made when the form was made, so that sending
 * it again changes nothing.
 * @throws TogetherError `not-here` for a choice that is not offered
 */
export function chooseTogether(
  attune: Pick<Attune, 'db' | 'course'>,
  actor: Actor,
  at: OnScreen & { n: number; choice: number },
): void {
  inTransaction(attune.db, (tx) => {
    const { session, page } = onScreen(attune, tx, actor, at);
    const scenario = required(page);
    const way = session.ways[scenario.id] ?? [];
    if (way.length !== at.n) return;
    if (!moveFrom(scenario, endOfWay(scenario, way), at.choice)) {
      throw new TogetherError('not-here', 'Choose one of the ways on this page.', '', 404);
    }
    setWay(tx, actor, session, scenario, [...way, at.choice]);
  });
}

/** From the beginning again, to try another way. What was noted stays. */
export function startOver(attune: Pick<Attune, 'db' | 'course'>, actor: Actor, at: OnScreen): void {
  inTransaction(attune.db, (tx) => {
    const { session, page } = onScreen(attune, tx, actor, at);
    setWay(tx, actor, session, required(page), []);
  });
}

/**
 * Notes that the group looked back at a scenario from an ending, or read its summary in place of it.
 * @throws TogetherError `not-here` before an ending
 */
export function endScenario(
  attune: Pick<Attune, 'db' | 'course' | 'now'>,
  actor: Actor,
  at: OnScreen & { how: 'debrief' | 'summary' },
): void {
  inTransaction(attune.db, (tx) => {
    const { session, page } = onScreen(attune, tx, actor, at);
    const scenario = required(page);
    const here = endOfWay(scenario, session.ways[scenario.id] ?? []);
    const ended = scenario.endings.some(({ id }) => id === here);
    if (at.how === 'debrief' && !ended) {
      throw new TogetherError('not-here', 'Looking back comes after an ending.', '', 404);
    }
    note(tx, session, page, attune.now());
  });
}

function required(page: Page): Scenario {
  const scenario = scenarioOf(page);
  if (!scenario) throw new TogetherError('not-here', 'There is no example here.', '', 404);
  return scenario;
}

function setWay(
  tx: Tx,
  { schoolId }: Actor,
  { id, ways }: TogetherSession,
  scenario: Scenario,
  way: number[],
): void {
  tx.update(sessionTable)
    .set({ ways: { ...ways, [scenario.id]: way } })
    .where(and(eq(sessionTable.schoolId, schoolId), eq(sessionTable.id, id)))
    .run();
}

/**
 * Which of the pages that were shown are to count. Only those that were `offered` are touched: another may have been
 * shown since the form was made. One that counts for somebody already stays.
 */
export function countShown(
  { db }: Pick<Attune, 'db'>,
  { schoolId }: Actor,
  sessionId: string,
  { offered, ticked }: { offered: readonly string[]; ticked: readonly string[] },
): void {
  inTransaction(db, (tx) => {
    togetherSession(tx, schoolId, sessionId);
    const settled = settledPages(tx, sessionId);
    for (const page of offered.filter((id) => !settled.has(id))) {
      tx.update(togetherPage)
        .set({ counts: ticked.includes(page) })
        .where(and(eq(togetherPage.sessionId, sessionId), eq(togetherPage.page, page)))
        .run();
    }
  });
}
