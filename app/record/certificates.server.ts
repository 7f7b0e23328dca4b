import { and, asc, desc, eq, gt, isNull, max, ne } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { school } from '~db/schema/people';
import { certificateRow, event } from '~db/schema/record';
import { type Inclusion, inclusionOf } from './log.server';
import type { CertificateRow } from './row-types';
import { schoolNameAt } from './school-names.server';
import { whatBecameOf } from './withdrawals.server';

export interface Certificate extends CertificateRow {
  /** As the school was called when it was earned. */
  schoolName: string;
  /** As it is called today. */
  schoolNow: string;
}

/** What anyone may know from a code: no name, the initials alone. */
export interface CodeAnswer {
  status: CertificateRow['status'];
  initials: string | null;
  module: string;
  moduleTitle: string;
  version: number;
  minutes: number;
  /** Of a refresher, the version completed before. */
  refreshes: number | null;
  completedOn: string;
  /** The day of their newest completion of this module or of a refresher of it, where that came later; else null. */
  refreshedOn: string | null;
  /** On which days it was last withdrawn and put back; null where it never was. */
  withdrawnOn: string | null;
  putBackOn: string | null;
  school: string;
  /** As it was called then, and as it is called today. */
  schoolName: string;
  schoolNow: string;
}

/** The certificate of a completion as it stands, with the proof that its event is in the record; null when there is none. */
export function certificate(
  db: Db,
  schoolId: string,
  completionId: string,
): (Certificate & { proof: Inclusion }) | null {
  const row = find(
    db,
    and(eq(certificateRow.school, schoolId), eq(certificateRow.completionId, completionId)),
  );
  const proof = row && inclusionOf(db, schoolId, completionId);
  return row && proof ? { ...row, proof } : null;
}

/** Certificates of one person, newest first. */
export function certificatesOf(db: Db, schoolId: string, personId: string): CertificateRow[] {
  return db
    .select()
    .from(certificateRow)
    .where(
      and(
        eq(certificateRow.school, schoolId),
        eq(certificateRow.personId, personId),
        isNull(certificateRow.toSeq),
      ),
    )
    .orderBy(desc(certificateRow.completedOn), asc(certificateRow.moduleTitle))
    .all();
}

/** A code as printed or as typed: small letters, spaces and missing hyphens do not matter. */
export function certificateByCode(db: Db, code: string): CodeAnswer | null {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const printed = (letters.match(/.{1,4}/g) ?? []).join('-');
  const row = find(db, eq(certificateRow.code, printed)) ?? find(db, eq(certificateRow.code, code));
  if (!row) return null;
  const { status, module, moduleTitle, version, minutes, refreshes } = row;
  const { completedOn, school, schoolName, schoolNow } = row;
  const initials = row.name && initialsOf(row.name);
  return {
    ...{ status, initials, module, moduleTitle, version, minutes, refreshes },
    ...{ completedOn, school, schoolName, schoolNow },
    // What was withdrawn is not refreshed by a later completion, which is no business of whoever holds its code.
    refreshedOn: status === 'withdrawn' ? null : refreshedOn(db, row),
    ...whatBecameOf(db, school, row.completionId),
  };
}

function refreshedOn(
  db: Db,
  { school, personId, module, completedOn }: CertificateRow,
): string | null {
  const newest = db
    .select({ on: max(certificateRow.completedOn) })
    .from(certificateRow)
    .where(
      and(
        eq(certificateRow.school, school),
        eq(certificateRow.personId, personId),
        eq(certificateRow.module, module),
        gt(certificateRow.completedOn, completedOn),
        ne(certificateRow.status, 'withdrawn'),
        isNull(certificateRow.toSeq),
      ),
    )
    .get();
  return newest?.on ?? null;
}

function initialsOf(name: string): string {
  const first = name.split(/[\s-]+/).map((part) => [...part][0] ?? '');
  return first.join('').toUpperCase();
}

function find(db: Db, where: ReturnType<typeof and>): Certificate | undefined {
  const found = db
    .select({ row: certificateRow, schoolNow: school.name, earnedAt: event.seq })
    .from(certificateRow)
    .innerJoin(school, eq(school.id, certificateRow.school))
    .innerJoin(event, eq(event.id, certificateRow.completionId))
    .where(and(where, isNull(certificateRow.toSeq)))
    .get();
  if (!found) return undefined;
  const { row, schoolNow, earnedAt } = found;
  return { ...row, schoolNow, schoolName: schoolNameAt(db, row.school, earnedAt) };
}
