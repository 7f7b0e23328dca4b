/**
 * The term in which a day falls: September to December, January to April, May to August. By the month, because a school's
 * own term dates are typed and changed, and what was counted or written in a term stays in it.
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
