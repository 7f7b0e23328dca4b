import { textOf } from '../bytes';
import { latin } from '../signed-pdf';
import { isTlogProof } from '../tlog-proof';
import { wholeOf } from './content';
import type { Given } from './given';
import { openZip } from './read-zip';
import type { Report } from './report';
import { Unfit } from './unfit';
import { type Tell, verifyExport } from './verify-export';
import { verifyPdf } from './verify-pdf';
import { verifyProof } from './verify-proof';

/**
 * Checks a file as it was handed over: an export, a PDF, or a certificate's proof. The command line and the page in the
 * browser run this same function.
 * @throws Unfit naming the first thing that does not fit.
 */
export function verifyFile(file: Uint8Array, given: Given, tell: Tell = () => {}): Report {
  const start = latin(file.subarray(0, 40));
  if (isWorkbook(file)) throw new Unfit('A workbook carries no proof: ask for the ZIP.', false);
  if (start.startsWith('PK')) {
    tell('Unpacking the zip');
    return verifyExport(openZip(file), given, tell);
  }
  if (start.startsWith('%PDF-')) return verifyPdf(file, given);
  if (isTlogProof(start)) return verifyProof(textOf(file), given);
  throw new Unfit(
    'This carries no proof, so there is nothing to check: choose a training-record.zip, a certificate’s PDF or its proof, as it was downloaded.',
    false,
  );
}

/** Its list of contents stands at the end; in an archive with a workbook inside, the manifest's name does too. */
function isWorkbook(file: Uint8Array): boolean {
  const last = latin(file.subarray(-65_536));
  return last.includes('xl/workbook.xml') && !last.includes('manifest.note');
}

/** The older checkpoint in a file: its text, or the one that an older export carries. */
export function checkpointIn(file: Uint8Array): string {
  if (!latin(file.subarray(0, 2)).startsWith('PK')) return textOf(file);
  const checkpoint = openZip(file).get('checkpoint.txt');
  if (!checkpoint) throw new Unfit('The older zip has no checkpoint.txt.', false);
  return textOf(wholeOf(checkpoint));
}
