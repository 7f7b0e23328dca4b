import { newStarterDays, noTeam } from '~/record/coverage';
import type { FilterChoices } from '~/record/filter-choices.server';
import { addDays } from '~/record/london-date';
import type { RowFilter } from '~/record/row-filter';
import type { LineFilter } from '~/record/rows.server';
import { statuses } from './statuses';

/** As it stands in the address and in the form: what was chosen of each. */
export interface Chosen extends RowFilter {
  status?: string;
  /** On the staff that day; `new`, in their first days too. Left out, leavers as well. */
  staff?: 'then' | 'new';
  contract?: string;
  /** Only adults in any of these teams. */
  among: string[];
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
 * `?status=…&staff=…&contract=…&among=…` beside what every page of evidence reads. A figure of “Who is trained” leads
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
  const { roleGroup, team, module, contract, among } = asked.chosen;
  const one = (name: string) => query.get(name)?.trim() || undefined;
  return {
    ...asked,
    unknown: [
      ...missing(roleGroup, choices.roleGroups),
      ...missing(team, [...choices.teams, noTeam]),
      ...among.flatMap((name) => missing(name, choices.teams)),
      ...missing(
        module,
        choices.modules.map((each) => each.module),
      ),
      ...missing(contract, choices.contracts),
      ...missing(
        one('status'),
        statuses.map(({ value }) => value),
      ),
      ...missing(one('staff'), ['then', 'new']),
    ],
  };
}

/** The same without asking what there is: for a download, which has no rows where the page has none. */
export function askedLines(query: URLSearchParams, filter: RowFilter, date: string): AskedLines {
  const one = (name: string) => query.get(name)?.trim() || undefined;
  const status = statuses.find(({ value }) => value === one('status'))?.value;
  const asked = one('staff');
  const staff = asked === 'then' || asked === 'new' ? asked : undefined;
  const contract = one('contract');
  const among = query.getAll('among').filter(Boolean);
  const { roleGroup, team, module } = filter;
  const later = { ...filter, team: team === noTeam ? undefined : team };
  return {
    chosen: { roleGroup, team, module, status, staff, contract, among },
    lines: {
      ...later,
      ...{ status, contract, among },
      noTeam: team === noTeam,
      on: staff && date,
      startedAfter: staff === 'new' ? addDays(date, -newStarterDays) : undefined,
    },
    later,
  };
}

const missing = (value: string | undefined, among: readonly string[]) =>
  value === undefined || among.includes(value) ? [] : [value];
