import { and, eq, gt, gte, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { staffRow, type TrainingStatus, trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';
import type { RowFilter } from './row-filter';

/**
 * Which completions. `whole`: of a module, refreshers left out. `any`: of a module, refreshers too. `trained`: the same, of
 * those alone who have completed that module whole. `known already`: whole, without having read its pages. `sessions`: attended. `outside`: attended, with somebody from outside or
 * elsewhere. What was withdrawn is none of them.
 */
export const completionKinds = [
  'whole',
  'any',
  'trained',
  'known already',
  'sessions',
  'outside',
] as const;
export type CompletionKind = (typeof completionKinds)[number];

/** Whose lines, beside what every page can ask for: one role group, one team. */
export interface StaffFilter extends RowFilter {
  /** Only of those who were on the staff on this civil date. */
  on?: string | undefined;
  contract?: string | undefined;
  /** Only of those in any of these role groups. */
  roles?: readonly string[] | undefined;
  /** Only of those in any of these teams. */
  among?: readonly string[] | undefined;
  /** Only of those in no team at all. */
  noTeam?: boolean | undefined;
  /** Only of those who started after this civil date. */
  startedAfter?: string | undefined;
}

/** What a page may ask for. Exports with a proof take less: a line cannot be made again from its events without the ones beside it. */
export interface LineFilter extends StaffFilter {
  status?: TrainingStatus | undefined;
  /** Only about any of these modules. */
  modules?: readonly string[] | undefined;
  completed?: CompletionKind | undefined;
  /** Id of a training session. */
  session?: string | undefined;
  /** Completed in this month, `2026-03`. */
  month?: string | undefined;
  /** Completed after this civil date. */
  after?: string | undefined;
  /** Of this version, by those who have completed no later one of the module. */
  newest?: number | undefined;
  /** Of this wording of a version. */
  content?: string | undefined;
}

/** Lines and the person each belongs to, joined, as both stood at `size` events. */
export function linesWhere(school: string, size: number, filter: LineFilter): SQL | undefined {
  return and(lineStoodAt(size), ownLinesWhere(school, size, filter), ...staffWhere(filter));
}

/**
 * `stoodAt` of lines that are found by their person. The sign keeps SQLite from looking all lines of the school through by
 * their number for each person anew: of a role group of 3,000 people's school that took over a minute.
 */
export const lineStoodAt = (size: number): SQL | undefined =>
  and(
    sql`+${trainingRow.fromSeq} < ${size}`,
    or(isNull(trainingRow.toSeq), gte(trainingRow.toSeq, size)),
  );

/** What a filter asks of the line itself, whenever it stood. */
export function ownLinesWhere(school: string, size: number, filter: LineFilter): SQL | undefined {
  const { module, status, modules = [], session, month, after, newest, content } = filter;
  const { completedOn, version, contentHash } = trainingRow;
  return and(
    eq(trainingRow.school, school),
    module ? eq(trainingRow.module, module) : undefined,
    status ? eq(trainingRow.status, status) : undefined,
    modules.length > 0 ? within(trainingRow.module, modules) : undefined,
    session ? eq(trainingRow.session, session) : undefined,
    month ? sql`substr(${completedOn}, 1, 7) = ${month}` : undefined,
    after ? gt(completedOn, after) : undefined,
    newest === undefined ? undefined : and(eq(version, newest), sql`not ${later(size)}`),
    content ? eq(contentHash, content) : undefined,
    completedWhere(school, size, filter.completed),
  );
}

export function staffWhere({
  roleGroup,
  team,
  person,
  on,
  contract,
  roles = [],
  among = [],
  noTeam,
  startedAfter,
}: StaffFilter): (SQL | undefined)[] {
  return [
    roleGroup ? eq(staffRow.roleGroup, roleGroup) : undefined,
    team
      ? sql`exists (select 1 from json_each(${staffRow.teams}) where value = ${team})`
      : undefined,
    person ? eq(staffRow.personId, person) : undefined,
    on ? onStaff(on) : undefined,
    contract ? eq(staffRow.contract, contract) : undefined,
    roles.length > 0 ? within(staffRow.roleGroup, roles) : undefined,
    among.length > 0
      ? sql`exists (select 1 from json_each(${staffRow.teams}) where value in (select value from json_each(${JSON.stringify(among)})))`
      : undefined,
    noTeam ? sql`json_array_length(${staffRow.teams}) = 0` : undefined,
    startedAfter ? gt(staffRow.startDate, startedAfter) : undefined,
  ];
}

/** On the staff on a civil date: started, and not left before it. */
export function onStaff(date: string): SQL | undefined {
  return and(
    lte(staffRow.startDate, date),
    or(isNull(staffRow.leaveDate), gte(staffRow.leaveDate, date)),
  );
}

/** However many there are, they are one value to the database. */
const within = (column: SQLiteColumn, values: readonly string[]) =>
  sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;

function completedWhere(school: string, size: number, kind?: CompletionKind): SQL | undefined {
  if (kind === undefined) return undefined;
  const stands = eq(trainingRow.status, 'current');
  if (kind === 'sessions') return and(stands, isNotNull(trainingRow.session));
  if (kind === 'outside') return and(stands, fromOutside(school, size));
  const ofModule = and(stands, isNull(trainingRow.session));
  if (kind === 'any') return ofModule;
  if (kind === 'known already') return and(ofModule, eq(trainingRow.cpdType, kind));
  return kind === 'whole' ? and(ofModule, isWhole(trainingRow)) : and(ofModule, alsoWhole(size));
}

const isWhole = ({ cpdType }: { cpdType: SQLiteColumn }) => sql`${cpdType} is not 'refresher'`;

/** Another line that stands of the same person and module. */
const beside = alias(trainingRow, 'beside');
const another = (size: number, which: SQL | undefined) =>
  sql`exists (select 1 from ${trainingRow} ${sql.identifier('beside')} where ${and(
    eq(beside.school, trainingRow.school),
    eq(beside.personId, trainingRow.personId),
    eq(beside.module, trainingRow.module),
    isNull(beside.session),
    eq(beside.status, 'current'),
    stoodAt(beside, size),
    which,
  )})`;

const later = (size: number) => another(size, gt(beside.version, trainingRow.version));
const alsoWhole = (size: number) => another(size, isWhole(beside));

/** A session counts as a whole, whatever was put right of one person's part in it. */
function fromOutside(school: string, size: number): SQL {
  const { session, cpdType, provider } = beside;
  return sql`${trainingRow.session} in (select ${session} from ${trainingRow} ${sql.identifier('beside')} where ${and(
    eq(beside.school, school),
    isNotNull(session),
    eq(beside.status, 'current'),
    stoodAt(beside, size),
  )} group by ${session} having max(${cpdType}) = 'external' or max(${provider}) is not null)`;
}
