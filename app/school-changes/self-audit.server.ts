import { and, asc, eq, lte } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import type { ChangeTheme } from '~/record/change-kinds';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction, type Tx } from '~db/client.server';
import { selfAuditEntry } from '~db/schema';
import { type AuditEntry, momentToday } from './audit-moment';
import { ChangeError } from './errors';

type House = Pick<Attune, 'db' | 'now'>;

/** The self-audit as it stood at the end of a day (civil date): by line, the baseline first and then each term. One query. */
export function selfAuditAsAt(db: Db | Tx, schoolId: string, date: string): AuditEntry[] {
  const rows = db
    .select()
    .from(selfAuditEntry)
    .where(and(eq(selfAuditEntry.schoolId, schoolId), lte(selfAuditEntry.writtenOn, date)))
    .orderBy(asc(selfAuditEntry.theme), asc(selfAuditEntry.writtenOn))
    .all();
  const newest = new Map<string, AuditEntry>();
  for (const { theme, moment, words, writtenOn, byRole } of rows) {
    newest.set(`${theme} ${moment}`, {
      ...{ theme: theme as ChangeTheme, moment, words, writtenOn, byRole },
    });
  }
  return [...newest.values()];
}

/**
 * Says how a line stands: the baseline once, and then each term; in the same term once more, the newer words count and the
 * older stay known for the days when they stood. Returns the moment.
 */
export function writeAudit(
  { db, now }: House,
  actor: Actor,
  theme: ChangeTheme,
  words: string,
): string {
  const today = londonDate(now());
  return inTransaction(db, (tx) => {
    const entries = selfAuditAsAt(tx, actor.schoolId, today);
    const moment = momentToday(entries, theme, today);
    const isToday = entries.some(
      (one) => one.theme === theme && one.moment === moment && one.writtenOn === today,
    );
    if (isToday) rewrite(tx, actor, { theme, moment, today }, words);
    else
      tx.insert(selfAuditEntry)
        .values({
          id: uuid({ msecs: now().getTime() }),
          ...{ schoolId: actor.schoolId, theme, moment, words, byRole: actor.role },
          ...{ writtenOn: today, createdAt: now().getTime() },
        })
        .run();
    return moment;
  });
}

/** A day is the finest that anybody asks about, so what was said earlier in it need not stay. */
function rewrite(
  tx: Tx,
  { schoolId, role }: Actor,
  { theme, moment, today }: { theme: ChangeTheme; moment: string; today: string },
  words: string,
): void {
  tx.update(selfAuditEntry)
    .set({ words, byRole: role, takenOutOn: null })
    .where(
      and(
        eq(selfAuditEntry.schoolId, schoolId),
        eq(selfAuditEntry.theme, theme),
        eq(selfAuditEntry.moment, moment),
        eq(selfAuditEntry.writtenOn, today),
      ),
    )
    .run();
}

/**
 * Takes words out that name somebody, from every time they were said at that moment, for past days too.
 * @throws ChangeError `not-here` when nothing is written there.
 */
export function takeOutAudit(
  { db, now }: House,
  actor: Actor,
  { theme, moment }: Pick<AuditEntry, 'theme' | 'moment'>,
): void {
  const { changes } = db
    .update(selfAuditEntry)
    .set({ words: null, takenOutOn: londonDate(now()) })
    .where(
      and(
        eq(selfAuditEntry.schoolId, actor.schoolId),
        eq(selfAuditEntry.theme, theme),
        eq(selfAuditEntry.moment, moment),
      ),
    )
    .run();
  if (changes === 0) throw new ChangeError('not-here', 'Nothing is written there.', '', 404);
}
