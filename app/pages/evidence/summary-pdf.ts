import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/people/guard.server';
import { readFileQuestion } from './download.server';
import { noteWholeRecord } from './note-access.server';
import { summaryAsAt } from './summary.server';
import { summaryPdfResponse } from './summary-paper.server';
import { wantsRegister } from './wants-register';

/** `summary.pdf` as at a day: the summary on paper. It names nobody, unless the named register is asked for. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'export the training record');
  const { attune } = args.context;
  const { date, size, began } = readFileQuestion(args, who).asAt;
  const { schoolId, schoolName } = who;
  const register = wantsRegister(args.request);
  const asked = { schoolId, schoolName, date, size, began, register };
  const summary = await summaryAsAt(attune, asked);
  noteWholeRecord(
    args,
    who,
    register ? 'downloaded the summary with the named register' : 'downloaded the summary',
    date,
  );
  return summaryPdfResponse(summary, attune, register);
}
