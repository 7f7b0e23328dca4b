import { same } from '../bytes';
import { fingerprint, parseVerifierKey, type VerifierKey } from '../note';
import { lookAgain, slips } from './copied';
import { Unfit } from './unfit';

interface GivenKey {
  whole: VerifierKey | null;
  /** A fingerprint: 64 hex digits, without spaces. */
  printed: string | null;
}

/**
 * Whether a key or a fingerprint was given; where one was, it is that of this key.
 * @param misfit what to say when it is another key's.
 * @throws Unfit when it is another's, or cannot be read.
 */
export function checkKey(
  given: string | undefined,
  publicKey: Uint8Array,
  misfit: string,
): boolean {
  if (given === undefined) return false;
  const { whole, printed } = readGivenKey(given);
  const shown = fingerprint(publicKey);
  if (whole && !same(whole.publicKey, publicKey))
    throw new Unfit(`${misfit} Its fingerprint is ${shown}.`);
  if (printed) checkFingerprint(printed, shown, misfit);
  return true;
}

function checkFingerprint(printed: string, shown: string, misfit: string): void {
  const is = shown.replaceAll(' ', '');
  if (printed === is) return;
  const wrong = slips(printed, is);
  if (wrong) {
    throw new Unfit(
      `The fingerprint given differs from that of the key in ${wrong} of 64 characters. That is a slip in copying: another key’s would differ nearly everywhere. Compare the one that you have with ${shown}, character by character, and check again.`,
      false,
    );
  }
  throw new Unfit(
    `${misfit} Its fingerprint is ${shown}. ${lookAgain} If it was, somebody else’s key signed this.`,
  );
}

/** @throws Unfit when there is neither a key nor a fingerprint in it that can be read. */
export function readGivenKey(given: string): GivenKey {
  const whole = wholeKeyIn(given);
  const printed = fingerprintIn(given);
  if (!whole && looksWhole(given)) throw new Unfit(garbled(given), false);
  if (whole || printed) return { whole, printed };
  throw new Unfit(unreadable(given), false);
}

/** A whole key as it is copied from a page or from paper: broken over lines, with the words that stand before it. */
function wholeKeyIn(text: string): VerifierKey | null {
  const unbroken = text.replace(/[\s\uFEFF]/g, '');
  const [within = ''] =
    /attune\/record\/[^+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}/.exec(unbroken) ?? [];
  return parseVerifierKey(unbroken) ?? parseVerifierKey(within);
}

/** A fingerprint as it is printed, among other words: 64 hex digits without spaces. */
export function fingerprintIn(text: string): string | null {
  const [printed] = /(?<![0-9a-z])(?:[0-9a-f]{4}\s*){16}(?![0-9a-z])/i.exec(text) ?? [];
  return printed?.replace(/\s/g, '').toLowerCase() ?? null;
}

/** A plus in the word of its name, or the name with nothing of a checkpoint behind it. A root may hold any sign but those of a name. */
const looksWhole = (given: string) =>
  /(?:attune\/|\/record\/)\S*\+/.test(given) ||
  (given.includes('attune/record/') && !isCheckpoint.test(given));

const isCheckpoint = /attune\/record\/\S+\s+\d+\s/;

/** Why what looks like a whole key is none. Its number is made from its name and the rest, so a slip in any part shows. */
function garbled(given: string): string {
  const [, end] = /\+[0-9a-f]{8}\+(\S*)$/.exec(given.replace(/\s/g, '')) ?? [];
  const length =
    end !== undefined && end.length !== 44
      ? `after its second + stand ${end.length} characters, and there should be 44`
      : 'its parts do not belong together';
  return `The whole key given cannot be read: ${length}. ${lookAgain}`;
}

function unreadable(given: string): string {
  const digits = given.replace(/^.*fingerprint:?/is, '').replace(/\s/g, '');
  if (/^[0-9a-z]{40,90}$/i.test(digits)) {
    const foreign = /[^0-9a-f]/i.exec(digits)?.[0];
    const why = foreign
      ? `there is “${foreign}” in it, and a fingerprint has only the digits 0 to 9 and the letters a to f`
      : `it has ${digits.length} characters, and a fingerprint has 64`;
    return `The fingerprint given cannot be read: ${why}. ${lookAgain}`;
  }
  if (isCheckpoint.test(given))
    return 'What was given as the key is a checkpoint, or a part of one: it belongs under “An older checkpoint, as printed”. On the command line it comes in a file, after --since.';
  return 'What was given as the key is neither a whole key (name+id+base64) nor a fingerprint (64 characters, in groups of four), so it cannot be read. Both stand at the foot of a summary, and on the page that a certificate’s code opens.';
}
