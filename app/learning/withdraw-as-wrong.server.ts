import { and, eq, isNull } from 'drizzle-orm';
import { askAgain } from '~/cohorts/ask-again.server';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { certificatesOf } from '~/record/certificates.server';
import type { EventData } from '~/record/vocabulary';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { attempt, enrolment, withdrawnCompletion } from '~db/schema';
import { isComplete } from './completion';
import { currentEnrolment, type Enrolment, notSetAside, versionOf } from './enrolments.server';
import { LearningError } from './errors';
import { eventOf } from './event.server';
import { standingOf } from './facts.server';
import { reopen } from './withdraw-completion.server';

/** A completion that stands, as somebody else may see it. */
export interface StandingCompletion {
  completionId: string;
  module: string;
  title: string;
  /** Civil date. */
  completedOn: string;
  /** Another whole completion of the module stands as well, so that no notice is shown where this one is withdrawn. */
  anotherStands: boolean;
  /** The newest version in which the module is answered without this one; null where it is in none. */
  answeredIn: number | null;
}

/** What one person has completed and what stands of it on the record, the newest first. One query. */
export function standingCompletions(
  db: Db,
  schoolId: string,
  personId: string,
): StandingCompletion[] {
  const standing = certificatesOf(db, schoolId, personId).filter(
    ({ status }) => status !== 'withdrawn',
  );
  return standing.map(({ completionId, module, moduleTitle, completedOn, refreshes }) => {
    const others = standing.filter(
      (other) => other.completionId !== completionId && other.module === module,
    );
    const whole = others.some((other) => other.refreshes === null);
    return {
      ...{ completionId, module, title: moduleTitle, completedOn },
      anotherStands: refreshes === null && whole,
      answeredIn: whole ? Math.max(...others.map(({ version }) => version)) : null,
    };
  });
}

type Withdrawn = EventData<'withdrawn'>;

/**
 * Withdraws a completion that should never have been recorded: somebody else did it, or it was somebody's mistake. The
 * record says so and why, and the certificate from now on; what stood on past days can still be read. Nothing is
 * deleted, so that it can be put back: what the completion rested on is set aside. Where what was read stays, that is the
 * quiz that met the standard, and the enrolment is open again; else it is the whole enrolment, as if it had never been
 * begun. Whoever is asked for the module is asked anew, by a day of their own.
 *
 * @param input.dueOn civil date, which stands whatever a cohort's is; null: four weeks from now, or their cohorts' day
 * @throws LearningError 'own completion'; 'not there', also for what was withdrawn already
 */
export function withdrawAsWrong(
  attune: Attune,
  actor: Actor,
  input: {
    personId: string;
    completionId: string;
    reason: Withdrawn['reason'];
    read: NonNullable<Withdrawn['read']>;
    dueOn: string | null;
  },
): void {
  const { db } = attune;
  const { personId, completionId, reason, read, dueOn } = input;
  notOnesOwn(actor, personId);
  inTransaction(db, (tx) => {
    // An enrolment keeps its completion where another was begun since, so the record is asked what stands.
    const stands = standingCompletions(db, actor.schoolId, personId).some(
      (one) => one.completionId === completionId,
    );
    const enrolled = completed(tx, actor.schoolId, input);
    if (!stands || !enrolled) {
      throw new LearningError(
        'not there',
        409,
        'No such completion stands for them now. Somebody may have withdrawn it already: open this page again to see.',
      );
    }
    const now = attune.now();
    append(tx, now, {
      ...eventOf(actor, enrolled, now, 'withdrawn', { reason, read }),
      object: completionId,
    });
    const goesOn = read === 'stays' && keepsWhatWasRead(attune, tx, now, actor, enrolled);
    if (!goesOn) setAside(tx, now, enrolled.id);
    const { completedAt, ruleVersion, module } = enrolled;
    tx.insert(withdrawnCompletion)
      .values({
        ...{ completionId, enrolmentId: enrolled.id, withdrawnAt: now.getTime() },
        ...{ completedAt: completedAt ?? now.getTime(), ruleVersion: ruleVersion ?? 1 },
      })
      .run();
    askAgain(db, tx, now, actor, attune.course, { personId, module, completionId, dueOn });
  });
}

/** @throws LearningError 'own completion': nobody decides about their own */
export function notOnesOwn(actor: Actor, personId: string): void {
  if (actor.personId !== personId) return;
  throw new LearningError(
    'own completion',
    403,
    'This is about you. Another attachment lead, or a deputy, withdraws your completions and puts them back.',
  );
}

/** False where nothing of it could go on: another way through the module is open, or it held no quiz to take again. */
function keepsWhatWasRead(
  attune: Attune,
  tx: Tx,
  now: Date,
  actor: Actor,
  enrolled: Enrolment,
): boolean {
  const { completionId } = enrolled;
  const current = currentEnrolment(attune.db, enrolled, enrolled.module);
  if (current?.completedAt === null || completionId === null) return false;
  tx.update(attempt)
    .set({ setAsideAt: now.getTime() })
    .where(
      and(
        eq(attempt.enrolmentId, enrolled.id),
        eq(attempt.standardMet, true),
        isNull(attempt.setAsideAt),
      ),
    )
    .run();
  const version = versionOf(attune, enrolled);
  if (isComplete(version, standingOf(attune.db, enrolled).facts)) return false;
  reopen(tx, now, actor, enrolled, version, completionId);
  return true;
}

export function setAside(tx: Tx, now: Date, enrolmentId: string): void {
  tx.update(enrolment)
    .set({ setAsideAt: now.getTime() })
    .where(eq(enrolment.id, enrolmentId))
    .run();
}

function completed(
  tx: Tx | Db,
  schoolId: string,
  { personId, completionId }: { personId: string; completionId: string },
): Enrolment | undefined {
  return tx
    .select()
    .from(enrolment)
    .where(
      and(
        eq(enrolment.schoolId, schoolId),
        eq(enrolment.personId, personId),
        eq(enrolment.completionId, completionId),
        notSetAside,
      ),
    )
    .get();
}
