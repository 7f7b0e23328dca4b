import { hasLeft, type Known, wasNeverHere } from './known';
import type { ListRow } from './list-row';

type Dates = Pick<Known, 'startDate' | 'leaveDate'>;
type Before = Dates & Pick<Known, 'wasHereUntil'>;

/** What a row makes of somebody’s time at the school; `back` also when they never left. */
export type Service =
  | (Dates & { kind: 'goes on' | 'back' })
  | { kind: 'ask' | 'refuse' | 'same'; why: string };

/**
 * First and last day of somebody known, once a row has had its say. A leaver in the list is back when the row has a first
 * day after their last one; else it is asked whether they are. Lists go on to say the first day of somebody's earlier time
 * at the school long after they came back: that one says nothing of this time.
 * @param said to that question.
 * @param firstDay of whoever is back and has none in the list. Civil dates.
 */
export function serviceOf(
  row: Pick<ListRow, 'startDate' | 'leaveDate'>,
  before: Before,
  said: 'back' | 'stayed' | null,
  firstDay: string,
  today: string,
): Service {
  const { leaveDate } = before;
  const earlier = before.wasHereUntil !== null && (row.startDate ?? '') <= before.wasHereUntil;
  const startDate = earlier ? before.startDate : (row.startDate ?? before.startDate);
  const later = leaveDate !== null && startDate > leaveDate;
  if (wasNeverHere(before)) {
    if (row.leaveDate && row.leaveDate < today) {
      return { kind: 'same', why: 'Has left already, and was never on your staff list.' };
    }
    return inOrder('back', row.startDate ?? firstDay, row.leaveDate);
  }
  if (leaveDate !== null && later && !hasLeft(before, today)) {
    return {
      kind: 'refuse',
      why: 'They have a last day that is still to come, and this row begins after it. Bring them back once they have left, or put their last day right on their own page.',
    };
  }
  if (later) return inOrder('back', startDate, row.leaveDate);
  if (!hasLeft(before, today) || row.leaveDate !== null) {
    return inOrder('goes on', startDate, row.leaveDate ?? leaveDate);
  }
  if (said === 'stayed') return inOrder('back', startDate, null);
  if (said === null) {
    return { kind: 'ask', why: 'They have left, and this list has them. Are they back?' };
  }
  if (leaveDate !== null && firstDay <= leaveDate) {
    return {
      kind: 'refuse',
      why: 'They left later than the first day that you gave for this list. Give this row a start date of its own.',
    };
  }
  return inOrder('back', firstDay, null);
}

function inOrder(kind: 'goes on' | 'back', startDate: string, leaveDate: string | null): Service {
  if (leaveDate !== null && leaveDate < startDate) {
    return { kind: 'refuse', why: 'The last day would be before the first day.' };
  }
  return { kind, startDate, leaveDate };
}
