import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { scenarioChoice, scenarioRun } from '~db/schema';
import { preparedOnce } from './prepared.server';

export type Run = typeof scenarioRun.$inferSelect;
export type RunChoice = Pick<typeof scenarioChoice.$inferSelect, 'n' | 'step' | 'choice'>;

const queries = preparedOnce((db) => ({
  latest: db
    .select()
    .from(scenarioRun)
    .where(
      and(
        eq(scenarioRun.enrolmentId, sql.placeholder('enrolmentId')),
        eq(scenarioRun.scenario, sql.placeholder('scenario')),
      ),
    )
    .orderBy(desc(scenarioRun.startedAt), desc(scenarioRun.id))
    .prepare(),
  choices: db
    .select({ n: scenarioChoice.n, step: scenarioChoice.step, choice: scenarioChoice.choice })
    .from(scenarioChoice)
    .where(eq(scenarioChoice.runId, sql.placeholder('runId')))
    .orderBy(asc(scenarioChoice.n))
    .prepare(),
}));

/** Every run of one scenario in one enrolment, newest first. */
export function runsOf(db: Db, enrolmentId: string, scenario: string): Run[] {
  return queries(db).latest.all({ enrolmentId, scenario });
}

/** The choices of a run in the order they were made. */
export function choicesOf(db: Db, runId: string): RunChoice[] {
  return queries(db).choices.all({ runId });
}
