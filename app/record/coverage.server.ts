import { and, count, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';
import { type Comings, comingsAndGoings, isOnStaff } from './comings-and-goings';
import { countModules, detailOf, type ModuleCount, type ModuleDetail } from './coverage';
import { earlierService } from './earlier-service.server';
import { type MonthCount, monthsBetween } from './months';
import { staffAsAt } from './rows.server';

export interface Coverage {
  /** On the staff that day: started, and not left before it. The denominator of everything else. */
  staff: number;
  modules: ModuleCount[];
  /** The module asked about, or the first one; null when nobody was asked for any by that day. */
  detail: ModuleDetail | null;
  comings: Comings;
  /** Completions of that module by month, each month from the record's first: those who left since are counted, refreshers are not. */
  months: MonthCount[];
}

interface Question {
  /** Civil date. */
  date: string;
  /** Events on the record by the end of it. */
  size: number;
  /** Civil date of the record's first entry. */
  began: string;
  module: string | null;
  /** Slugs of the modules as they are listed elsewhere; left out, they stand by title. */
  order?: readonly string[];
}

/** Who was trained out of how many, as it was known at the end of a day: four queries, however many people there are. */
export function coverageAsAt(db: Db, school: string, question: Question): Coverage {
  const { date, size, began, order } = question;
  const everyone = staffAsAt(db, school, size);
  const staff = everyone.filter((member) => isOnStaff(member, date));
  const passes = db
    .select({
      personId: trainingRow.personId,
      module: trainingRow.module,
      moduleTitle: trainingRow.moduleTitle,
      status: trainingRow.status,
      version: trainingRow.version,
      cpdType: trainingRow.cpdType,
      dueOn: trainingRow.dueOn,
    })
    .from(trainingRow)
    .where(
      and(eq(trainingRow.school, school), isNull(trainingRow.session), stoodAt(trainingRow, size)),
    )
    .all();
  const modules = countModules(staff, passes, order);
  const chosen = modules.find(({ module }) => module === question.module) ?? modules[0];
  return {
    staff: staff.length,
    modules,
    detail: chosen ? detailOf(staff, passes, chosen, date) : null,
    comings: comingsAndGoings(everyone, date, earlierService(db, school, size)),
    months: chosen ? monthsBetween(began, date, byMonth(db, school, size, chosen.module)) : [],
  };
}

function byMonth(db: Db, school: string, size: number, module: string): Map<string, number> {
  const month = sql<string>`substr(${trainingRow.completedOn}, 1, 7)`;
  const rows = db
    .select({ month, n: count() })
    .from(trainingRow)
    .where(
      and(
        eq(trainingRow.school, school),
        stoodAt(trainingRow, size),
        eq(trainingRow.module, module),
        eq(trainingRow.status, 'current'),
        ne(trainingRow.cpdType, 'refresher'),
        isNotNull(trainingRow.completedOn),
      ),
    )
    .groupBy(month)
    .all();
  return new Map(rows.map((row) => [row.month, row.n]));
}
