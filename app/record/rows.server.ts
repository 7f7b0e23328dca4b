import { and, asc, count, countDistinct, eq, exists, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '~db/client.server';
import { staffRow, trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';
import {
  type LineFilter,
  lineStoodAt,
  linesWhere,
  ownLinesWhere,
  type StaffFilter,
  staffWhere,
} from './line-filter.server';
import type { Line, StaffRow } from './row-types';

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
  filter: StaffFilter = {},
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
  return countLinesAndPeople(db, school, size, filter).lines;
}

/** How many lines, and of how many people. One query. */
export function countLinesAndPeople(
  db: Db,
  school: string,
  size: number,
  filter: LineFilter = {},
): { lines: number; people: number } {
  const counted = db
    .select({ lines: count(), people: countDistinct(trainingRow.personId) })
    .from(trainingRow)
    .innerJoin(staffRow, samePerson(size))
    .where(linesWhere(school, size, filter))
    .get();
  return counted ?? { lines: 0, people: 0 };
}

/** Whose lines they are: people's ids, each found by the first of their lines. One query. */
export function peopleOfLines(
  db: Db,
  school: string,
  size: number,
  filter: LineFilter = {},
): string[] {
  const line = db
    .select({ one: sql`1` })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.personId, staffRow.personId),
        lineStoodAt(size),
        ownLinesWhere(school, size, filter),
      ),
    );
  return db
    .select({ personId: staffRow.personId })
    .from(staffRow)
    .where(
      and(
        ...[eq(staffRow.school, school), stoodAt(staffRow, size)],
        ...[...staffWhere(filter), exists(line)],
      ),
    )
    .all()
    .map(({ personId }) => personId);
}

function linesQuery(db: Db, school: string, size: number, filter: LineFilter) {
  return db
    .select(lineColumns)
    .from(trainingRow)
    .innerJoin(staffRow, samePerson(size))
    .where(linesWhere(school, size, filter))
    .orderBy(...lineOrder)
    .$dynamic();
}

/** Of a person in the lines, and the events on which their details rest. */
export const inTurnStaff = {
  personId: staffRow.personId,
  name: staffRow.name,
  roleGroup: staffRow.roleGroup,
  teams: staffRow.teams,
  contract: staffRow.contract,
  startDate: staffRow.startDate,
  leaveDate: staffRow.leaveDate,
  staffRestsOn: staffRow.restsOn,
};

/** Whoever the filter leaves, in the order of `linesQuery`, whether or not they have a line. */
export function staffInTurn(db: Db, school: string, size: number, filter: LineFilter) {
  return db
    .select(inTurnStaff)
    .from(staffRow)
    .where(and(eq(staffRow.school, school), stoodAt(staffRow, size), ...staffWhere(filter)))
    .orderBy(...byName);
}

/** Lines of one person, in the order of `linesQuery`: a placeholder, `person`, stands for the person's id. */
export function linesOfOne(
  db: Db,
  columns: Record<string, SQLiteColumn>,
  { school, size, filter }: { school: string; size: number; filter: LineFilter },
) {
  return db
    .select(columns)
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.personId, sql.placeholder('person')),
        lineStoodAt(size),
        ownLinesWhere(school, size, filter),
      ),
    )
    .orderBy(asc(trainingRow.module), asc(trainingRow.rowId));
}

const byName = [sql`${staffRow.name} is null`, asc(staffRow.name), asc(staffRow.personId)] as const;
const lineOrder = [...byName, asc(trainingRow.module), asc(trainingRow.rowId)] as const;

/** The person each line belongs to, as they stood at `size` events. */
export const samePerson = (size: number) =>
  and(
    eq(staffRow.school, trainingRow.school),
    eq(staffRow.personId, trainingRow.personId),
    stoodAt(staffRow, size),
  );
