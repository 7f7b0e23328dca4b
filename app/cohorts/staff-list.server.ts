import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { confirmImport } from '~/people/staff-list/apply.server';
import { hasLeft, lastDayChange, wasNeverHere } from '~/people/staff-list/known';
import { changed, type Line } from '~/people/staff-list/lines';
import { undoImport } from '~/people/staff-list/undo.server';
import { londonDate } from '~/record/london-date';
import { inTransaction } from '~db/client.server';
import { takeOutOfAll } from './asked-through.server';
import { followRules } from './follow-rules.server';
import { type Again, askWhatTheyMissed } from './missed.server';
import { countAgain } from './own-pace.server';

type House = Pick<Attune, 'db' | 'now' | 'course'>;

/**
 * Brings a staff list in, all or nothing, and asks whoever is back what their cohorts were given meanwhile.
 * @param mark of the plan that was shown.
 * @throws PeopleError `list-changed` when it would do something else by now; `import-closed` the second time; `not-here`.
 */
export function bringListIn(
  { db, now, course }: House,
  actor: Actor,
  id: string,
  mark: string,
): void {
  inTransaction(db, (tx) => {
    const lines = confirmImport(tx, now(), actor, id, mark);
    askWhatTheyMissed(tx, now(), actor, course, hereAgain(lines, londonDate(now())));
    followRules(tx, now(), actor, course);
    countAgain(tx, now(), actor, course, otherDays(lines));
  });
}

/**
 * Undoes a staff list. Whoever it took to be leaving is asked what they missed; whoever it put on the list is in no cohort
 * any more, as before it came.
 * @throws PeopleError `import-closed`, `not-here`.
 */
export function undoList({ db, now, course }: House, actor: Actor, id: string): void {
  inTransaction(db, (tx) => {
    const lines = undoImport(tx, now(), actor, id);
    const gone = lines.flatMap(({ before, after }) =>
      before && after && wasNeverHere(after) ? [before.id] : [],
    );
    takeOutOfAll(tx, now(), actor, gone);
    askWhatTheyMissed(tx, now(), actor, course, hereAgain(lines, londonDate(now())));
    followRules(tx, now(), actor, course);
    countAgain(tx, now(), actor, course, otherDays(lines));
  });
}

/** Those who begin on another day than was thought, or work on other days of the week. */
function otherDays(lines: readonly Line[]): string[] {
  return lines.flatMap(({ before, after }) => {
    if (!before || !after || lastDayChange(before, after)) return [];
    const days = changed(before, after).some((key) => key === 'workingDays' || key === 'startDate');
    return days ? [before.id] : [];
  });
}

/** Those whose last day is one no longer, or is still to come. */
function hereAgain(lines: readonly Line[], today: string): Again[] {
  return lines.flatMap(({ before, after }): Again[] => {
    const change = before && after && lastDayChange(before, after);
    if (!change || hasLeft(after, today) || wasNeverHere(after)) return [];
    return [{ id: before.id, startDate: after.startDate, cameBack: change === 'back' }];
  });
}
