import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { certificateRow, staffRow, trainingRow } from '~db/schema/record';
import { looksAt } from './access.server';
import { eventsOf } from './events-about.server';

/** Everything that the record keeps about one person: every version of every row, the entries, and who looked. Five queries. */
export function recordedAbout(db: Db, school: string, person: string) {
  return {
    staffList: db
      .select()
      .from(staffRow)
      .where(and(eq(staffRow.school, school), eq(staffRow.personId, person)))
      .orderBy(asc(staffRow.fromSeq))
      .all(),
    training: db
      .select()
      .from(trainingRow)
      .where(and(eq(trainingRow.school, school), eq(trainingRow.personId, person)))
      .orderBy(asc(trainingRow.fromSeq))
      .all(),
    certificates: db
      .select()
      .from(certificateRow)
      .where(and(eq(certificateRow.school, school), eq(certificateRow.personId, person)))
      .orderBy(asc(certificateRow.fromSeq))
      .all(),
    entries: eventsOf(db, school, person),
    looks: looksAt(db, school, person, { limit: 10_000 }),
  };
}
