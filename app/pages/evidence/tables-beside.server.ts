import type { Attune } from '~/context.server';
import { readPractices } from '~/course/practices.server';
import { practiceThemes } from '~/learning/practice-themes.server';
import type { Table } from '~/record/export/table';
import { londonDate } from '~/record/london-date';
import { changeTable } from '~/school-changes/change-table.server';
import { externalCpd } from '~/training-sessions/external-cpd.server';
import type { Db } from '~db/client.server';
import { coverageTable } from './coverage-table.server';

/** What makes the four tables beside the record, as at a civil date, from whichever database is given. */
export async function tablesBeside(
  attune: Attune,
  schoolId: string,
  date: string,
): Promise<(db: Db, size: number) => Table[]> {
  const { lists } = await readPractices(attune.config.contentDir);
  const today = londonDate(attune.now());
  return (db, size) => [
    coverageTable({ ...attune, db }, schoolId, { date, size }),
    practiceThemes(db, schoolId, lists, { date, today }),
    externalCpd(db, schoolId, size),
    changeTable(db, schoolId, size),
  ];
}
