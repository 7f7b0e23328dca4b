/** Enough of an id to tell a school's people apart, and short enough for hundreds of them in an address. */
const mark = (id: string) => id.slice(-12);

/** Everyone whose tick a form sends: of the list in it, and of those it keeps from before. */
export const tickedOf = (form: FormData): string[] => [
  ...new Set([...form.getAll('kept'), ...form.getAll('people')].map(String)),
];

/** Where the page of a session goes on with the same group, the same search and the same ticks. */
export function withTicks(
  form: FormData,
  more: Record<string, string>,
  who = tickedOf(form),
): URLSearchParams {
  const kept = new URLSearchParams(more);
  for (const name of ['from', 'find']) {
    const value = String(form.get(name) ?? '').trim();
    if (value !== '') kept.set(name, value.slice(0, 100));
  }
  if (who.length > 0) kept.set('ticked', who.map(mark).join('.'));
  return kept;
}

/** Whether somebody was ticked before. */
export function tickedIn(query: URLSearchParams): (personId: string) => boolean {
  const marks = new Set((query.get('ticked') ?? '').split('.').filter(Boolean));
  return (personId) => marks.has(mark(personId));
}
