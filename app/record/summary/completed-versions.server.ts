import { and, countDistinct, eq, isNull, max, min, ne, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { certificateRow, staffRow } from '~db/schema/record';
import { stoodAt } from '../as-at.server';
import { onStaff } from '../line-filter.server';

/** One wording of a version of a module that somebody completed, as its completions froze it. */
export interface CompletedVersion {
  module: string;
  title: string;
  version: number;
  /** Two of one number: the later one corrected the other. */
  contentHash: string;
  minutes: number;
  outcomes: string[];
  people: number;
  /** Of them, not on the staff on the day asked about. */
  away: number;
  /** Civil dates of the first and the last completion. */
  first: string;
  last: string;
}

/**
 * What was completed whole, by module, version and wording, as it was known at `size` events: what each contained, when and
 * by how many, whoever has left since too. What was withdrawn is not counted. One query.
 */
export function completedVersions(
  db: Db,
  school: string,
  { date, size }: { date: string; size: number },
): CompletedVersion[] {
  const { module, moduleTitle, version, contentHash, minutes, outcomes } = certificateRow;
  const rows = db
    .select({
      ...{ module, title: moduleTitle, version, contentHash, minutes, outcomes },
      people: countDistinct(certificateRow.personId),
      there: countDistinct(sql`case when ${onStaff(date)} then ${certificateRow.personId} end`),
      first: min(certificateRow.completedOn),
      last: max(certificateRow.completedOn),
    })
    .from(certificateRow)
    .innerJoin(
      staffRow,
      and(
        eq(staffRow.school, certificateRow.school),
        eq(staffRow.personId, certificateRow.personId),
        stoodAt(staffRow, size),
      ),
    )
    .where(
      and(
        eq(certificateRow.school, school),
        stoodAt(certificateRow, size),
        isNull(certificateRow.refreshes),
        ne(certificateRow.status, 'withdrawn'),
      ),
    )
    .groupBy(module, version, contentHash, moduleTitle, minutes, outcomes)
    .all();
  return rows
    .map(({ first, last, there, ...row }) => ({
      ...{ ...row, away: row.people - there },
      ...{ first: first ?? '', last: last ?? '' },
    }))
    .sort(
      (a, b) =>
        a.title.localeCompare(b.title, 'en-GB') ||
        a.version - b.version ||
        a.first.localeCompare(b.first) ||
        a.contentHash.localeCompare(b.contentHash),
    );
}
