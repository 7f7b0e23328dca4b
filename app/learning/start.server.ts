import { and, desc, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { archive } from '~/course/archive.server';
import type { Module } from '~/course/module';
import type { Actor } from '~/people/actor';
import { readWhoToTell } from '~/people/who-to-tell.server';
import { append } from '~/record/append.server';
import { inTransaction, type Tx } from '~db/client.server';
import { attempt, enrolment } from '~db/schema';
import { type Enrolment, notSetAside, requireCounting, type Whose } from './enrolments.server';
import { noSuchModule, notOpenYet, tooLate } from './errors';
import { eventOf } from './event.server';
import { offeredTo } from './offered.server';
import { restsOn, type Version } from './version';

/**
 * Opens an enrolment in the version served now, and archives that version whole. One that is open already is returned
 * as it is, on its own version.
 *
 * @param n how many enrolments in this module the person had when the form was made: with it, sending the form again
 *   after completing never starts another one
 * @param whose enrolment it is, where somebody else opens it for them
 * @returns the enrolment's id
 * @throws LearningError 'no such module' when it is not offered to them; 'not open yet' until the school has entered who to tell
 */
export function startModule(
  attune: Attune,
  actor: Actor,
  input: { module: string; n?: number },
  whose: Whose = actor,
): string {
  const served = () => {
    const version = offeredTo(attune, whose, input.module);
    if (!version) throw noSuchModule();
    return { whole: version, asked: version };
  };
  return openEnrolment(attune, actor, input, served, whose);
}

/** What someone starts: the version whole, for the archive, and as it is asked of them. */
interface Starting {
  whole: Module;
  asked: Version;
}

/** Opens an enrolment in what `choose` gives, unless one is open; see `startModule`, which says the rest. */
export function openEnrolment(
  attune: Attune,
  actor: Actor,
  input: { module: string; n?: number },
  choose: (earlier: readonly Enrolment[]) => Starting,
  whose: Whose = actor,
): string {
  const { db } = attune;
  const { schoolId, personId } = whose;
  if (!readWhoToTell(db, schoolId)) throw notOpenYet();
  return inTransaction(db, (tx) => {
    const earlier = tx
      .select()
      .from(enrolment)
      .where(
        and(
          eq(enrolment.schoolId, schoolId),
          eq(enrolment.personId, personId),
          eq(enrolment.module, input.module),
          notSetAside,
        ),
      )
      .orderBy(desc(enrolment.startedAt), desc(enrolment.id))
      .all();
    const latest = earlier.find((e) => e.completedAt === null) ?? earlier[0];
    if (latest && (latest.completedAt === null || earlier.length > (input.n ?? earlier.length))) {
      return latest.id;
    }
    return startFor(tx, attune.now(), actor, whose, choose(earlier)).enrolmentId;
  });
}

/**
 * Inside a transaction: opens an enrolment for whoever has none open in that module, be it by somebody else, a lead.
 * @param happenedOn civil date; left out, the day it is now
 * @returns the enrolment's id, and that of the `started` event
 */
export function startFor(
  tx: Tx,
  now: Date,
  actor: Actor,
  { schoolId, personId }: Whose,
  { whole, asked }: Starting,
  happenedOn?: string,
): { enrolmentId: string; entry: string } {
  const opened = {
    id: uuid({ msecs: now.getTime() }),
    schoolId,
    personId,
    module: asked.slug,
    version: asked.version,
    contentHash: asked.contentHash,
    refreshes: asked.refreshes?.contentHash ?? null,
    knownAlready: false,
    startedAt: now.getTime(),
  };
  archive(tx, whole, now);
  tx.insert(enrolment).values(opened).run();
  const event = eventOf(actor, opened, now, 'started', {
    moduleTitle: asked.title,
    version: asked.version,
    publishedMinutes: asked.minutes,
    refreshes: restsOn(asked),
  });
  const { id: entry } = append(tx, now, { ...event, happenedOn: happenedOn ?? event.happenedOn });
  return { enrolmentId: opened.id, entry };
}

/**
 * "I know this already": the quiz first. It can be said until the first go at the quiz; that go then stands for the
 * required pages when it meets the standard. When it does not, the ordinary route applies and nothing else changes.
 *
 * @throws LearningError 'not started'; 'too late' once a go at the quiz was opened, and for a refresher, which is all new
 */
export function sayKnownAlready(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string },
): void {
  inTransaction(attune.db, (tx) => {
    const { enrolled } = requireCounting(attune, actor, input.enrolmentId);
    if (enrolled.knownAlready || enrolled.completedAt !== null) return;
    if (enrolled.refreshes !== null)
      throw tooLate('A refresher holds only what changed, so its pages are asked of everyone.');
    const asked = tx
      .select({ n: attempt.n })
      .from(attempt)
      .where(and(eq(attempt.enrolmentId, enrolled.id), isNull(attempt.setAsideAt)))
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
