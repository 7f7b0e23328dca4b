import { and, asc, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import { archive } from '~/course/archive.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { person, signOff } from '~db/schema';
import { ReviewError } from './errors';

type Row = typeof signOff.$inferSelect;

export type NewSignOff = Pick<
  Row,
  | 'module'
  | 'contentHash'
  | 'role'
  | 'name'
  | 'readOn'
  | 'readFor'
  | 'verdict'
  | 'remarks'
  | 'recordedFor'
>;

export interface SignOff extends NewSignOff {
  id: string;
  version: number;
  /** Name of whoever recorded it. */
  recordedByName: string;
  /** Civil date. */
  recordedDay: string;
}

/**
 * Records that someone read a version whole and what they say of it. The version is archived, so that what was signed can
 * be read again. What stands already in every word is that, so that a form that is sent twice makes one. @throws ReviewError 'not-here' for a version that is not known, 'bad-date' for a day to come
 */
export function signVersion(
  attune: Pick<Attune, 'db' | 'course' | 'now'>,
  actor: Pick<Actor, 'personId' | 'schoolId'>,
  input: NewSignOff,
): string {
  const version = attune.course.version(input.contentHash);
  if (!version || version.slug !== input.module)
    throw new ReviewError('not-here', 'There is no such version of this module.', '', 404);
  const now = attune.now();
  if (input.readOn > londonDate(now))
    throw new ReviewError('bad-date', 'Choose the day it was read, today or earlier.', 'readOn');
  const said: NewSignOff = {
    ...input,
    remarks: input.verdict === 'with remarks' ? input.remarks : '',
  };
  return inTransaction(attune.db, (tx) => {
    const keys = Object.keys(said) as (keyof NewSignOff)[];
    const there = tx
      .select()
      .from(signOff)
      .where(
        and(
          ...[eq(signOff.schoolId, actor.schoolId), isNull(signOff.withdrawnAt)],
          eq(signOff.contentHash, said.contentHash),
        ),
      )
      .all()
      .find((row) => keys.every((key) => row[key] === said[key]));
    if (there) return there.id;
    const id = uuid({ msecs: now.getTime() });
    archive(tx, version, now);
    tx.insert(signOff)
      .values({
        ...{ ...said, id, schoolId: actor.schoolId, version: version.version },
        ...{ recordedBy: actor.personId, recordedAt: now.getTime() },
      })
      .run();
    return id;
  });
}

/** Takes a sign-off back: it stays in the table and holds no more. @throws ReviewError 'not-here' */
export function withdrawSignOff(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Pick<Actor, 'schoolId'>,
  id: string,
): void {
  const { changes } = db
    .update(signOff)
    .set({ withdrawnAt: now().getTime() })
    .where(
      and(eq(signOff.schoolId, actor.schoolId), eq(signOff.id, id), isNull(signOff.withdrawnAt)),
    )
    .run();
  if (changes === 0)
    throw new ReviewError('not-here', 'There is no such sign-off at your school.', '', 404);
}

/** A school's sign-offs that hold, oldest first: of one version, or of every one. One query. */
export function signOffs(db: Db, schoolId: string, contentHash?: string): SignOff[] {
  return db
    .select({ row: signOff, recordedByName: person.name })
    .from(signOff)
    .innerJoin(person, eq(person.id, signOff.recordedBy))
    .where(
      and(
        eq(signOff.schoolId, schoolId),
        isNull(signOff.withdrawnAt),
        contentHash === undefined ? undefined : eq(signOff.contentHash, contentHash),
      ),
    )
    .orderBy(asc(signOff.readOn), asc(signOff.recordedAt))
    .all()
    .map(({ row, recordedByName }) => ({
      id: row.id,
      module: row.module,
      contentHash: row.contentHash,
      version: row.version,
      role: row.role,
      name: row.name,
      readOn: row.readOn,
      readFor: row.readFor,
      verdict: row.verdict,
      remarks: row.remarks,
      recordedFor: row.recordedFor,
      recordedByName,
      recordedDay: londonDate(row.recordedAt),
    }));
}

/** What someone recorded, taken back or not: for their own download. */
export function signOffsRecordedBy(
  db: Db,
  { schoolId, personId }: Pick<Actor, 'schoolId' | 'personId'>,
): Row[] {
  return db
    .select()
    .from(signOff)
    .where(and(eq(signOff.schoolId, schoolId), eq(signOff.recordedBy, personId)))
    .orderBy(asc(signOff.recordedAt))
    .all();
}
