import type { Db } from '~db/client.server';
import { sizeNow } from './as-at.server';
import type { ModuleDetail } from './coverage';
import { coverageAsAt } from './coverage.server';

/** How one school of several stands today: counts and nothing else. */
export interface SchoolTotals {
  /** On the staff today. */
  staff: number;
  modules: { module: string; title: string; trained: number; asked: number }[];
}

/**
 * Totals of one school today: of everyone on the staff, how many are trained in each module, and how many of the staff
 * were asked or have begun. A few queries, however many people there are.
 */
export function schoolTotals(db: Db, school: string, today: string): SchoolTotals {
  const { staff, modules } = now(db, school, today, null);
  return {
    staff,
    modules: modules.map(({ module, title, trained, notAsked }) => ({
      ...{ module, title, trained, asked: staff - notAsked },
    })),
  };
}

/** Who has still to do a module, by name: for whoever has the school's leave to see it. */
export function stillToDo(
  db: Db,
  school: string,
  today: string,
  module: string | null,
): ModuleDetail | null {
  return now(db, school, today, module).detail;
}

const now = (db: Db, school: string, date: string, module: string | null) =>
  coverageAsAt(db, school, { date, began: date, size: sizeNow(db, school), module });
