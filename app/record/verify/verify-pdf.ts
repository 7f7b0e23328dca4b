import { fingerprint } from '../note';
import { openSignedPdf } from '../signed-pdf';
import { isTlogProof } from '../tlog-proof';
import { type Given, isKeyGiven } from './given';
import { keptInPdf } from './kept-in-pdf';
import { aboutKey, type Report } from './report';
import { Unfit } from './unfit';
import { checkProof } from './verify-proof';

/**
 * Checks a PDF: that its pages are what was signed, and the proofs that a certificate or a passport keeps inside.
 * @throws Unfit naming the first thing that does not fit.
 */
export function verifyPdf(file: Uint8Array, given: Given): Report {
  const opened = openSignedPdf(file);
  if (opened === null) {
    throw new Unfit(
      'This PDF carries no proof: it was made elsewhere, another program saved it anew, or it was cut short. Ask for the file as it was downloaded from Attune.',
      false,
    );
  }
  if (opened === 'altered') {
    throw new Unfit(
      'This PDF was altered after it was signed: its pages may say something else than the record.',
    );
  }
  const { pdf, publicKey } = opened;
  const keyGiven = isKeyGiven(given.key, publicKey);
  if (keyGiven === false) {
    throw new Unfit(
      `This PDF is signed by another key than the one given. Its fingerprint is ${fingerprint(publicKey)}.`,
    );
  }
  const key = aboutKey({ publicKey, keyGiven, since: null });
  const pages = 'The pages of this PDF are as they were when it was signed.';
  const proofs = keptInPdf(pdf).filter(isTlogProof);
  if (proofs.length === 0) {
    return {
      fits: [pages, ...key.fits],
      unproved: [
        'Whether its figures are those of the record: it keeps no proof inside. A training-record.zip does.',
        ...key.unproved,
      ],
    };
  }
  const found = proofs.map((proof) => checkProof(proof, publicKey, given.since));
  const unproved = new Set(found.flatMap((one) => one.unproved));
  return {
    fits: [...found.flatMap((one) => one.fits), pages, ...key.fits],
    unproved: [
      ...unproved,
      'Whether anything else on its pages is on the record: only the completions above keep their proof inside.',
      ...key.unproved,
    ],
  };
}
