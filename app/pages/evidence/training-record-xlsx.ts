import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { exportWorkbook } from '~/record/export/export.server';
import { noProgress } from '~/record/export/progress';
import { londonDate } from '~/record/london-date';
import type { Db } from '~db/client.server';
import { aboutFile } from './about-file';
import { download, readLines, recordFile } from './download.server';
import { chosenInWords } from './narrowed-in-words';
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
  const titles = new Map(attune.course.modules().map(({ slug, title }) => [slug, title]));
  const about = {
    ...{ schoolName: who.schoolName, asAt, madeOn: londonDate(attune.now()) },
    ...{ part: chosenInWords(chosen, titles), names: choice.names },
  };
  const sheets = (db: Db, size: number) => {
    const beside = tables(db, size);
    return [...beside, aboutFile({ ...about, beside: beside.map(({ name }) => name) })];
  };
  const stream = exportWorkbook(attune, schoolId, choice, sheets, progress);
  const name = recordFile(asAt, chosen, 'xlsx', attune.course.modules());
  return download(args, stream, { type: workbookType, name, progress });
}
