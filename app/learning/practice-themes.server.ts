import { and, asc, eq, lt } from 'drizzle-orm';
import type { PracticeLists } from '~/course/practices';
import { columnsOf, type Table } from '~/record/export/table';
import { academicYear, addDays, londonDate, startOfLondonDay } from '~/record/london-date';
import { termOf } from '~/record/term';
import type { Db } from '~db/client.server';
import { practiceLog } from '~db/schema';
import { countedIn, type Deed, inFives } from './understanding/in-fives';

const columns = columnsOf(['term', 'theme', 'logs', 'barrier_theme'], { numbers: ['logs'] });

/**
 * What staff tried, by term and theme, counted by the rule of small numbers (`in-fives.ts`): each person once for each
 * theme and term. An empty count is fewer than five, or none. Notes go after 24 months, so terms that began earlier are
 * left out whole. One query.
 *
 * @param date civil date; what came after its end is not counted
 * @param today civil date
 */
export function practiceThemes(
  db: Db,
  school: string,
  lists: PracticeLists | null,
  { date, today }: { date: string; today: string },
): Table {
  const notes = db
    .select({
      personId: practiceLog.personId,
      practice: practiceLog.practice,
      barrier: practiceLog.barrier,
      at: practiceLog.at,
    })
    .from(practiceLog)
    .where(
      and(eq(practiceLog.schoolId, school), lt(practiceLog.at, startOfLondonDay(addDays(date, 1)))),
    )
    .orderBy(asc(practiceLog.at), asc(practiceLog.id))
    .all()
    .map((note) => ({ ...note, on: londonDate(note.at) }));
  const years = [today, `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`].map(academicYear);
  const kept = notes.filter(({ on }) => years.includes(academicYear(on)));
  const terms = [...new Set(kept.map(({ on }) => termOf(on)))];
  const themeOf = new Map(lists?.practices.map(({ id, theme }) => [id, theme]));
  const rows = terms.flatMap((term) =>
    (lists?.themes ?? []).map(({ id, title }) => {
      const of = kept.filter(
        ({ on, practice }) => termOf(on) === term && themeOf.get(practice) === id,
      );
      const logs = people(of);
      const barriers = (lists?.barriers ?? []).filter(
        (barrier) => people(of.filter((note) => note.barrier === barrier.id)) > 0,
      );
      return [term, title, logs || null, barriers.map((barrier) => barrier.title).join('; ')];
    }),
  );
  return { name: 'practice-themes', columns, rows };
}

/** How many are counted: whole fives of different people. */
function people(notes: readonly { personId: string }[]): number {
  const deeds = notes.map(
    ({ personId }): Deed<true> => ({ person: personId, groups: [], value: true }),
  );
  return countedIn(inFives(deeds), null).length;
}
