import { and, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import type { Db } from '~db/client.server';
import { enrolment, helpRequest } from '~db/schema';
import { attemptsOf } from './attempts.server';
import { notSetAside, requireCounting } from './enrolments.server';
import { notYet } from './errors';

/** The second "not yet" is when the learner is asked, once, whether the lead may offer help. */
export function mayAskAboutHelp(goes: readonly { standardMet: boolean | null }[]): boolean {
  return goes.filter((go) => go.standardMet === false).length >= 2;
}

/**
 * The learner's answer to "may your lead offer help?". Asked once: the first answer stays.
 * @throws LearningError 'not yet' before the second "not yet"
 */
export function offerHelp(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string; agreed: boolean },
): void {
  const { enrolled } = requireCounting(attune, actor, input.enrolmentId);
  if (!mayAskAboutHelp(attemptsOf(attune.db, enrolled.id))) {
    throw notYet('There is nothing to ask yet. Please go on with the quiz.');
  }
  attune.db
    .insert(helpRequest)
    .values({ enrolmentId: enrolled.id, agreed: input.agreed, at: attune.now().getTime() })
    .onConflictDoNothing()
    .run();
}

/** What the learner said, or null when not asked yet. */
export function helpAnswer(db: Db, enrolmentId: string): boolean | null {
  return (
    db.select().from(helpRequest).where(eq(helpRequest.enrolmentId, enrolmentId)).get()?.agreed ??
    null
  );
}

/** Who agreed to be offered help, in which module, while it is still open: all that a lead may know of it. */
export function welcomeHelp(
  db: Db,
  schoolId: string,
): { personId: string; module: string; since: number }[] {
  return db
    .select({
      personId: enrolment.personId,
      module: enrolment.module,
      since: helpRequest.at,
      done: enrolment.completedAt,
    })
    .from(helpRequest)
    .innerJoin(enrolment, eq(enrolment.id, helpRequest.enrolmentId))
    .where(and(eq(enrolment.schoolId, schoolId), eq(helpRequest.agreed, true), notSetAside))
    .all()
    .flatMap(({ done, ...row }) => (done === null ? [row] : []));
}
