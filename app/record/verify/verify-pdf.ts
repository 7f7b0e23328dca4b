import { openSignedPdf } from '../signed-pdf';
import { isTlogProof } from '../tlog-proof';
import type { Given } from './given';
import { type Older, readOlder } from './given-checkpoint';
import { checkKey } from './given-key';
import { keptInPdf } from './kept-in-pdf';
import { aboutKey, aboutOlderZip, type Report } from './report';
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
  const keyGiven = checkKey(
    given.key,
    publicKey,
    'This PDF is signed by another key than the one given.',
  );
  const older = readOlder(given, publicKey);
  const about = { publicKey, keyGiven, signedOlder: older.some(({ signed }) => signed) };
  const pages = 'The pages of this PDF are as they were when it was signed.';
  const proofs = keptInPdf(pdf).filter(isTlogProof);
  if (proofs.length === 0) {
    const key = aboutKey(about, 'Everything on its pages rests on it alone.');
    return {
      uncompared: older.length > 0,
      fits: [pages, ...key.fits],
      unproved: [
        'Whether its figures are those of the record: it keeps no proof inside. A training-record.zip does.',
        ...older.map(notCompared),
        ...aboutOlderZip(older),
        ...key.unproved,
      ],
    };
  }
  const found = proofs.map((proof) => checkProof(proof, publicKey, older));
  const unproved = new Set(found.flatMap((one) => one.unproved));
  const compared = found.every((one) => one.compared);
  const key = aboutKey(
    about,
    compared
      ? 'Whatever its pages say beyond the completions above rests on it alone.'
      : 'Everything on its pages rests on it alone.',
  );
  return {
    uncompared: older.length > 0 && !compared,
    fits: [...new Set(found.flatMap((one) => one.fits)), pages, ...key.fits],
    unproved: [
      ...unproved,
      'Whether anything else on its pages is on the record: only the completions above keep their proof inside.',
      ...aboutOlderZip(older),
      ...key.unproved,
    ],
  };
}

/** Said so that nobody takes what they gave for something that was looked at. */
const notCompared = ({ which, size }: Older) =>
  `Whether the checkpoint ${which} (size ${size}) fits: it was not used, because there is nothing in this PDF to compare it with. A training-record.zip can be compared.`;
