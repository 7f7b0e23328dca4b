import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SignedIn } from '~/people/rights';
import { type AccessFilter, accessEntries, monthsOfAccess } from '~/record/access-list.server';
import { sizeNow } from '~/record/as-at.server';
import { londonDate } from '~/record/london-date';
import { staffAsAt } from '~/record/rows.server';

interface Asked {
  filter: AccessFilter;
  /** The one look that is asked about, of however many people. */
  look: { at: number; who: string | null; what: string } | null;
  /** To choose from: whoever is or was on the staff list, and the months since the first look. */
  people: { id: string; name: string }[];
  months: string[];
  /** What the address asks for and is not among them. */
  unknown: string[];
}

/** `?person=…&month=2026-03`, or `?act=…`, one look; what is not among the choices is not asked for, and said. */
export function readAccessFilter(
  { request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  { schoolId }: SignedIn,
): Asked {
  const { db, now } = context.attune;
  const query = new URL(request.url).searchParams;
  const until = londonDate(now());
  const months = monthsOfAccess(db, schoolId, until);
  const people = staffAsAt(db, schoolId, sizeNow(db, schoolId)).flatMap(({ personId, name }) =>
    name === null ? [] : [{ id: personId, name }],
  );
  const asked = {
    person: query.get('person') || undefined,
    month: query.get('month') || undefined,
    act: query.get('act') || undefined,
  };
  if (asked.act) {
    const filter = { act: asked.act, until };
    const [look] = accessEntries(db, schoolId, filter, { limit: 1, offset: 0 });
    if (look) return { filter, look, people, months, unknown: [] };
  }
  const person = people.find(({ id }) => id === asked.person)?.id;
  const month = months.find((one) => one === asked.month);
  const missing = [person ? [] : asked.person, month ? [] : asked.month, asked.act];
  const unknown = missing.flatMap((one) => one ?? []);
  return { filter: { person, month, until }, look: null, people, months, unknown };
}
