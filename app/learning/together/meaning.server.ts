import { and, asc, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { exemptFrom } from '~/record/together.server';
import { enrolment } from '~db/schema';
import { type Enrolment, notSetAside, versionOf } from '../enrolments.server';
import { type TogetherSession, versionShown } from './sessions.server';
import { countsIn, type Shown } from './what-counts';

/** What putting somebody down would do for them. Status, and nothing of how they are getting on. */
export type Meaning =
  | { kind: 'starts'; exempt: boolean }
  | { kind: 'counts'; n: number; of: number }
  | { kind: 'reads otherwise'; version: number }
  | { kind: 'done before'; version: number };

/** For everyone at a school, by person id. Two queries, and one for each other version that somebody is on. */
export function meaningOf(
  attune: Pick<Attune, 'db' | 'course'>,
  schoolId: string,
  session: TogetherSession,
  shown: readonly Shown[],
): (personId: string) => Meaning {
  const { db } = attune;
  const version = versionShown(attune, session);
  const exempt = exemptFrom(db, schoolId, session.module);
  const current = new Map<string, Enrolment>();
  const rows = db
    .select()
    .from(enrolment)
    .where(and(eq(enrolment.schoolId, schoolId), eq(enrolment.module, session.module), notSetAside))
    .orderBy(asc(enrolment.startedAt), asc(enrolment.id))
    .all();
  for (const row of rows)
    if (current.get(row.personId)?.completedAt !== null) current.set(row.personId, row);
  const counted = new Map<string, number>();
  const countedFor = (row: Enrolment) => {
    const key = `${row.contentHash} ${row.refreshes}`;
    const n = counted.get(key) ?? countsIn(version, versionOf(attune, row), shown).length;
    counted.set(key, n);
    return n;
  };
  return (personId) => {
    const row = current.get(personId);
    if (!row) return { kind: 'starts', exempt: exempt.has(personId) };
    if (row.completedAt !== null) return { kind: 'done before', version: row.version };
    const n = countedFor(row);
    if (n === 0) return { kind: 'reads otherwise', version: row.version };
    return { kind: 'counts', n, of: shown.length };
  };
}
