import { base64 } from '../bytes';
import { type Checkpoint, openCheckpoint } from '../checkpoint';
import { londonDate } from '../london-date';
import type { VerifierKey } from '../note';
import { faultOf, parseTlogProof, sizeOfProof } from '../tlog-proof';
import { checkSlip, compareEach, type Since } from './check-since';
import { asMeant, lookAgain } from './copied';
import { dayInWords } from './day-in-words';
import type { Given } from './given';
import { named, type Older, readOlder } from './given-checkpoint';
import { checkKey, readGivenKey } from './given-key';
import { aboutOlderZip, type Report } from './report';
import { Unfit } from './unfit';

/**
 * Checks a certificate's proof on its own. It holds no key, so the school's must be given.
 * @throws Unfit naming the first thing that does not fit.
 */
export function verifyProof(text: string, given: Given): Report {
  const proof = asMeant(text);
  if (!parseTlogProof(proof)) throw new Unfit(noProof);
  const { publicKey } = wholeKeyOf(given);
  const older = readOlder(given, publicKey);
  const { fits, unproved, compared } = checkProof(proof, publicKey, older);
  return {
    uncompared: older.length > 0 && !compared,
    fits: [...fits, 'It is signed by the key given.'],
    unproved: [...unproved, ...aboutOlderZip(older)],
  };
}

const whereWhole =
  'the school’s whole key (name+id+base64): it stands on the page that the certificate’s code opens, and at the foot of a summary. On the command line it comes after --key.';

/** @throws Unfit when there is none that can be read. */
function wholeKeyOf({ key }: Given): VerifierKey {
  if (key === undefined)
    throw new Unfit(`A certificate’s proof is checked with ${whereWhole}`, false);
  const { whole } = readGivenKey(key);
  if (!whole) {
    throw new Unfit(
      `A fingerprint is not enough for a certificate’s proof on its own, because there is no key in it to compare. It is checked with ${whereWhole}`,
      false,
    );
  }
  checkKey(key, whole.publicKey, 'The fingerprint given is of another key than the one given.');
  return whole;
}

const mustSay: Record<string, string> = {
  name: 'whose completion it is',
  moduleTitle: 'what was completed',
  version: 'which version it was',
  happenedOn: 'when it was completed',
};

const noProof =
  'This is not a certificate’s proof, or it was cut short, or its lines were broken on the way. Ask for it as a file.';

/** What a certificate's proof shows with the key of the record it belongs to. */
export function checkProof(
  text: string,
  publicKey: Uint8Array,
  older: readonly Older[],
): Report & { compared: boolean } {
  const proof = parseTlogProof(text);
  if (!proof) throw new Unfit(noProof);
  const fault = faultOf(proof, publicKey);
  if (fault) throw new Unfit(fault);
  if (proof.leaf.verb !== 'completed') throw new Unfit('The entry in it is not a completion.');
  const said = Object.fromEntries(proof.disclosures.map(([, name, value]) => [name, value]));
  const missing = Object.keys(mustSay).find((field) => said[field] === undefined);
  if (missing) {
    throw new Unfit(
      `This proof does not open ${mustSay[missing]}: it was left out, or erased since. Without it, it is nobody’s certificate.`,
    );
  }
  const kinds: Record<string, string> = {
    refresher: ', as a refresher for someone who completed an earlier one',
    together: ', in part with a group',
  };
  const kind = kinds[String(said.cpdType)] ?? '';
  const own = openCheckpoint(proof.checkpoint, publicKey);
  if (!own) throw new Unfit(noProof);
  const since = compareEach(older, (one) => comparedWith(one, own));
  return {
    fits: [
      `Everything fits: ${said.name} completed “${said.moduleTitle}”, version ${said.version}${kind}, on ${dayInWords(String(said.happenedOn))}.`,
      `It is entry ${proof.index} of ${sizeOfProof(proof)}, recorded on ${dayInWords(londonDate(proof.leaf.at))}, in a signed checkpoint.`,
      ...since.fits,
    ],
    unproved: [
      'Whether it was withdrawn or corrected since: the code on the certificate tells.',
      ...since.unproved,
    ],
    compared: since.upTo > 0,
  };
}

/** A certificate knows its own way to the root and no other, so a checkpoint can be compared only where it is of the same size. */
function comparedWith(older: Older, own: Checkpoint): Since {
  if (own.origin !== older.origin || own.size !== older.size) {
    return {
      ...{ fits: [], upTo: 0 },
      unproved: [
        `Whether the checkpoint ${older.which} (size ${older.size}) fits: it was not compared, because a certificate can be compared only with the checkpoint of its own size (${own.size}). A training-record.zip can be compared with any older one.`,
      ],
    };
  }
  const root = base64(own.root);
  if (root === base64(older.root))
    return { fits: [`Its checkpoint is the very ${named(older)}.`], unproved: [], upTo: own.size };
  checkSlip(older, root);
  const misfit = `The checkpoint ${older.which} has the same size (${older.size}) and another root`;
  throw new Unfit(
    older.signed
      ? `${misfit}: the record was rewritten.`
      : `${misfit}. ${lookAgain} If it was, the record was rewritten.`,
  );
}
