import type { certificateRow, schoolChangeRow, staffRow, trainingRow } from '~db/schema/record';

export type StaffRow = typeof staffRow.$inferSelect;
export type TrainingRow = typeof trainingRow.$inferSelect;
export type CertificateRow = typeof certificateRow.$inferSelect;
export type SchoolChangeRow = typeof schoolChangeRow.$inferSelect;

/** A line of the training record with the person it belongs to, both as they stood. */
export type Line = Pick<
  TrainingRow,
  | 'rowId'
  | 'personId'
  | 'module'
  | 'moduleTitle'
  | 'version'
  | 'contentHash'
  | 'cpdType'
  | 'assignedOn'
  | 'dueOn'
  | 'startedOn'
  | 'completedOn'
  | 'completionId'
  | 'standardMet'
  | 'publishedMinutes'
  | 'status'
  | 'session'
  | 'sessionKind'
  | 'provider'
  | 'enteredFrom'
  | 'together'
  | 'happenedOn'
  | 'recordedOn'
  | 'recordedByRole'
  | 'recordId'
> &
  Pick<StaffRow, 'name' | 'roleGroup' | 'teams' | 'contract' | 'startDate' | 'leaveDate'>;

/** What reducing an event may look up: the newest version of each row of the event's school. */
export interface PriorRows {
  staff(personId: string): StaffRow | null;
  /** Every line of one person. */
  lines(personId: string): TrainingRow[];
  lineOfCompletion(completionId: string): TrainingRow | null;
  certificate(completionId: string): CertificateRow | null;
  schoolChange(changeId: string): SchoolChangeRow | null;
}

/** A new version of a row, which closes the one before; or the erasure of a name from every version. */
export type Change =
  | { table: 'staff'; row: StaffRow }
  /** `replaces`: the row id under which this line was known until now. */
  /** `ends`: that of another line, which is over from now on. */
  | { table: 'training'; row: TrainingRow; replaces?: string; ends?: string }
  | { table: 'certificate'; row: CertificateRow }
  | { table: 'school change'; row: SchoolChangeRow }
  | { table: 'every'; erased: string };
