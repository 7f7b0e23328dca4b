import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPractices } from '~/course/practices.server';
import { practiceThemes } from '~/learning/practice-themes.server';
import { requirePerson } from '~/people/guard.server';
import { exportWorkbook } from '~/record/export/export.server';
import { londonDate } from '~/record/london-date';
import { changeTable } from '~/school-changes/change-table.server';
import { externalCpd } from '~/training-sessions/external-cpd.server';
import { coverageTable } from './coverage-table.server';
import { download, readExport } from './download.server';
import { noteWholeRecord } from './note-access.server';

/** `training-record.xlsx`: the record as at a day, and each of the other tables on a sheet of its own. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const choice = readExport(args, who);
  const { attune } = args.context;
  const { schoolId } = who;
  const { lists } = await readPractices(attune.config.contentDir);
  noteWholeRecord(args, who, 'downloaded the training record as a workbook');
  const { asAt: date } = choice;
  const today = londonDate(attune.now());
  const stream = exportWorkbook(attune, schoolId, choice, (db, size) => [
    coverageTable({ ...attune, db }, schoolId, { date, size }),
    practiceThemes(db, schoolId, lists, { date, today }),
    externalCpd(db, schoolId, size),
    changeTable(db, schoolId, size),
  ]);
  return download(args, stream, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `training-record-${date}.xlsx`,
  });
}
