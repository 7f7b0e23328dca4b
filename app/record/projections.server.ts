import type Database from 'better-sqlite3';
import { certificateRow, schoolChangeRow, staffRow, trainingRow } from '~db/schema/record';
import { type Place, rowTable } from './row-table.server';
import type { Change, PriorRows } from './row-types';

export interface Projections {
  /** What the reducer may look up, of one school. */
  prior(school: string): PriorRows;
  write(school: string, changes: readonly Change[]): void;
}

/** Reads and writes the projections in the database itself, or in the temporary tables of a rebuild. */
export function projections(client: Database.Database, place: Place): Projections {
  const staff = rowTable(client, place, staffRow, 'personId');
  const training = rowTable(client, place, trainingRow, 'rowId');
  const certificates = rowTable(client, place, certificateRow, 'completionId');
  const schoolChanges = rowTable(client, place, schoolChangeRow, 'changeId');
  const now = 'and to_seq is null';
  const staffOf = staff.query(`school = ? and person_id = ? ${now}`);
  // Sorted here: asked to sort, SQLite takes the index by from_seq and reads the whole school.
  const linesOf = training.query(`school = ? and person_id = ? ${now}`);
  const lineOf = training.query(`school = ? and completion_id = ? ${now}`);
  const certificateOf = certificates.query(`school = ? and completion_id = ? ${now}`);
  const schoolChangeOf = schoolChanges.query(`school = ? and change_id = ? ${now}`);
  const erasures = [
    client.prepare(
      `update ${staff.name} set name = null, email = null, staff_number = null where school = ? and person_id = ?`,
    ),
    client.prepare(
      `update ${certificates.name} set name = null where school = ? and person_id = ?`,
    ),
  ];

  function write(school: string, change: Change): void {
    if (change.table === 'staff') staff.open(change.row, change.row.personId);
    else if (change.table === 'training')
      training.open(change.row, change.replaces ?? change.row.rowId, change.ends);
    else if (change.table === 'certificate') certificates.open(change.row, change.row.completionId);
    else if (change.table === 'school change') schoolChanges.open(change.row, change.row.changeId);
    else for (const erasure of erasures) erasure.run(school, change.erased);
  }

  return {
    prior: (school) => ({
      staff: (personId) => staffOf.get(school, personId),
      lines: (personId) => linesOf.all(school, personId).sort((a, b) => a.fromSeq - b.fromSeq),
      lineOfCompletion: (completionId) => lineOf.get(school, completionId),
      certificate: (completionId) => certificateOf.get(school, completionId),
      schoolChange: (changeId) => schoolChangeOf.get(school, changeId),
    }),
    write: (school, changes) => {
      for (const change of changes) write(school, change);
    },
  };
}
