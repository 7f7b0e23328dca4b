import type { LoaderFunctionArgs } from '@remix-run/node';
import { civilDateInWords } from '~/course/said';
import { isPrefetch } from '~/pages/is-prefetch';
import type { SignedIn } from '~/people/rights';
import { logAccess, logEach, logOnceADay } from '~/record/access.server';
import { sizeAsAt } from '~/record/as-at.server';
import type { LineFilter } from '~/record/line-filter.server';
import { londonDate } from '~/record/london-date';
import { peopleOfLines } from '~/record/rows.server';
import { chosenInWords } from './narrowed-in-words';
import type { Chosen } from './record-filter.server';

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/**
 * Writes that someone looked at the whole school's record, unless a browser only fetched ahead.
 * @param asAt the civil date whose record it was
 */
export function noteWholeRecord(args: Args, who: SignedIn, what: string, asAt?: string): void {
  if (isPrefetch(args.request)) return;
  logAccess(args.context.attune, {
    ...{ school: who.schoolId, actor: who.personId, person: null },
    what: what + ofDay(args, asAt),
  });
}

/** Said only of a day that is over. */
function ofDay({ context }: Args, asAt: string | undefined): string {
  const today = londonDate(context.attune.now());
  return asAt === undefined || asAt === today ? '' : ` as at ${civilDateInWords(asAt)}`;
}

/**
 * Writes, once a day, that someone opened a page with others' names and how far they are: part of the lead's daily work,
 * and still for each of them to know.
 * @param people ids of who stands there; null for everyone on the staff list
 * @param asAt as in `noteWholeRecord`
 */
export function noteDaily(
  args: Args,
  who: SignedIn,
  what: string,
  people: readonly string[] | null,
  asAt?: string,
): void {
  if (isPrefetch(args.request)) return;
  const look = { school: who.schoolId, actor: who.personId, what: what + ofDay(args, asAt) };
  logOnceADay(args.context.attune, look, people);
}

/**
 * Writes that someone took lines of the record away: of the whole of it for the whole school, of a part with what was asked
 * for and for each person who stands in it.
 * @param what what they took: “the training record (CSV)”
 */
export function noteLinesTaken(
  args: Args,
  who: SignedIn,
  what: string,
  { asAt, chosen, lines }: { asAt: string; chosen: Chosen; lines: LineFilter },
): void {
  if (isPrefetch(args.request)) return;
  const { attune } = args.context;
  const titles = new Map(attune.course.modules().map(({ slug, title }) => [slug, title]));
  const part = chosenInWords(chosen, titles);
  if (part === '') {
    noteWholeRecord(args, who, `downloaded ${what}`, asAt);
    return;
  }
  const size = sizeAsAt(attune.db, who.schoolId, asAt);
  const look = {
    ...{ school: who.schoolId, actor: who.personId },
    what: `downloaded a part of ${what}${ofDay(args, asAt)}: ${part}`,
  };
  logEach(attune, look, peopleOfLines(attune.db, who.schoolId, size, lines));
}
