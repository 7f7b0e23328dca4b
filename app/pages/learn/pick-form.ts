import type { Pick } from '~db/schema/learning';

/** Name of the field (for `sort`, of each statement's) in which a question's answer is sent; also its id on the page. */
export function pickName(question: string, statement?: number): string {
  return statement === undefined ? `pick-${question}` : `pick-${question}-${statement}`;
}

const whole = (value: FormDataEntryValue | undefined) =>
  typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : -1;

/** What was picked, as positions; what is not a position becomes -1, which is no answer. */
export function readPick(form: FormData, question: string): Pick {
  const chosen = form.getAll(pickName(question)).map(whole);
  if (chosen.length > 0) return chosen;
  const sorted: Pick = [];
  for (let n = 0; n < 50; n += 1) {
    const value = form.get(pickName(question, n));
    if (value !== null) sorted[n] = whole(value);
  }
  return Array.from(sorted, (category) => category ?? -1);
}
