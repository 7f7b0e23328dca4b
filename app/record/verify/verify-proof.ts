import { londonDate } from '../london-date';
import { parseVerifierKey } from '../note';
import { faultOf, parseTlogProof, sizeOfProof } from '../tlog-proof';
import type { Given } from './given';
import { notProved } from './report';
import { Unfit } from './unfit';

/**
 * Checks a certificate's proof. It holds no key of its own, so the school's must be given.
 * @returns the report, a line a string.
 */
export function verifyProof(text: string, given: Given): string[] {
  const proof = parseTlogProof(text);
  if (!proof) throw new Unfit('This is not a certificate’s proof, or it was cut short.');
  const key = parseVerifierKey(given.key?.trim() ?? '');
  if (!key)
    throw new Unfit(
      'A certificate’s proof is checked with --key and the school’s verifier key (name+id+base64).',
    );
  const fault = faultOf(proof, key.publicKey);
  if (fault) throw new Unfit(fault);
  const said = Object.fromEntries(proof.disclosures.map(([, name, value]) => [name, value]));
  const kinds: Record<string, string> = {
    refresher: ', as a refresher for someone who completed an earlier one',
    together: ', in part with a group',
  };
  const kind = kinds[String(said.cpdType)] ?? '';
  return [
    `Everything fits: ${said.name ?? 'someone whose name was erased'} completed “${said.moduleTitle}”, version ${said.version}${kind}, on ${said.happenedOn}.`,
    `It is entry ${proof.index} of ${sizeOfProof(proof)}, recorded on ${londonDate(proof.leaf.at)}, in a checkpoint signed by the key given.`,
    'Whether it was withdrawn or corrected since, the code on the certificate tells.',
    ...notProved,
  ];
}
