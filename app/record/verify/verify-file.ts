import { textOf } from '../bytes';
import { latin } from '../signed-pdf';
import { isTlogProof } from '../tlog-proof';
import { asMeant } from './copied';
import type { Given } from './given';
import { aboutPacking, openPacked } from './packed-again';
import type { Report } from './report';
import { Unfit } from './unfit';
import { type Tell, verifyExport } from './verify-export';
import { verifyPdf } from './verify-pdf';
import { verifyProof } from './verify-proof';
import { isWorkbook, whyNoRecord, whyNothingToCheck } from './wrong-file';

/**
 * Checks a file as it was handed over: an export, a PDF, or a certificate's proof. The command line and the page in the
 * browser run this same function.
 * @throws Unfit naming the first thing that does not fit.
 */
export function verifyFile(file: Uint8Array, given: Given, tell: Tell = () => {}): Report {
  if (isZip(file)) return verifyZip(file, given, tell);
  if (latin(file.subarray(0, 5)) === '%PDF-') return verifyPdf(file, given);
  if (isTlogProof(asMeant(textOf(file.subarray(0, 60))))) return verifyProof(textOf(file), given);
  throw new Unfit(whyNothingToCheck(file), false);
}

const isZip = (file: Uint8Array) => latin(file.subarray(0, 2)) === 'PK';

function verifyZip(file: Uint8Array, given: Given, tell: Tell): Report {
  if (isWorkbook(file)) throw new Unfit('A workbook carries no proof: ask for the ZIP.', false);
  tell('Unpacking the zip');
  const packed = openPacked(file);
  const wrong = whyNoRecord(packed.files.keys());
  if (wrong) throw new Unfit(wrong, false);
  const about = aboutPacking(packed);
  const { fits, unproved, ...rest } = verifyExport(packed.files, given, tell);
  return { ...rest, fits: [...fits, ...about.fits], unproved: [...unproved, ...about.unproved] };
}
