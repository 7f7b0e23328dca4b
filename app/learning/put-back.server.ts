import { and, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { liftedWith } from '~/record/lifted.server';
import type { EventData } from '~/record/vocabulary';
import {
  openedInPlaceOf,
  stoodBefore,
  type Withdrawal,
  withdrawalsOf,
} from '~/record/withdrawals.server';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { attempt, enrolment, withdrawnCompletion } from '~db/schema';
import { isComplete } from './completion';
import { versionOf } from './enrolments.server';
import { LearningError } from './errors';
import { eventOf } from './event.server';
import { standingOf } from './facts.server';
import { notOnesOwn, setAside } from './withdraw-as-wrong.server';

/**
 * What one person had completed, was withdrawn, and could stand again, the newest first: nothing that was completed anew
 * since, or whose pages another completion rests on. Two queries.
 */
export function canBePutBack(db: Db, schoolId: string, personId: string): Withdrawal[] {
  const kept = new Set(
    db
      .select({ completionId: withdrawnCompletion.completionId })
      .from(withdrawnCompletion)
      .innerJoin(enrolment, eq(enrolment.id, withdrawnCompletion.enrolmentId))
      .where(
        and(
          eq(enrolment.schoolId, schoolId),
          eq(enrolment.personId, personId),
          or(isNull(enrolment.completedAt), isNotNull(enrolment.setAsideAt)),
        ),
      )
      .all()
      .map(({ completionId }) => completionId),
  );
  return withdrawalsOf(db, schoolId, personId).filter(
    ({ completionId, doneAnew }) => kept.has(completionId) && !doneAnew,
  );
}

/**
 * Puts back a completion that was withdrawn and should not have been: it stands as it was, with the certificate it had, and
 * what was set aside with it counts again. What was begun or asked for in its place is over.
 *
 * @throws LearningError 'own completion'; 'not there', also for what was put back already; 'done otherwise' where they
 *   completed the module anew, or what it rested on was taken back since
 */
export function putBack(
  attune: Attune,
  actor: Actor,
  input: { personId: string; completionId: string; reason: EventData<'put back'>['reason'] },
): void {
  const { db } = attune;
  const { personId, completionId, reason } = input;
  const { schoolId } = actor;
  notOnesOwn(actor, personId);
  inTransaction(db, (tx) => {
    const gone = withdrawalsOf(tx, schoolId, personId).find(
      (one) => one.completionId === completionId,
    );
    const kept = keptOf(tx, schoolId, input);
    if (!gone || !kept) {
      throw new LearningError(
        'not there',
        409,
        'This completion is not withdrawn now. Somebody may have put it back already: open this page again to see.',
      );
    }
    const { enrolled, withdrawnAt, completedAt, ruleVersion } = kept;
    const another = enrolled.completedAt !== null && enrolled.setAsideAt === null;
    if (gone.doneAnew || another) {
      throw otherwise(
        'Another completion of this module stands now, so this one stays withdrawn. If this is the right one, withdraw the other first.',
      );
    }
    const now = attune.now();
    const inItsPlace = openedInPlaceOf(tx, schoolId, completionId);
    const lifted = liftedWith(tx, schoolId, { personId, completionId, over: inItsPlace });
    if (inItsPlace !== null && inItsPlace !== enrolled.id) setAside(tx, now, inItsPlace);
    takeGoesBack(tx, now, enrolled.id, withdrawnAt);
    const stands = { completedAt, completionId, ruleVersion, setAsideAt: null };
    tx.update(enrolment).set(stands).where(eq(enrolment.id, enrolled.id)).run();
    if (!isComplete(versionOf(attune, enrolled), standingOf(db, enrolled).facts)) {
      throw otherwise(
        'A session or a sheet of paper on which it rested was taken back since, so it cannot stand. They can complete the module themselves.',
      );
    }
    tx.delete(withdrawnCompletion).where(eq(withdrawnCompletion.completionId, completionId)).run();
    const event = eventOf(actor, enrolled, now, 'put back', {
      ...{ reason, enrolment: enrolled.id, over: inItsPlace },
      ...(lifted.length > 0 ? { lifted } : {}),
      certificate: stoodBefore(tx, schoolId, completionId),
    });
    append(tx, now, { ...event, object: completionId });
  });
}

const otherwise = (words: string) => new LearningError('done otherwise', 409, words);

/** The goes that were set aside with it count again, and those made since do not. */
function takeGoesBack(tx: Tx, now: Date, enrolmentId: string, withdrawnAt: number): void {
  const goes = tx
    .select({ id: attempt.id, n: attempt.n })
    .from(attempt)
    .where(and(eq(attempt.enrolmentId, enrolmentId), eq(attempt.setAsideAt, withdrawnAt)))
    .all();
  if (goes.length === 0) return;
  const last = Math.max(...goes.map(({ n }) => n));
  tx.update(attempt)
    .set({ setAsideAt: now.getTime() })
    .where(
      and(eq(attempt.enrolmentId, enrolmentId), isNull(attempt.setAsideAt), gt(attempt.n, last)),
    )
    .run();
  const ids = goes.map(({ id }) => id);
  tx.update(attempt).set({ setAsideAt: null }).where(inArray(attempt.id, ids)).run();
}

function keptOf(
  tx: Tx,
  schoolId: string,
  { personId, completionId }: { personId: string; completionId: string },
) {
  const found = tx
    .select({ kept: withdrawnCompletion, enrolled: enrolment })
    .from(withdrawnCompletion)
    .innerJoin(enrolment, eq(enrolment.id, withdrawnCompletion.enrolmentId))
    .where(
      and(
        eq(withdrawnCompletion.completionId, completionId),
        eq(enrolment.schoolId, schoolId),
        eq(enrolment.personId, personId),
      ),
    )
    .get();
  return found && { ...found.kept, enrolled: found.enrolled };
}
