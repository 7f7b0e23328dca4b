import { academicYear } from '../london-date';
import type { Line } from '../row-types';
import { csvCell } from './csv-cell';
import { type Cell, columnsOf } from './table';

/** Columns of the training record, in this order. */
const columns = [
  'school_urn',
  'academic_year',
  'staff_ref',
  'name',
  'role_group',
  'teams',
  'contract',
  'start_date',
  'leave_date',
  'module_id',
  'module_title',
  'content_version',
  'content_hash',
  'cpd_type',
  'provider',
  'assigned_on',
  'due_on',
  'started_on',
  'completed_on',
  'standard_met',
  'published_minutes',
  'status',
  'happened_on',
  'recorded_on',
  'recorded_by_role',
  'record_id',
] as const;
type Column = (typeof columns)[number];

/**
 * The first had no sessions, and so no provider; the second said of a withdrawn completion that the standard was met. What
 * was exported then can be checked for good.
 */
export const exportFormats = [
  'Attune training record, 1',
  'Attune training record, 2',
  'Attune training record, 3',
] as const;
export type ExportFormat = (typeof exportFormats)[number];
export const newestFormat: ExportFormat = 'Attune training record, 3';

const saysOfWithdrawn: ReadonlySet<ExportFormat> = new Set([
  'Attune training record, 1',
  'Attune training record, 2',
]);

const ofFormat: Record<ExportFormat, readonly Column[]> = {
  'Attune training record, 1': columns.filter((column) => column !== 'provider'),
  'Attune training record, 2': columns,
  'Attune training record, 3': columns,
};

export const csvColumns = (format: ExportFormat): readonly Column[] => ofFormat[format];

/** The newest format's, with what each holds. */
export const recordColumns = columnsOf(ofFormat[newestFormat], {
  dates: columns.filter((column) => /_(date|on)$/.test(column)),
  numbers: ['content_version', 'published_minutes'],
});

/** A line as it stands in the CSV: see `recordCells`. */
export function csvCells(...line: Parameters<typeof recordCells>): string[] {
  return recordCells(...line).map(csvCell);
}

/**
 * A line, a cell a column; dates are ISO. `standard_met` is Y for a completion and N for everything else: it
 * never tells "not yet" from "has not tried". It is empty where it says nothing: of a session, which has no standard to
 * meet, and of what was withdrawn, which counts for nothing. The person's reference is the record's own, which outlives
 * an erasure.
 */
export function recordCells(
  line: Line,
  urn: string | null,
  names: boolean,
  format: ExportFormat = newestFormat,
): Cell[] {
  const cells: Record<Column, Cell> = {
    school_urn: urn,
    academic_year: line.happenedOn && academicYear(line.happenedOn),
    staff_ref: line.personId,
    name: names ? line.name : null,
    role_group: line.roleGroup,
    teams: line.teams.join('; '),
    contract: line.contract,
    start_date: line.startDate,
    leave_date: line.leaveDate,
    module_id: line.module,
    module_title: line.moduleTitle,
    content_version: line.version,
    content_hash: line.contentHash,
    cpd_type: line.cpdType,
    provider: line.provider,
    assigned_on: line.assignedOn,
    due_on: line.dueOn,
    started_on: line.startedOn,
    completed_on: line.completedOn,
    standard_met: standardMet(line, format),
    published_minutes: line.publishedMinutes,
    status: line.status,
    happened_on: line.happenedOn,
    recorded_on: line.recordedOn,
    recorded_by_role: line.recordedByRole,
    record_id: line.recordId,
  };
  return ofFormat[format].map((column) => cells[column]);
}

function standardMet(
  { session, status, standardMet: met }: Line,
  format: ExportFormat,
): string | null {
  if (session !== null) return null;
  if (status === 'withdrawn' && !saysOfWithdrawn.has(format)) return null;
  return met ? 'Y' : 'N';
}
