import { and, asc, count, eq, gt, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '~db/client.server';
import { staffRow, type TrainingStatus, trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';
import type { RowFilter } from './row-filter';
import type { Line, StaffRow } from './row-types';

/** What a page may ask for. Exports take no status: a line cannot be made again from its events without the ones beside it. */
export type LineFilter = RowFilter & {
  status?: TrainingStatus;
  /** Only of those who were on the staff on this civil date. */
  on?: string;
  contract?: string;
  /** Only of those in any of these teams. */
  among?: readonly string[];
  /** Only of those in no team at all. */
  noTeam?: boolean;
  /** Only of those who started after this civil date. */
  startedAfter?: string;
};

/** Keys in the order in which they are selected. */
export const lineColumns = {
  rowId: trainingRow.rowId,
  personId: trainingRow.personId,
  name: staffRow.name,
  roleGroup: staffRow.roleGroup,
  teams: staffRow.teams,
  contract: staffRow.contract,
  startDate: staffRow.startDate,
  leaveDate: staffRow.leaveDate,
  module: trainingRow.module,
  moduleTitle: trainingRow.moduleTitle,
  version: trainingRow.version,
  contentHash: trainingRow.contentHash,
  cpdType: trainingRow.cpdType,
  assignedOn: trainingRow.assignedOn,
  dueOn: trainingRow.dueOn,
  startedOn: trainingRow.startedOn,
  completedOn: trainingRow.completedOn,
  completionId: trainingRow.completionId,
  standardMet: trainingRow.standardMet,
  publishedMinutes: trainingRow.publishedMinutes,
  status: trainingRow.status,
  session: trainingRow.session,
  sessionKind: trainingRow.sessionKind,
  provider: trainingRow.provider,
  enteredFrom: trainingRow.enteredFrom,
  together: trainingRow.together,
  happenedOn: trainingRow.happenedOn,
  recordedOn: trainingRow.recordedOn,
  recordedByRole: trainingRow.recordedByRole,
  recordId: trainingRow.recordId,
} satisfies Record<keyof Line, SQLiteColumn>;

/**
 * The staff list as it stood at `size` events, by name. `on` keeps those whose start and leave dates hold that day.
 */
export function staffAsAt(
  db: Db,
  school: string,
  size: number,
  filter: RowFilter & { on?: string } = {},
): StaffRow[] {
  return db
    .select()
    .from(staffRow)
    .where(and(eq(staffRow.school, school), stoodAt(staffRow, size), ...staffWhere(filter)))
    .orderBy(...byName)
    .all();
}

/** Lines as they stood at `size` events, by name, then module; all of them, or one page. */
export function linesAsAt(
  db: Db,
  school: string,
  size: number,
  filter: LineFilter = {},
  page?: { limit: number; offset: number },
): Line[] {
  const query = linesQuery(db, school, size, filter);
  return (page ? query.limit(page.limit).offset(page.offset) : query).all();
}

export function countLines(db: Db, school: string, size: number, filter: LineFilter = {}): number {
  const counted = db
    .select({ n: count() })
    .from(trainingRow)
    .innerJoin(staffRow, samePerson(size))
    .where(linesWhere(school, size, filter))
    .get();
  return counted?.n ?? 0;
}

/** The query behind `linesAsAt`; exports stream it. */
export function linesQuery(db: Db, school: string, size: number, filter: LineFilter) {
  return db
    .select(lineColumns)
    .from(trainingRow)
    .innerJoin(staffRow, samePerson(size))
    .where(linesWhere(school, size, filter))
    .orderBy(...lineOrder)
    .$dynamic();
}

export const restsColumns = {
  personId: trainingRow.personId,
  staffRestsOn: staffRow.restsOn,
  restsOn: trainingRow.restsOn,
};

/** The events on which the same lines rest, in the same order. */
export function restsQuery(db: Db, school: string, size: number, filter: RowFilter) {
  return db
    .select(restsColumns)
    .from(trainingRow)
    .innerJoin(staffRow, samePerson(size))
    .where(linesWhere(school, size, filter))
    .orderBy(...lineOrder);
}

/** On the staff on a civil date: started, and not left before it. */
export function onStaff(date: string): SQL | undefined {
  return and(
    lte(staffRow.startDate, date),
    or(isNull(staffRow.leaveDate), gte(staffRow.leaveDate, date)),
  );
}

const byName = [sql`${staffRow.name} is null`, asc(staffRow.name), asc(staffRow.personId)] as const;
const lineOrder = [...byName, asc(trainingRow.module), asc(trainingRow.rowId)] as const;

const samePerson = (size: number) =>
  and(
    eq(staffRow.school, trainingRow.school),
    eq(staffRow.personId, trainingRow.personId),
    stoodAt(staffRow, size),
  );

function linesWhere(school: string, size: number, filter: LineFilter): SQL | undefined {
  return and(
    eq(trainingRow.school, school),
    stoodAt(trainingRow, size),
    filter.module ? eq(trainingRow.module, filter.module) : undefined,
    filter.status ? eq(trainingRow.status, filter.status) : undefined,
    ...staffWhere(filter),
  );
}

function staffWhere({
  roleGroup,
  team,
  person,
  on,
  contract,
  among = [],
  noTeam,
  startedAfter,
}: LineFilter): (SQL | undefined)[] {
  return [
    roleGroup ? eq(staffRow.roleGroup, roleGroup) : undefined,
    team
      ? sql`exists (select 1 from json_each(${staffRow.teams}) where value = ${team})`
      : undefined,
    person ? eq(staffRow.personId, person) : undefined,
    on ? onStaff(on) : undefined,
    contract ? eq(staffRow.contract, contract) : undefined,
    among.length > 0
      ? sql`exists (select 1 from json_each(${staffRow.teams}) where value in (select value from json_each(${JSON.stringify(among)})))`
      : undefined,
    noTeam ? sql`json_array_length(${staffRow.teams}) = 0` : undefined,
    startedAfter ? gt(staffRow.startDate, startedAfter) : undefined,
  ];
}
