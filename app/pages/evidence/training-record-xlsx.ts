import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { exportWorkbook } from '~/record/export/export.server';
import { noProgress } from '~/record/export/progress';
import { download, readLines, recordFile } from './download.server';
import { noteLinesTaken } from './note-access.server';
import { tablesBeside } from './tables-beside.server';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `training-record.xlsx`: the record as at a day, and each of the other tables on a sheet of its own. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const choice = readLines(args, who);
  const { attune } = args.context;
  const { schoolId } = who;
  const { asAt, chosen, filter: lines } = choice;
  noteLinesTaken(args, who, 'the training record as a workbook', { asAt, chosen, lines });
  const progress = noProgress();
  const tables = await tablesBeside(attune, schoolId, asAt);
  const stream = exportWorkbook(attune, schoolId, choice, tables, progress);
  const name = recordFile(asAt, chosen, 'xlsx');
  return download(args, stream, { type: workbookType, name, progress });
}
