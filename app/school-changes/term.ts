/**
 * The term in which a day falls, for a self-audit that is written each term: September to December, January to Easter as
 * April’s end, and the summer. A school’s own term dates differ by days, and the audit by months.
 */
export type Term = 'autumn' | 'spring' | 'summer';

/** `2026 autumn`, of a civil date. */
export function termOf(day: string): string {
  const month = Number(day.slice(5, 7));
  const term: Term = month >= 9 ? 'autumn' : month >= 5 ? 'summer' : 'spring';
  return `${day.slice(0, 4)} ${term}`;
}

/** “Autumn term 2026”. */
export function termInWords(moment: string): string {
  const [year = '', term = ''] = moment.split(' ');
  return `${term.charAt(0).toUpperCase()}${term.slice(1)} term ${year}`;
}
