const named = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-03` as “March 2026”. */
export const monthInWords = (month: string): string =>
  named.format(new Date(`${month}-01T00:00:00Z`));
