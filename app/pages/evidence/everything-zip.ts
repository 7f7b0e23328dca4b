import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { exportZip } from '~/record/export/export.server';
import { noProgress } from '~/record/export/progress';
import { download, readExport } from './download.server';
import { everythingBeside } from './everything.server';
import { noteWholeRecord } from './note-access.server';
import { readQuestion } from './question.server';

/** `everything.zip`: the whole record as at a day with its proof, and beside it every other file, signed with it. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const choice = { ...readExport(args, who), filter: {} };
  const { attune } = args.context;
  const { began } = readQuestion(args, who).asAt;
  const beside = await everythingBeside(attune, who.schoolId, choice, began);
  noteWholeRecord(args, who, 'downloaded everything at once, with its proof', choice.asAt);
  const progress = noProgress();
  const stream = exportZip(attune, who.schoolId, choice, { progress, beside });
  const name = `everything-${choice.asAt}.zip`;
  return download(args, stream, { type: 'application/zip', name, progress });
}
