import type { StaffDetails } from '../staff-details';

/** Someone who is on the school’s staff list already, or was. */
export interface Known extends Required<StaffDetails> {
  id: string;
  leaveDate: string | null;
  /** The last day of an earlier time at the school, before `startDate`. */
  wasHereUntil: string | null;
  /** The school would be locked out without them. */
  onlyLead: boolean;
}

export const hasLeft = ({ leaveDate }: Pick<Known, 'leaveDate'>, today: string) =>
  leaveDate !== null && leaveDate < today;

/** Put on the list in error and taken off again: their last day is before their first, so they were never here. */
export const wasNeverHere = ({ leaveDate, startDate }: Pick<Known, 'leaveDate' | 'startDate'>) =>
  leaveDate !== null && leaveDate < startDate;

type Dates = Pick<Known, 'leaveDate' | 'startDate'>;

/** What became of a last day: they came back after it, it was never one, or it was another day. Null: nothing. */
export function lastDayChange(before: Dates, after: Dates): 'back' | 'stayed' | 'moved' | null {
  if (before.leaveDate === null || after.leaveDate === before.leaveDate) return null;
  if (wasNeverHere(before) || after.startDate > before.leaveDate) return 'back';
  return after.leaveDate === null ? 'stayed' : 'moved';
}
