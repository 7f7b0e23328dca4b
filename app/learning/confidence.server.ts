import { eq, ne } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { type Db, inTransaction } from '~db/client.server';
import { outcomeConfidence } from '~db/schema';
import { requireCounting } from './enrolments.server';
import { pickSomething } from './errors';

/** `later` is eight school weeks on. */
export type Moment = 'before' | 'after' | 'later';

/**
 * How confident the learner is about each outcome, 1 (not yet) to 5 (very), before and after. Any of them may be left
 * out; saying it again replaces the level.
 * @param levels outcome number (from 1) → level
 */
export function setConfidence(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string; moment: Moment; levels: Record<number, number> },
): void {
  inTransaction(attune.db, (tx) => {
    const { enrolled, version } = requireCounting(attune, actor, input.enrolmentId);
    const at = attune.now().getTime();
    for (const [key, level] of Object.entries(input.levels)) {
      const outcome = Number(key);
      if (!version.outcomes[outcome - 1] || !Number.isInteger(level) || level < 1 || level > 5) {
        throw pickSomething('Choose a number from 1 to 5 for each line, or leave it out.');
      }
      tx.insert(outcomeConfidence)
        .values({ enrolmentId: enrolled.id, moment: input.moment, outcome, level, at })
        .onConflictDoUpdate({
          target: [
            outcomeConfidence.enrolmentId,
            outcomeConfidence.moment,
            outcomeConfidence.outcome,
          ],
          set: { level, at },
          setWhere: ne(outcomeConfidence.level, level),
        })
        .run();
    }
  });
}

/** What was said: outcome number → level, for each moment. */
export function confidenceOf(db: Db, enrolmentId: string): Record<Moment, Record<number, number>> {
  const said: Record<Moment, Record<number, number>> = { before: {}, after: {}, later: {} };
  const rows = db
    .select()
    .from(outcomeConfidence)
    .where(eq(outcomeConfidence.enrolmentId, enrolmentId))
    .all();
  for (const row of rows) said[row.moment][row.outcome] = row.level;
  return said;
}
