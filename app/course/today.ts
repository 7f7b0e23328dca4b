const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The civil date in London at this moment, against which days of review are held. */
export function londonToday(now: Date): string {
  return format.format(now);
}
