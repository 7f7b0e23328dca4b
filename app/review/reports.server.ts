import { subMonths } from 'date-fns';
import { and, asc, count, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { archive } from '~/course/archive.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { contentReport, person } from '~db/schema';
import type { ReportKind } from '~db/schema/review';
import { ReviewError } from './errors';

/** A closed report goes after this long; an open one waits for the lead. */
export const monthsAfterClosing = 12;

export interface NewReport {
  /** A random id made with the form: sending it twice reports once. */
  id: string;
  module: string;
  /** Page id; empty for the module's first page. */
  page: string;
  /** The version that was being read. */
  contentHash: string;
  kind: ReportKind;
  words: string;
  named: boolean;
}

const wordsContext = (id: string) => `report:${id}`;

/**
 * Sends "Something wrong here?" to the school's leads. Unless `named`, nothing of the row leads to whoever sent it. The
 * version is archived, so that the lead can read what was meant. @throws ReviewError 'not-here' for a page which that version does not have
 */
export function sendReport(
  { db, course, keyring, now }: Pick<Attune, 'db' | 'course' | 'keyring' | 'now'>,
  actor: Pick<Actor, 'personId' | 'schoolId'>,
  { id, module, page, contentHash, kind, words, named }: NewReport,
): void {
  const version = course.version(contentHash);
  const known =
    version?.slug === module && (page === '' || version.pages.some((p) => p.id === page));
  if (!version || !known)
    throw new ReviewError('not-here', 'There is no such page in this module.', '', 404);
  const typed = words.trim();
  const today = now();
  inTransaction(db, (tx) => {
    archive(tx, version, today);
    tx.insert(contentReport)
      .values({
        id,
        schoolId: actor.schoolId,
        module,
        page,
        contentHash,
        version: version.version,
        kind,
        words: typed ? keyring.encrypt(typed, wordsContext(id)) : null,
        personId: named ? actor.personId : null,
        sentOn: londonDate(today),
      })
      .onConflictDoNothing()
      .run();
  });
}

export interface Report {
  id: string;
  module: string;
  page: string;
  contentHash: string;
  version: number;
  kind: ReportKind;
  words: string;
  /** Of whoever asked to be named. */
  name: string | null;
  /** Civil dates. */
  sentOn: string;
  closedOn: string | null;
  answer: string | null;
}

/** A school's reports, open ones first, then newest first; opened, for its leads alone. One query. */
export function reportsTo(
  { db, keyring }: Pick<Attune, 'db' | 'keyring'>,
  schoolId: string,
  id?: string,
): Report[] {
  return db
    .select({ report: contentReport, name: person.name })
    .from(contentReport)
    .leftJoin(person, eq(person.id, contentReport.personId))
    .where(
      and(
        eq(contentReport.schoolId, schoolId),
        id === undefined ? undefined : eq(contentReport.id, id),
      ),
    )
    .orderBy(
      sql`${contentReport.closedOn} is not null`,
      desc(contentReport.sentOn),
      asc(contentReport.id),
    )
    .all()
    .map(
      ({ report: { schoolId: _school, personId: _person, words, ...report }, name }): Report => ({
        ...report,
        words: words === null ? '' : keyring.decrypt(words, wordsContext(report.id)),
        name,
      }),
    );
}

/** One report. @throws ReviewError 'not-here', also for another school's */
export function reportOf(
  attune: Pick<Attune, 'db' | 'keyring'>,
  schoolId: string,
  id: string,
): Report {
  const found = reportsTo(attune, schoolId, id)[0];
  if (!found) throw noSuchReport();
  return found;
}

const noSuchReport = () =>
  new ReviewError('not-here', 'There is no such report at your school.', '', 404);

/** How many of a school's reports wait for an answer. */
export function openReports(db: Db, schoolId: string): number {
  const row = db
    .select({ open: count() })
    .from(contentReport)
    .where(and(eq(contentReport.schoolId, schoolId), isNull(contentReport.closedOn)))
    .get();
  return row?.open ?? 0;
}

/**
 * Closes a report. An answer is shown to all staff on the page it is about; whoever sent it may be unnamed, and has no
 * other way to read it. @throws ReviewError 'not-here', also for another school's
 */
export function closeReport(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Pick<Actor, 'schoolId'>,
  { id, answer }: { id: string; answer: string },
): void {
  change(db, actor.schoolId, id, { closedOn: londonDate(now()), answer: answer.trim() || null });
}

/** Puts a closed report back on the list, and takes its answer off the page. */
export function reopenReport(
  { db }: Pick<Attune, 'db'>,
  actor: Pick<Actor, 'schoolId'>,
  id: string,
): void {
  change(db, actor.schoolId, id, { closedOn: null, answer: null });
}

function change(
  db: Db,
  schoolId: string,
  id: string,
  to: { closedOn: string | null; answer: string | null },
): void {
  const { changes } = db
    .update(contentReport)
    .set(to)
    .where(and(eq(contentReport.schoolId, schoolId), eq(contentReport.id, id)))
    .run();
  if (changes === 0) throw noSuchReport();
}

export interface AnsweredReport {
  kind: ReportKind;
  answer: string;
  closedOn: string;
}

/** What was answered about a page, newest first: the lead's words, never those of whoever sent it. */
export function answersAbout(
  db: Db,
  schoolId: string,
  module: string,
  page: string,
): AnsweredReport[] {
  return db
    .select({
      kind: contentReport.kind,
      answer: sql<string>`${contentReport.answer}`,
      closedOn: sql<string>`${contentReport.closedOn}`,
    })
    .from(contentReport)
    .where(
      and(
        eq(contentReport.schoolId, schoolId),
        eq(contentReport.module, module),
        eq(contentReport.page, page),
        isNotNull(contentReport.answer),
        isNotNull(contentReport.closedOn),
      ),
    )
    .orderBy(desc(contentReport.closedOn))
    .all();
}

/** What someone sent in their own name: for their own download. */
export function reportsBy(
  { db, keyring }: Pick<Attune, 'db' | 'keyring'>,
  { schoolId, personId }: Pick<Actor, 'schoolId' | 'personId'>,
) {
  return db
    .select()
    .from(contentReport)
    .where(and(eq(contentReport.schoolId, schoolId), eq(contentReport.personId, personId)))
    .all()
    .map(({ words, ...report }) => ({
      ...report,
      words: words === null ? '' : keyring.decrypt(words, wordsContext(report.id)),
    }));
}

/** Deletes reports that were closed a year ago. */
export function deleteOldReports({ db, now }: Pick<Attune, 'db' | 'now'>): void {
  const oldest = londonDate(subMonths(now(), monthsAfterClosing));
  db.delete(contentReport).where(lt(contentReport.closedOn, oldest)).run();
}
