import { academicYear } from '../london-date';
import type { Line } from '../row-types';

/** Columns of the training record, in this order. Those of which Attune holds nothing yet (provider) are left out. */
export const csvColumns = [
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

/**
 * A line as text, a cell a column; dates are ISO. `standard_met` is Y for a completion and N for everything else: it
 * never tells "not yet" from "has not tried". The person's reference is the record's own, which outlives an erasure.
 */
export function csvCells(line: Line, urn: string | null, names: boolean): string[] {
  const cells: (string | number | null)[] = [
    urn,
    line.happenedOn && academicYear(line.happenedOn),
    line.personId,
    names ? line.name : null,
    line.roleGroup,
    line.teams.join('; '),
    line.contract,
    line.startDate,
    line.leaveDate,
    line.module,
    line.moduleTitle,
    line.version,
    line.contentHash,
    line.cpdType,
    line.assignedOn,
    line.dueOn,
    line.startedOn,
    line.completedOn,
    line.standardMet ? 'Y' : 'N',
    line.publishedMinutes,
    line.status,
    line.happenedOn,
    line.recordedOn,
    line.recordedByRole,
    line.recordId,
  ];
  return cells.map((cell) => (cell === null ? '' : safeCell(String(cell))));
}

/** A spreadsheet takes a cell that begins so for a formula, and would run it. Full-width forms count too. */
function safeCell(text: string): string {
  return /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}
