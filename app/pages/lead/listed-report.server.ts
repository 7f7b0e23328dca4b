import type { Course } from '~/course/module';
import { civilDateInWords } from '~/course/said';
import { kindInWords } from '~/review/report-kinds';
import type { Report } from '~/review/reports.server';

/** A report as the lead reads it, with the titles of its page and module at the time. */
export function listedReport(course: Pick<Course, 'version' | 'module'>, report: Report) {
  const { id, module, page, contentHash, version, kind, words, name } = report;
  const then = course.version(contentHash);
  const served = course.module(module);
  return {
    id,
    module,
    page,
    contentHash,
    version,
    moduleTitle: then?.title ?? module,
    pageTitle: page
      ? (then?.pages.find((one) => one.id === page)?.title ?? page)
      : 'The module’s first page',
    kind: kindInWords(kind),
    words,
    name,
    sent: civilDateInWords(report.sentOn),
    closed: report.closedOn === null ? null : civilDateInWords(report.closedOn),
    answer: report.answer,
    /** Learners who start now read another version. */
    changedSince: served?.contentHash !== contentHash,
  };
}
