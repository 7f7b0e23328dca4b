import { addDays, isCivilDate } from './london-date';

/** Whole months from one civil date to another, whatever the server's zone: from 31 January to 28 February is none. */
export function monthsFrom(from: string, to: string): number {
  const months = monthNumber(to) - monthNumber(from);
  return to.slice(8) < from.slice(8) ? months - 1 : months;
}

const monthNumber = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** The middle one; of an even number, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** Whoever completed something in fewer whole months than these has done so lately. */
export const recentMonths = 24;

/** The civil date after which a day is fewer whole months than `months` before another. */
export function monthsBack(date: string, months: number): string {
  const number = monthNumber(date) - months - 1;
  const month = String((number % 12) + 1).padStart(2, '0');
  const first = `${String(Math.floor(number / 12)).padStart(4, '0')}-${month}`;
  const same = `${first}-${date.slice(8)}`;
  // From 29 February to a year without one: what comes after its 28th comes after the 29th too.
  return isCivilDate(same) ? same : lastOf(first);
}

function lastOf(month: string): string {
  const next = addDays(`${month}-28`, 4);
  return addDays(`${next.slice(0, 7)}-01`, -1);
}
