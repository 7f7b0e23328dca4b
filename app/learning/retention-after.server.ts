import { and, inArray, isNotNull, lt, type SQLWrapper } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import {
  enrolment,
  followUp,
  leave,
  paperQuiz,
  practiceLog,
  quizCode,
  recallItem,
} from '~db/schema';

/**
 * The same for what comes after modules: sheets of the quiz on paper, codes for one, answers to questions that came back, whether a commitment was tried, and notes
 * in the practice log go 24 months after they were made, as do leave dates 24 months after they ended; the words of those
 * who left go with their other words.
 *
 * @param oldest UTC milliseconds; `oldestDay` is its civil date
 * @param left ids of people whose words are due
 */
export function deleteAfterModules(
  tx: Tx,
  { oldest, oldestDay, left }: { oldest: number; oldestDay: string; left: SQLWrapper },
): void {
  tx.delete(paperQuiz).where(lt(paperQuiz.printedAt, oldest)).run();
  tx.delete(quizCode).where(lt(quizCode.createdAt, oldest)).run();
  tx.delete(recallItem).where(lt(recallItem.askedAt, oldest)).run();
  tx.delete(practiceLog).where(lt(practiceLog.at, oldest)).run();
  tx.delete(leave).where(lt(leave.endsOn, oldestDay)).run();
  tx.update(followUp)
    .set({ tried: null })
    .where(and(isNotNull(followUp.tried), lt(followUp.at, oldest)))
    .run();

  tx.update(practiceLog)
    .set({ note: null })
    .where(and(isNotNull(practiceLog.note), inArray(practiceLog.personId, left)))
    .run();
  tx.delete(leave).where(inArray(leave.personId, left)).run();
  const theirs = tx
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(inArray(enrolment.personId, left));
  tx.update(followUp)
    .set({ happened: null })
    .where(and(isNotNull(followUp.happened), inArray(followUp.enrolmentId, theirs)))
    .run();
}
