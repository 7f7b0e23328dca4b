import type {
  CertificateRow,
  Change,
  Line,
  PriorRows,
  SchoolChangeRow,
  StaffRow,
  TrainingRow,
} from '../row-types';

/** The newest version of each row, in memory: what verification reduces into, where there is no database. */
export class MemoryRows implements PriorRows {
  private readonly staffRows = new Map<string, StaffRow>();
  private readonly training = new Map<string, Map<string, TrainingRow>>();
  private readonly completions = new Map<string, TrainingRow>();
  private readonly certificates = new Map<string, CertificateRow>();
  private readonly schoolChanges = new Map<string, SchoolChangeRow>();

  staff(personId: string): StaffRow | null {
    return this.staffRows.get(personId) ?? null;
  }

  lines(personId: string): TrainingRow[] {
    const rows = [...(this.training.get(personId)?.values() ?? [])];
    return rows.sort((a, b) => a.fromSeq - b.fromSeq);
  }

  lineOfCompletion(completionId: string): TrainingRow | null {
    return this.completions.get(completionId) ?? null;
  }

  certificate(completionId: string): CertificateRow | null {
    return this.certificates.get(completionId) ?? null;
  }

  schoolChange(changeId: string): SchoolChangeRow | null {
    return this.schoolChanges.get(changeId) ?? null;
  }

  write(change: Change): void {
    if (change.table === 'staff') this.staffRows.set(change.row.personId, change.row);
    else if (change.table === 'certificate') {
      this.certificates.set(change.row.completionId, change.row);
    } else if (change.table === 'school change') {
      this.schoolChanges.set(change.row.changeId, change.row);
    } else if (change.table === 'training') {
      const { row, replaces, ends } = change;
      const rows = this.training.get(row.personId) ?? new Map<string, TrainingRow>();
      if (replaces) rows.delete(replaces);
      if (ends) rows.delete(ends);
      this.training.set(row.personId, rows.set(row.rowId, row));
      if (row.completionId) this.completions.set(row.completionId, row);
    }
  }

  /** Every line of somebody on the staff list, by the id of the event it rests on. */
  rowsByRecord(): Map<string, TrainingRow> {
    const found = new Map<string, TrainingRow>();
    for (const [personId, rows] of this.training) {
      if (!this.staffRows.has(personId)) continue;
      for (const row of rows.values()) found.set(row.recordId, row);
    }
    return found;
  }

  /** A line with the person it belongs to; null when they were never put on the staff list. */
  lineOf(row: TrainingRow): Line | null {
    const staff = this.staffRows.get(row.personId);
    return staff ? joined(row, staff) : null;
  }
}

function joined(row: TrainingRow, staff: StaffRow): Line {
  const { name, roleGroup, teams, contract, startDate, leaveDate } = staff;
  return { ...row, name, roleGroup, teams, contract, startDate, leaveDate };
}
