import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { exportZip } from '~/record/export/export.server';
import { noProgress } from '~/record/export/progress';
import { download, readExport, recordFile } from './download.server';
import { noteLinesTaken } from './note-access.server';
import { askedLines } from './record-filter.server';

/** `training-record.zip`: the CSV as at a day, with its proof. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const choice = readExport(args, who);
  const { asAt, filter } = choice;
  const { chosen } = askedLines(new URLSearchParams(), filter, asAt);
  noteLinesTaken(args, who, 'the training record with its proof', { asAt, chosen, lines: filter });
  const progress = noProgress();
  const stream = exportZip(args.context.attune, who.schoolId, choice, { progress });
  const name = recordFile(asAt, chosen, 'zip', args.context.attune.course.modules());
  return download(args, stream, { type: 'application/zip', name, progress });
}
