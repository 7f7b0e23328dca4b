const zone = 'Europe/London';
const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The civil date, `YYYY-MM-DD`, in Europe/London at an instant (UTC milliseconds or a Date), whatever the server's zone. */
export function londonDate(at: number | Date): string {
  return format.format(at);
}

const hour = 3_600_000;

/** UTC milliseconds at which the civil date `YYYY-MM-DD` begins in Europe/London: midnight in UTC, or an hour before it. */
export function startOfLondonDay(date: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return londonDate(midnight - hour) === date ? midnight - hour : midnight;
}

/** The civil date `days` later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** True of a date that is in the calendar, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The academic year, September to August, in which a civil date falls: `2025-26`. */
export function academicYear(date: string): string {
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}
