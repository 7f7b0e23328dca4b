import { base64 } from '../bytes';
import { type Checkpoint, openCheckpoint } from '../checkpoint';
import { londonDate } from '../london-date';
import { faultOf, parseTlogProof, sizeOfProof } from '../tlog-proof';
import { type Given, readKey, readOlder } from './given';
import type { Report } from './report';
import { Unfit } from './unfit';

/**
 * Checks a certificate's proof on its own. It holds no key, so the school's must be given.
 * @throws Unfit naming the first thing that does not fit.
 */
export function verifyProof(text: string, given: Given): Report {
  const key = readKey(given.key ?? '');
  if (!parseTlogProof(text)) throw new Unfit(noProof);
  if (!key)
    throw new Unfit(
      'A certificate’s proof is checked with the school’s whole key (name+id+base64): it stands on the page that the certificate’s code opens. On the command line it comes after --key.',
      false,
    );
  const { fits, unproved } = checkProof(text, key.publicKey, given.since);
  return { fits: [...fits, 'It is signed by the key given.'], unproved };
}

const mustSay: Record<string, string> = {
  name: 'whose completion it is',
  moduleTitle: 'what was completed',
  version: 'which version it was',
  happenedOn: 'when it was completed',
};

const noProof = 'This is not a certificate’s proof, or it was cut short.';

/** What a certificate's proof shows with the key of the record it belongs to. */
export function checkProof(text: string, publicKey: Uint8Array, since?: string): Report {
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
  const older = comparedWith(
    openCheckpoint(proof.checkpoint, publicKey),
    since ? readOlder(since, publicKey) : null,
  );
  return {
    fits: [
      `Everything fits: ${said.name} completed “${said.moduleTitle}”, version ${said.version}${kind}, on ${said.happenedOn}.`,
      `It is entry ${proof.index} of ${sizeOfProof(proof)}, recorded on ${londonDate(proof.leaf.at)}, in a signed checkpoint.`,
      ...older.fits,
    ],
    unproved: [
      'Whether it was withdrawn or corrected since: the code on the certificate tells.',
      ...older.unproved,
    ],
  };
}

/** A certificate knows its own way to the root and no other, so an older checkpoint can be compared only where it is of the same size. */
function comparedWith(own: Checkpoint | null, older: Checkpoint | null): Report {
  if (!own || !older) return { fits: [], unproved: [] };
  if (own.origin !== older.origin || own.size !== older.size) {
    return {
      fits: [],
      unproved: [
        `Whether the older checkpoint (size ${older.size}) fits: a certificate cannot show that, a training-record.zip can.`,
      ],
    };
  }
  if (base64(own.root) !== base64(older.root)) {
    throw new Unfit(
      `The checkpoint given has the same size (${older.size}) and another root: the record was rewritten.`,
    );
  }
  return { fits: ['It is the very checkpoint given.'], unproved: [] };
}
