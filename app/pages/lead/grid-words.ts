import type { AskedStatus, GridChoices, GridFilter } from '~/cohorts/grid-filter';
import { roleName } from '~/people/role-names';
import { capitalised } from '~/people/staff-details';
import type { RoleNames } from '~db/schema';

/** As it stands in the list to choose from. */
export const statusLabels: Record<AskedStatus, string> = {
  'has asked for a hand': 'Has asked for a hand',
  overdue: 'Overdue',
  'in progress': 'In progress, overdue or not',
  'not started': 'Not started, overdue or not',
  'opens later': 'Opens later',
  done: 'Done',
  'not assigned': 'Not assigned',
};

/** Of several modules, as said of a person. */
const ofAny: Record<AskedStatus, string> = {
  'has asked for a hand': 'asked for a hand',
  overdue: 'overdue with something',
  'in progress': 'something in progress',
  'not started': 'something not started',
  'opens later': 'something that opens later',
  done: 'something done',
  'not assigned': 'nothing assigned',
};

/** What is on besides words to find, each in a few words: “Teaching assistant”, “team Owls”, “overdue with Repair”. */
export function filterInWords(
  { roleGroup, team, status, module }: GridFilter,
  modules: GridChoices['modules'],
  names: RoleNames,
): string[] {
  const about = modules.find(({ slug }) => slug === module)?.title;
  return [
    roleGroup ? capitalised(roleName(names, roleGroup)) : '',
    team ? `team ${team}` : '',
    standsInWords(status, about),
  ].filter(Boolean);
}

function standsInWords(status: AskedStatus | null, module: string | undefined): string {
  if (!module) return status ? ofAny[status] : '';
  return status ? `${module}: ${status}` : `asked for ${module}`;
}

interface Shown {
  /** A cohort’s name, or all staff. */
  where: string;
  /** What is on, in words. */
  on: string[];
  find: string;
  fitting: number;
  total: number;
}

/** What the table holds, and out of how many. */
export function shownInWords({ where, on, find, fitting, total }: Shown): string {
  const among = `${total} ${total === 1 ? 'person' : 'people'}`;
  if (on.length === 0) {
    return find ? `${where}: ${fitting} of ${total} fit “${find}”` : `${where}: ${among}`;
  }
  const words = [...on, find ? `“${find}”` : ''].filter(Boolean).join('; ');
  return `${where}: ${fitting} of ${among}. Only: ${words}`;
}

/** In place of nobody. */
export function nobodyInWords(cohort: string | undefined, on: string[], find: string): string {
  const nobody = cohort ? `Nobody in ${cohort}` : 'Nobody';
  const only = on.length > 0 ? `${nobody} fits all of this: ${on.join('; ')}` : `${nobody} fits`;
  if (!find) return `${only}.`;
  return on.length > 0 ? `${only}; “${find}”.` : `${only} “${find}”.`;
}

/** The address of a grid as filtered. */
export function gridAddress(
  path: string,
  asked: Partial<GridFilter> & { cohort?: string | undefined },
  page?: number,
): string {
  const { cohort, roleGroup: role, team, module, status, find } = asked;
  const given = Object.entries({ cohort, role, team, module, status, find }).flatMap(
    ([name, value]) => (value ? [[name, value]] : []),
  );
  const query = new URLSearchParams([...given, ...(page ? [['page', String(page)]] : [])]);
  return query.size > 0 ? `${path}?${query}` : path;
}
