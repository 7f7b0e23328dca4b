import type { Calendar } from '~/cohorts/calendar';
import { schoolDaysSince } from '~/cohorts/calendar';
import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import { londonDate } from '~/record/london-date';
import { type Enrolment, enrolmentsOf, type Whose } from './enrolments.server';

/** The completion that counts of one module: the latest, in the version that was completed. */
export interface Completed {
  enrolmentId: string;
  module: string;
  /** As it was when it was completed, from the archive. */
  version: Module;
  /** Civil date. */
  completedOn: string;
  /** Since then, without this person's leave; counting stops at the `most` that was asked for. */
  schoolDays: number;
}

/**
 * Everything that one person has completed, each module once, in one query. Refreshers are left out: they start nothing
 * anew, and hold no commitment to look back on.
 */
export function completedBy(
  attune: Pick<Attune, 'db' | 'course' | 'now'>,
  whose: Whose,
  calendar: Calendar,
  most: number,
): Completed[] {
  const latest = new Map<string, Enrolment>();
  for (const e of enrolmentsOf(attune.db, whose))
    if (e.completedAt !== null && e.refreshes === null) latest.set(e.module, e);
  const today = londonDate(attune.now());
  return [...latest.values()].flatMap(({ id, module, contentHash, completedAt }) => {
    const version = attune.course.version(contentHash);
    if (!version || completedAt === null) return [];
    const completedOn = londonDate(completedAt);
    const schoolDays = schoolDaysSince(calendar, completedOn, today, most);
    return [{ enrolmentId: id, module, version, completedOn, schoolDays }];
  });
}
