import { newStarterDays, noTeam } from '~/record/coverage';
import type { FilterChoices } from '~/record/filter-choices.server';
import { type CompletionKind, completionKinds, type LineFilter } from '~/record/line-filter.server';
import { addDays, isCivilDate } from '~/record/london-date';
import type { RowFilter } from '~/record/row-filter';
import { statuses } from './statuses';

/** As it stands in the address and in the form: what was chosen of each. */
export interface Chosen extends RowFilter {
  status?: string | undefined;
  /** On the staff that day; `new`, in their first days too. Left out, leavers as well. */
  staff?: 'then' | 'new' | undefined;
  contract?: string | undefined;
  /** Only adults in any of these teams. */
  among: string[];
  /** What only figures ask for: role groups and modules together, and which completions. */
  role: string[];
  of: string[];
  completed?: CompletionKind | undefined;
  session?: string | undefined;
  /** `2026-03`. */
  month?: string | undefined;
  /** Civil date. */
  after?: string | undefined;
  /** A version’s number. */
  newest?: string | undefined;
  /** The hash of a version’s wording. */
  content?: string | undefined;
}

interface AskedLines {
  chosen: Chosen;
  /** Which lines those are. */
  lines: LineFilter;
  /** The same for what was entered later, which knows fewer choices. */
  later: RowFilter;
}

export interface Asked extends AskedLines {
  /** What was asked for and is not on the record of that day, in the words of the address. */
  unknown: string[];
}

/**
 * `?status=…&staff=…&contract=…&among=…` and more beside what every page of evidence reads. A figure of completion leads
 * here by it, to the lines that it counts.
 * @param date civil date
 */
export function readRecordFilter(
  query: URLSearchParams,
  filter: RowFilter,
  choices: FilterChoices,
  date: string,
): Asked {
  const asked = askedLines(query, filter, date);
  const { roleGroup, team, module, contract, among, role, of } = asked.chosen;
  const one = (name: string) => query.get(name)?.trim() || undefined;
  const modules = choices.modules.map((each) => each.module);
  /** What cannot be read as what it should be is asked for in vain. */
  const unread = (['completed', 'month', 'after', 'newest'] as const).flatMap((name) =>
    asked.chosen[name] === undefined ? (one(name) ?? []) : [],
  );
  return {
    ...asked,
    unknown: [
      ...missing(roleGroup, choices.roleGroups),
      ...role.flatMap((name) => missing(name, choices.roleGroups)),
      ...missing(team, [...choices.teams, noTeam]),
      ...among.flatMap((name) => missing(name, choices.teams)),
      ...missing(module, modules),
      ...of.flatMap((name) => missing(name, modules)),
      ...missing(contract, choices.contracts),
      ...missing(
        one('status'),
        statuses.map(({ value }) => value),
      ),
      ...missing(one('staff'), ['then', 'new']),
      ...unread,
    ],
  };
}

/** The same without asking what there is: for a download, which has no rows where the page has none. */
export function askedLines(query: URLSearchParams, filter: RowFilter, date: string): AskedLines {
  const one = (name: string) => query.get(name)?.trim() || undefined;
  const all = (name: string) => query.getAll(name).filter(Boolean);
  const status = statuses.find(({ value }) => value === one('status'))?.value;
  const asked = one('staff');
  const staff = asked === 'then' || asked === 'new' ? asked : undefined;
  const contract = one('contract');
  const [among, role, of] = [all('among'), all('role'), all('of')];
  const completed = completionKinds.find((kind) => kind === one('completed'));
  const month = matching(one('month'), /^\d{4}-(0[1-9]|1[0-2])$/);
  const after = one('after');
  const newest = matching(one('newest'), /^\d{1,6}$/);
  const which = {
    ...{ completed, month, session: one('session'), content: one('content') },
    after: after !== undefined && isCivilDate(after) ? after : undefined,
  };
  const { roleGroup, team, module } = filter;
  const later = { ...filter, team: team === noTeam ? undefined : team };
  return {
    chosen: {
      ...{ roleGroup, team, module, status, staff, contract, among, role, of },
      ...{ ...which, newest },
    },
    lines: {
      ...later,
      ...{ status, contract, among, roles: role, modules: of, ...which },
      newest: newest === undefined ? undefined : Number(newest),
      noTeam: team === noTeam,
      on: staff && date,
      startedAfter: staff === 'new' ? addDays(date, -newStarterDays) : undefined,
    },
    later,
  };
}

const missing = (value: string | undefined, among: readonly string[]) =>
  value === undefined || among.includes(value) ? [] : [value];

const matching = (value: string | undefined, shape: RegExp) =>
  value !== undefined && shape.test(value) ? value : undefined;
