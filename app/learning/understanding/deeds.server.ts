import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { answer, attempt, enrolment, scenarioChoice, scenarioRun } from '~db/schema';
import type { Confidence, Pick } from '~db/schema/learning';

export interface MarkedGo {
  id: string;
  personId: string;
  contentHash: string;
  /** Item ids; they stay when the answers have had their time. */
  items: string[];
}

export interface GivenAnswer {
  pick: Pick;
  /** Null when it was left out, on paper. */
  confidence: Confidence | null;
  right: boolean;
}

export interface MadeChoice {
  personId: string;
  contentHash: string;
  runId: string;
  scenario: string;
  step: string;
  choice: number;
}

const ofModule = (schoolId: string, module: string) =>
  and(eq(enrolment.schoolId, schoolId), eq(enrolment.module, module));

/** Every marked go at a module's quiz at one school, oldest first. */
export function markedGoes(db: Db, schoolId: string, module: string): MarkedGo[] {
  return db
    .select({
      id: attempt.id,
      personId: enrolment.personId,
      contentHash: enrolment.contentHash,
      items: attempt.items,
    })
    .from(attempt)
    .innerJoin(enrolment, eq(enrolment.id, attempt.enrolmentId))
    .where(and(ofModule(schoolId, module), isNotNull(attempt.markedAt)))
    .orderBy(asc(attempt.markedAt), asc(attempt.id))
    .all();
}

const keyOf = (attemptId: string, item: string) => `${attemptId} ${item}`;

/** The answers of those goes that are still kept, by go and item. */
export function keptAnswers(db: Db, schoolId: string, module: string) {
  const rows = db
    .select({
      attemptId: answer.attemptId,
      item: answer.item,
      pick: answer.pick,
      confidence: answer.confidence,
      right: answer.right,
    })
    .from(answer)
    .innerJoin(attempt, eq(attempt.id, answer.attemptId))
    .innerJoin(enrolment, eq(enrolment.id, attempt.enrolmentId))
    .where(and(ofModule(schoolId, module), isNotNull(attempt.markedAt)))
    .all();
  const found = new Map(rows.map((row) => [keyOf(row.attemptId, row.item), row]));
  return (attemptId: string, item: string): GivenAnswer | null =>
    found.get(keyOf(attemptId, item)) ?? null;
}

/** Every choice in a module's scenarios at one school, in the order in which they were made. */
export function madeChoices(db: Db, schoolId: string, module: string): MadeChoice[] {
  return db
    .select({
      personId: enrolment.personId,
      contentHash: enrolment.contentHash,
      runId: scenarioRun.id,
      scenario: scenarioRun.scenario,
      step: scenarioChoice.step,
      choice: scenarioChoice.choice,
    })
    .from(scenarioChoice)
    .innerJoin(scenarioRun, eq(scenarioRun.id, scenarioChoice.runId))
    .innerJoin(enrolment, eq(enrolment.id, scenarioRun.enrolmentId))
    .where(ofModule(schoolId, module))
    .orderBy(asc(scenarioChoice.at), asc(scenarioRun.id), asc(scenarioChoice.n))
    .all();
}
