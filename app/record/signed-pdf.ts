import { base64, fromBase64, hex, textOf, utf8 } from './bytes';
import { sha256 } from './hashing';
import { openNote, parseNote, parseVerifierKey, signNote, verifierKey } from './note';

/**
 * A PDF with a signed note of its own digest behind its end, where readers of PDFs look at nothing: whatever is changed
 * on its pages shows. The note names its key, as the manifest of an export does.
 */
type Signer = Parameters<typeof signNote>[2];

const head = 'An Attune PDF, 1';
const mark = '\n%attune ';
const end = '\n%%EOF\n';
/** Longer than any note with its mark, in bytes. */
const tail = 2000;

/** @param origin of the school's record; the key's name in the note. */
export function signPdf(pdf: Uint8Array, origin: string, signer: Signer): Uint8Array {
  const text = [head, `sha256 ${hex(sha256(pdf))}`, verifierKey(origin, signer.publicKey), ''];
  const note = signNote(text.join('\n'), origin, signer);
  const behind = utf8(`${mark}${base64(utf8(note))}${end}`);
  const signed = new Uint8Array(pdf.length + behind.length);
  signed.set(pdf);
  signed.set(behind, pdf.length);
  return signed;
}

/** The PDF, and the key that signed it as it is; null when it is not signed at all, `altered` when something was changed since. */
export function openSignedPdf(
  signed: Uint8Array,
): { pdf: Uint8Array; publicKey: Uint8Array } | 'altered' | null {
  const last = latin(signed.subarray(-tail));
  const at = last.lastIndexOf(mark);
  if (at < 0) return null;
  const pdf = signed.subarray(0, signed.length - last.length + at);
  const written = last.slice(at + mark.length, -end.length);
  const note = textOf(fromBase64(written) ?? new Uint8Array());
  const [first, digest, named = ''] = parseNote(note)?.text.split('\n') ?? [];
  const key = parseVerifierKey(named);
  const whole =
    last.endsWith(end) && first === head && digest === `sha256 ${hex(sha256(pdf))}` && key;
  return whole && openNote(note, key.publicKey) ? { pdf, publicKey: key.publicKey } : 'altered';
}

/** A character a byte. */
export function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
