import { and, eq, inArray } from 'drizzle-orm';
import type { ChangeKind, ChangeOwner, ChangeTheme } from '~/record/change-kinds';
import type { SchoolChangeRow } from '~/record/row-types';
import {
  schoolChangesAsAt,
  schoolChangesSince,
  schoolChangeVersions,
} from '~/record/school-changes.server';
import type { Db } from '~db/client.server';
import { changeWords } from '~db/schema';
import { notHere } from './record-change.server';
import { type ChangeWords, digestOfWords } from './words-digest';

/** A change as it was said at one time, with its words where they are still there. */
export interface LoggedChange {
  changeId: string;
  kind: ChangeKind;
  themes: ChangeTheme[];
  owner: ChangeOwner;
  /** Civil dates. */
  changedOn: string;
  reviewOn: string | null;
  reviewedOn: string | null;
  status: SchoolChangeRow['status'];
  reason: string | null;
  recordedOn: string;
  recordedByRole: string;
  /** Null once they were taken out because they named somebody. */
  words: ChangeWords | null;
  /** The words are no longer those that the record holds the digest of. */
  altered: boolean;
}

/** What the school had changed, as it was known at `size` events, the newest first. Two queries. */
export function changesAsAt(db: Db, schoolId: string, size: number): LoggedChange[] {
  return withWords(db, schoolId, schoolChangesAsAt(db, schoolId, size));
}

/** What was recorded after a day about that day or before it. Two queries. */
export function changesSince(
  db: Db,
  schoolId: string,
  asked: { date: string; size: number },
): LoggedChange[] {
  return withWords(db, schoolId, schoolChangesSince(db, schoolId, asked));
}

/**
 * Everything that was ever said of one change, the newest first. Two queries.
 * @throws ChangeError `not-here`, also for another school's id.
 */
export function changeHistory(
  db: Db,
  schoolId: string,
  changeId: string,
): [LoggedChange, ...LoggedChange[]] {
  const [newest, ...before] = withWords(db, schoolId, schoolChangeVersions(db, schoolId, changeId));
  if (!newest) throw notHere();
  return [newest, ...before];
}

function withWords(db: Db, schoolId: string, rows: SchoolChangeRow[]): LoggedChange[] {
  const digests = [...new Set(rows.map(({ wordsDigest }) => wordsDigest))];
  const written = db
    .select()
    .from(changeWords)
    .where(and(eq(changeWords.schoolId, schoolId), inArray(changeWords.digest, digests)))
    .all();
  const byDigest = new Map(written.map((one) => [one.digest, one]));
  return rows.map((row) => {
    const { changeId, changedOn, reviewOn, reviewedOn, status, reason } = row;
    const found = byDigest.get(row.wordsDigest);
    return {
      ...{ changeId, changedOn, reviewOn, reviewedOn, status, reason },
      // The vocabulary let nothing else onto the record.
      kind: row.kind as ChangeKind,
      themes: row.themes as ChangeTheme[],
      owner: row.owner as ChangeOwner,
      recordedOn: row.recordedOn,
      recordedByRole: row.recordedByRole,
      words: found ? { what: found.what, why: found.why } : null,
      altered: found !== undefined && digestOfWords(found.salt, found) !== row.wordsDigest,
    };
  });
}
