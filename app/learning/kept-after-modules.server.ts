import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { enrolment, followUp } from '~db/schema';
import type { Whose } from './enrolments.server';
import { isAfterwardsOff, recallRowsOf } from './recall-rows.server';

/** What is kept of the time after modules about one person, but for their words. Three queries. */
export function keptAfterModules(db: Db, whose: Whose) {
  return {
    off: isAfterwardsOff(db, whose),
    questions: recallRowsOf(db, whose, true),
    followUps: db
      .select({
        enrolmentId: followUp.enrolmentId,
        tried: followUp.tried,
        skipped: followUp.skipped,
        at: followUp.at,
      })
      .from(followUp)
      .innerJoin(enrolment, eq(enrolment.id, followUp.enrolmentId))
      .where(and(eq(enrolment.schoolId, whose.schoolId), eq(enrolment.personId, whose.personId)))
      .orderBy(asc(followUp.at))
      .all(),
  };
}
