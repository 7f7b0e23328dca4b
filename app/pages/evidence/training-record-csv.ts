import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { exportCsv } from '~/record/export/export.server';
import { noProgress } from '~/record/export/progress';
import { download, readLines, recordFile } from './download.server';
import { noteLinesTaken } from './note-access.server';

/** `training-record.csv` as at a day. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const choice = readLines(args, who);
  const { asAt, chosen, filter: lines } = choice;
  noteLinesTaken(args, who, 'the training record (CSV)', { asAt, chosen, lines });
  const progress = noProgress();
  const stream = exportCsv(args.context.attune, who.schoolId, choice, progress);
  const name = recordFile(asAt, chosen, 'csv', args.context.attune.course.modules());
  return download(args, stream, { type: 'text/csv; charset=utf-8', name, progress });
}
