import { addDays, subMonths } from 'date-fns';
import { and, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { londonDate } from '~/record/london-date';
import { inTransaction } from '~db/client.server';
import {
  answer,
  attempt,
  checkAnswer,
  commitment,
  draft,
  enrolment,
  person,
  reflection,
  scenarioChoice,
  scenarioRun,
} from '~db/schema';
import { commitmentContext } from './commitment.server';
import { deleteAfterModules } from './retention-after.server';

/** Answers are kept this long, then only whether the standard was met, which the record holds. */
export const monthsOfAnswers = 24;
/** What a leaver wrote for themselves is kept this long after their last day, so that they can still take it. */
export const daysAfterLeaving = 30;

/**
 * Deletes what has had its time: answers after 24 months, and the private words of people who left more than 30 days
 * ago. Nothing of it is on the record, so neither the record nor its projections change.
 */
export function deleteWhatIsDue({
  db,
  now,
  keyring,
}: Pick<Attune, 'db' | 'now' | 'keyring'>): void {
  const oldest = subMonths(now(), monthsOfAnswers).getTime();
  const lastDay = londonDate(addDays(now(), -daysAfterLeaving));
  inTransaction(db, (tx) => {
    const marked = tx.select({ id: attempt.id }).from(attempt).where(isNotNull(attempt.markedAt));
    tx.delete(answer)
      .where(and(lt(answer.at, oldest), inArray(answer.attemptId, marked)))
      .run();
    // The seed is the salt of the digest on the record: without it, nobody can try out what was answered.
    tx.update(attempt)
      .set({ seed: '' })
      .where(and(lt(attempt.markedAt, oldest), ne(attempt.seed, '')))
      .run();
    tx.delete(checkAnswer).where(lt(checkAnswer.at, oldest)).run();

    const left = tx.select({ id: person.id }).from(person).where(lt(person.leaveDate, lastDay));
    deleteAfterModules(tx, { oldest, oldestDay: londonDate(oldest), left });
    tx.delete(reflection).where(inArray(reflection.personId, left)).run();
    tx.delete(draft).where(inArray(draft.personId, left)).run();
    const theirs = tx
      .select({ id: enrolment.id })
      .from(enrolment)
      .where(inArray(enrolment.personId, left));
    const runs = tx
      .select({ id: scenarioRun.id })
      .from(scenarioRun)
      .where(inArray(scenarioRun.enrolmentId, theirs));
    tx.update(scenarioChoice)
      .set({ why: null })
      .where(and(isNotNull(scenarioChoice.why), inArray(scenarioChoice.runId, runs)))
      .run();
    // That something was committed to stays, the words go. The time it was written is set to nought to do it once.
    const words = tx
      .select({ enrolmentId: commitment.enrolmentId, personId: enrolment.personId })
      .from(commitment)
      .innerJoin(enrolment, sql`${enrolment.id} = ${commitment.enrolmentId}`)
      .where(and(inArray(commitment.enrolmentId, theirs), sql`${commitment.at} > 0`))
      .all();
    for (const { enrolmentId, personId } of words) {
      const nothing = keyring.encrypt('', commitmentContext(personId));
      tx.update(commitment)
        .set({ what: nothing, when: nothing, know: nothing, at: 0 })
        .where(sql`${commitment.enrolmentId} = ${enrolmentId}`)
        .run();
    }
  });
}
