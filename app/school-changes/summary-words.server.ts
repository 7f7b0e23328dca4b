import { and, asc, eq, lte } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { summaryWords } from '~db/schema';
import { type SummaryPart, summaryParts } from '~db/schema/school-changes';

export type SummaryWords = Record<SummaryPart, string>;

const nothing: SummaryWords = { intent: '', 'found hard': '', 'next steps': '' };

/** What the school said on its summary by the end of a day (civil date); empty where it said nothing. One query. */
export function summaryWordsAsAt(db: Db, schoolId: string, date: string): SummaryWords {
  const rows = db
    .select({ part: summaryWords.part, words: summaryWords.words })
    .from(summaryWords)
    .where(and(eq(summaryWords.schoolId, schoolId), lte(summaryWords.writtenOn, date)))
    .orderBy(asc(summaryWords.writtenOn))
    .all();
  return { ...nothing, ...Object.fromEntries(rows.map(({ part, words }) => [part, words])) };
}

/** Says it anew from today on; what stood before stays known for the days when it stood. */
export function writeSummaryWords(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  { schoolId, role }: Actor,
  given: SummaryWords,
): void {
  const writtenOn = londonDate(now());
  const before = summaryWordsAsAt(db, schoolId, writtenOn);
  inTransaction(db, (tx) => {
    for (const part of summaryParts) {
      const words = given[part];
      if (words === before[part]) continue;
      tx.insert(summaryWords)
        .values({ schoolId, part, writtenOn, words, byRole: role })
        .onConflictDoUpdate({
          target: [summaryWords.schoolId, summaryWords.part, summaryWords.writtenOn],
          set: { words, byRole: role },
        })
        .run();
    }
  });
}
