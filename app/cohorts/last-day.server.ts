import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { changeLastDay, type LastDayChange } from '~/people/last-day.server';
import { staffRow } from '~/people/staff-rows.server';
import { londonDate } from '~/record/london-date';
import { inTransaction } from '~db/client.server';
import { followRules } from './follow-rules.server';
import { askWhatTheyMissed } from './missed.server';

/** Puts a last day right, and asks whoever is here again what their cohorts were given meanwhile. */
export function putLastDayRight(
  { db, now, course }: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  personId: string,
  change: LastDayChange,
): void {
  inTransaction(db, (tx) => {
    changeLastDay(tx, now(), actor, personId, change);
    const { startDate, leaveDate } = staffRow(tx, actor.schoolId, personId);
    if (leaveDate !== null && leaveDate < londonDate(now())) return;
    const here = { id: personId, startDate, cameBack: change.why === 'came back' };
    askWhatTheyMissed(tx, now(), actor, course, [here]);
    followRules(tx, now(), actor, course);
  });
}
