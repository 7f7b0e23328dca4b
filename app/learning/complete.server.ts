import { randomInt } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import type { Tx } from '~db/client.server';
import { enrolment, person } from '~db/schema';
import { cpdTypeOf, isComplete, RULE_VERSION, restsOnTogether } from './completion';
import type { Enrolment } from './enrolments.server';
import { eventOf } from './event.server';
import { standingOf } from './facts.server';
import { pageOf } from './parts';
import { sessionsBehind } from './together/behind.server';
import { restsOn, type Version } from './version';

/** No 0 and O, no 1, I and L, no U: read aloud and typed from paper without doubt. */
const codeLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A certificate's public code, `XXXX-XXXX-XXXX`: 30^12 of them, so none is guessed and none comes twice. */
export function newCode(): string {
  const letters = Array.from({ length: 12 }, () => codeLetters[randomInt(codeLetters.length)]).join(
    '',
  );
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/**
 * Completes the enrolment when the rule is met and it is not complete yet. Called inside the transaction of every act
 * that may fulfil the rule: a page, a scenario, a mark, a commitment.
 */
export function completeIfMet(
  attune: Pick<Attune, 'db'>,
  tx: Tx,
  now: Date,
  actor: Actor,
  enrolled: Enrolment,
  version: Version,
): boolean {
  if (enrolled.completedAt !== null || enrolled.setAsideAt !== null) return false;
  const { facts } = standingOf(attune.db, enrolled);
  if (!isComplete(version, facts)) return false;
  const learner = tx
    .select({ name: person.name })
    .from(person)
    .where(and(eq(person.id, enrolled.personId), eq(person.schoolId, enrolled.schoolId)))
    .get();
  if (!learner) throw new Error('An enrolment belongs to nobody on the staff list');
  const completed = append(
    tx,
    now,
    eventOf(actor, enrolled, now, 'completed', {
      moduleTitle: version.title,
      version: version.version,
      publishedMinutes: version.minutes,
      outcomes: coveredBy(version),
      cpdType: cpdTypeOf(version, facts),
      together: restsOnTogether(version, facts) ? sessionsBehind(tx, enrolled.id) : undefined,
      standardMet: true,
      ruleVersion: RULE_VERSION,
      name: learner.name,
      code: newCode(),
      refreshes: restsOn(version),
    }),
  );
  tx.update(enrolment)
    .set({ completedAt: now.getTime(), completionId: completed.id, ruleVersion: RULE_VERSION })
    .where(and(eq(enrolment.id, enrolled.id), isNull(enrolment.completedAt)))
    .run();
  return true;
}

/** A refresher does not cover all that the module is for: it says which pages were looked at again. */
function coveredBy(version: Version): string[] {
  if (!version.refreshes) return version.outcomes;
  return version.refreshes.asks.flatMap((id) => pageOf(version, id)?.title ?? []);
}
