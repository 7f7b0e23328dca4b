import { fits } from '~/people/find';
import { roleWords } from '~/people/role-names';
import { sameTeam } from '~/people/staff-details';
import type { RoleNames } from '~db/schema';
import type { Grid, GridPerson } from './grid.server';
import type { Cell, GridStatus } from './status';

/**
 * What can be asked for by status, and which cells answer it. Somebody overdue has also begun or not, and is found by
 * either.
 */
const answering = {
  'has asked for a hand': ['has asked for a hand'],
  overdue: ['overdue', 'in progress, overdue'],
  'in progress': ['in progress', 'in progress, overdue'],
  'not started': ['not started', 'overdue'],
  'opens later': ['opens later'],
  done: ['done'],
  'not assigned': ['not assigned'],
} as const satisfies Record<string, readonly GridStatus[]>;

export type AskedStatus = keyof typeof answering;
const askedStatuses = Object.keys(answering) as AskedStatus[];

/** Which of the grid’s people to show. Null, or no words to find: whichever. */
export interface GridFilter {
  roleGroup: string | null;
  team: string | null;
  /** Where somebody stands with `module`, or with any of the grid’s. */
  status: AskedStatus | null;
  /** Slug. Without a status: who was asked for it. */
  module: string | null;
  find: string;
}

/** What the people of a grid can be filtered by. */
export interface GridChoices {
  roleGroups: string[];
  teams: string[];
  modules: Grid['modules'];
  statuses: AskedStatus[];
}

/** @param hands whether the asker may know who has asked for a hand */
export function choicesIn(
  { people, modules }: Pick<Grid, 'people' | 'modules'>,
  hands: boolean,
): GridChoices {
  const byName = (a: string, b: string) => a.localeCompare(b, 'en-GB');
  const teams = new Map<string, string>();
  for (const team of people.flatMap((one) => one.teams)) {
    if (!teams.has(sameTeam(team))) teams.set(sameTeam(team), team);
  }
  return {
    roleGroups: [...new Set(people.map(({ roleGroup }) => roleGroup))].sort(byName),
    teams: [...teams.values()].sort(byName),
    modules,
    statuses: askedStatuses.filter((one) => hands || one !== 'has asked for a hand'),
  };
}

/** What an address asks for. What is not among the choices, a team that was renamed say, is passed over. */
export function filterIn(query: URLSearchParams, choices: GridChoices): GridFilter {
  const among = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((one) => one === query.get(name)) ?? null;
  const team = sameTeam(query.get('team') ?? '');
  return {
    roleGroup: among('role', choices.roleGroups),
    team: choices.teams.find((one) => sameTeam(one) === team) ?? null,
    status: among('status', choices.statuses),
    module: among(
      'module',
      choices.modules.map(({ slug }) => slug),
    ),
    find: query.get('find')?.trim() ?? '',
  };
}

/**
 * Those whom all of a filter fits, each with all of their cells.
 * @param names what the school calls its role groups: people are found by either
 */
export function filtered(
  { people, modules }: Pick<Grid, 'people' | 'modules'>,
  { roleGroup, team, status, module, find }: GridFilter,
  names: RoleNames,
): GridPerson[] {
  const column = modules.findIndex(({ slug }) => slug === module);
  const inTeam = team === null ? null : sameTeam(team);
  return people.filter(
    (one) =>
      (roleGroup === null || one.roleGroup === roleGroup) &&
      (inTeam === null || one.teams.some((theirs) => sameTeam(theirs) === inTeam)) &&
      stands(column < 0 ? one.cells : one.cells.slice(column, column + 1), status, column >= 0) &&
      fits(find, [one.name, ...roleWords(names, one.roleGroup), ...one.teams]),
  );
}

function stands(cells: readonly Cell[], status: AskedStatus | null, one: boolean): boolean {
  if (status === null) return !one || cells.some((cell) => cell.status !== 'not assigned');
  // Nearly everybody lacks some module: whoever has none at all is meant.
  if (status === 'not assigned') return cells.every((cell) => cell.status === 'not assigned');
  const wanted: readonly GridStatus[] = answering[status];
  return cells.some((cell) => wanted.includes(cell.status));
}
