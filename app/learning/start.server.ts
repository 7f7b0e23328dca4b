import { and, desc, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { archive } from '~/course/archive.server';
import type { Actor } from '~/people/actor';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { append } from '~/record/append.server';
import { inTransaction } from '~db/client.server';
import { attempt, enrolment } from '~db/schema';
import { requireEnrolment } from './enrolments.server';
import { noSuchModule, notOpenYet, tooLate } from './errors';
import { eventOf } from './event.server';

/**
 * Opens an enrolment in the version served now, and archives that version whole. One that is open already is returned
 * as it is, on its own version.
 *
 * @param n how many enrolments in this module the person had when the form was made: with it, sending the form again
 *   after completing never starts another one
 * @returns the enrolment's id
 * @throws LearningError 'no such module'; 'not open yet' until the school has entered who to tell
 */
export function startModule(
  attune: Attune,
  actor: Actor,
  input: { module: string; n?: number },
): string {
  const { db } = attune;
  const { schoolId, personId } = actor;
  if (!readWhoToTell(db, schoolId)) throw notOpenYet();
  return inTransaction(db, (tx) => {
    const earlier = tx
      .select({ id: enrolment.id, completedAt: enrolment.completedAt })
      .from(enrolment)
      .where(
        and(
          eq(enrolment.schoolId, schoolId),
          eq(enrolment.personId, personId),
          eq(enrolment.module, input.module),
        ),
      )
      .orderBy(desc(enrolment.startedAt), desc(enrolment.id))
      .all();
    const latest = earlier.find((e) => e.completedAt === null) ?? earlier[0];
    if (latest && (latest.completedAt === null || earlier.length > (input.n ?? earlier.length))) {
      return latest.id;
    }
    const version = attune.course.module(input.module);
    if (!version) throw noSuchModule();
    const now = attune.now();
    const opened = {
      id: uuid({ msecs: now.getTime() }),
      schoolId,
      personId,
      module: version.slug,
      version: version.version,
      contentHash: version.contentHash,
      knownAlready: false,
      startedAt: now.getTime(),
    };
    archive(tx, version, now);
    tx.insert(enrolment).values(opened).run();
    append(
      tx,
      now,
      eventOf(actor, opened, now, 'started', {
        moduleTitle: version.title,
        version: version.version,
        publishedMinutes: version.minutes,
      }),
    );
    return opened.id;
  });
}

/**
 * "I know this already": the quiz first. It can be said until the first go at the quiz; that go then stands for the
 * required pages when it meets the standard. When it does not, the ordinary route applies and nothing else changes.
 *
 * @throws LearningError 'not started'; 'too late' once a go at the quiz was opened
 */
export function sayKnownAlready(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string },
): void {
  inTransaction(attune.db, (tx) => {
    const { enrolled } = requireEnrolment(attune, actor, input.enrolmentId);
    if (enrolled.knownAlready || enrolled.completedAt !== null) return;
    const asked = tx
      .select({ n: attempt.n })
      .from(attempt)
      .where(eq(attempt.enrolmentId, enrolled.id))
      .get();
    if (asked)
      throw tooLate(
        'You can say this before your first go at the quiz. Please go on with the pages.',
      );
    tx.update(enrolment)
      .set({ knownAlready: true })
      .where(and(eq(enrolment.id, enrolled.id), isNull(enrolment.completedAt)))
      .run();
  });
}
