import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Module, Page, Scenario } from '~/course/module';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { inTransaction, type Tx } from '~db/client.server';
import { scenarioChoice, scenarioRun } from '~db/schema';
import { completeIfMet } from './complete.server';
import { type Enrolment, requireCounting } from './enrolments.server';
import { notThere, notYet, pickSomething } from './errors';
import { eventOf } from './event.server';
import { scenariosOf } from './parts';
import { choicesOf, type Run, runsOf } from './runs.server';
import { idOf, moveFrom, placeAt } from './scenario-path';

function requireScenario(version: Module, id: string): { page: Page; scenario: Scenario } {
  const found = scenariosOf(version).find(({ scenario }) => scenario.id === id);
  if (!found) throw notThere('scenario');
  return found;
}

function openRun(
  tx: Tx,
  enrolled: Enrolment,
  found: { page: Page; scenario: Scenario },
  now: Date,
): Run {
  const run: Run = {
    id: uuid({ msecs: now.getTime() }),
    enrolmentId: enrolled.id,
    scenario: found.scenario.id,
    page: found.page.id,
    startedAt: now.getTime(),
    at: found.scenario.start,
    ending: null,
    endedAt: null,
    debriefReadAt: null,
    summaryReadAt: null,
  };
  tx.insert(scenarioRun).values(run).run();
  return run;
}

/**
 * Starts a go at a scenario, or another one.
 * @param n how many goes there were when the form was made (0 at first): sending it again starts nothing twice
 * @returns the run's id
 */
export function startScenario(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string; scenario: string; n?: number },
): string {
  return inTransaction(attune.db, (tx) => {
    const { enrolled, version } = requireCounting(attune, actor, input.enrolmentId);
    const found = requireScenario(version, input.scenario);
    const runs = runsOf(attune.db, enrolled.id, input.scenario);
    const [newest] = runs;
    if (newest && runs.length > (input.n ?? 0)) return newest.id;
    return openRun(tx, enrolled, found, attune.now()).id;
  });
}

/** One's own run with its enrolment, version and scenario. @throws LearningError 'not there' */
function requireRun(attune: Attune, tx: Tx, actor: Actor, runId: string) {
  const run = tx.select().from(scenarioRun).where(eq(scenarioRun.id, runId)).get();
  if (!run) throw notThere('scenario');
  const mine = requireCounting(attune, actor, run.enrolmentId);
  return { run, ...mine, scenario: requireScenario(mine.version, run.scenario).scenario };
}

/**
 * Makes choice number `n` (from 0) of a run. The same `n` again, whatever it picks, changes nothing. A choice at an
 * ending is a way back; once the debrief is read the run is over.
 *
 * @param choice position of the choice in the step as written
 * @param why why they chose it: optional, private, encrypted
 * @throws LearningError 'not yet' for a choice out of turn, 'pick something' for one that is not offered
 */
export function chooseStep(
  attune: Attune,
  actor: Actor,
  input: { runId: string; n: number; choice: number; why?: string },
): { at: string } {
  return inTransaction(attune.db, (tx) => {
    const { run, scenario } = requireRun(attune, tx, actor, input.runId);
    const made = choicesOf(attune.db, run.id).length;
    if (input.n < made || run.debriefReadAt !== null) return { at: run.at };
    if (input.n > made)
      throw notYet('This example moved on in another tab. Please go on from where it is now.');
    const to = moveFrom(scenario, run.at, input.choice);
    if (!to) throw pickSomething('Choose what you would do first.');
    const now = attune.now().getTime();
    const why = input.why?.trim();
    tx.insert(scenarioChoice)
      .values({
        runId: run.id,
        n: input.n,
        step: run.at,
        choice: input.choice,
        why: why ? attune.keyring.encrypt(why, whyContext(actor.personId)) : null,
        at: now,
      })
      .run();
    const ended = to.type === 'ending';
    tx.update(scenarioRun)
      .set({ at: idOf(to), ending: ended ? to.ending.id : null, endedAt: ended ? now : null })
      .where(eq(scenarioRun.id, run.id))
      .run();
    return { at: idOf(to) };
  });
}

export const whyContext = (personId: string) => `scenario-why:${personId}`;

/**
 * Opens the debrief of a run that has reached an ending; with it the scenario has ended.
 * @throws LearningError 'not yet' before an ending
 */
export function readDebrief(attune: Attune, actor: Actor, input: { runId: string }): void {
  inTransaction(attune.db, (tx) => {
    const { run, scenario, enrolled, version } = requireRun(attune, tx, actor, input.runId);
    if (run.debriefReadAt !== null) return;
    if (placeAt(scenario, run.at)?.type !== 'ending') {
      throw notYet(
        'The debrief opens when the example reaches an ending. You can also skip to the summary.',
      );
    }
    const now = attune.now();
    tx.update(scenarioRun)
      .set({ debriefReadAt: now.getTime() })
      .where(eq(scenarioRun.id, run.id))
      .run();
    if (run.summaryReadAt === null) recordEnd(attune, tx, now, actor, enrolled, version, 'ended');
  });
}

/**
 * Opens the plain summary in place of the example; counts the same.
 * Reading it before, in the middle or after the end of a go are all one and the same act: one go ends once.
 * @param n how many goes there were when the form was made: sending it again later means the same go
 */
export function readSummary(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string; scenario: string; n?: number },
): void {
  inTransaction(attune.db, (tx) => {
    const { enrolled, version } = requireCounting(attune, actor, input.enrolmentId);
    const found = requireScenario(version, input.scenario);
    const now = attune.now();
    const goes = runsOf(attune.db, enrolled.id, input.scenario).reverse();
    const run =
      goes[Math.max(input.n ?? goes.length, 1) - 1] ??
      goes.at(-1) ??
      openRun(tx, enrolled, found, now);
    const { changes } = tx
      .update(scenarioRun)
      .set({ summaryReadAt: now.getTime() })
      .where(and(eq(scenarioRun.id, run.id), isNull(scenarioRun.summaryReadAt)))
      .run();
    if (changes > 0 && run.debriefReadAt === null) {
      recordEnd(attune, tx, now, actor, enrolled, version, 'summary read');
    }
  });
}

/** Extra goes after completion are the learner's own and leave nothing on the record. */
function recordEnd(
  attune: Attune,
  tx: Tx,
  now: Date,
  actor: Actor,
  enrolled: Enrolment,
  version: Module,
  how: 'ended' | 'summary read',
): void {
  if (enrolled.completedAt !== null) return;
  append(tx, now, eventOf(actor, enrolled, now, 'scenario ended', { how }));
  completeIfMet(attune, tx, now, actor, enrolled, version);
}
