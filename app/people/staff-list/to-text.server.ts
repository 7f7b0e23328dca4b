import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { unreadable } from './unreadable';

/** The largest file, in bytes. */
export const largestFile = 5_000_000;

const asCsv = 'In the spreadsheet choose File, Save as, “CSV UTF-8”, and upload that file.';

const picture = `This is a picture. Attune reads CSV files. ${asCsv}`;

/** What files of other kinds begin with, and what to do instead. */
const otherKinds: [start: string, words: string][] = [
  ['PK\x03\x04', `This is a spreadsheet (.xlsx or .ods) and not a CSV file. ${asCsv}`],
  ['\xd0\xcf\x11\xe0', `This is an older Excel file (.xls) and not a CSV file. ${asCsv}`],
  ['%PDF', `This is a PDF. Attune reads CSV files. ${asCsv}`],
  ['{\\rtf', `This is a Word document. Copy the table into a spreadsheet first. ${asCsv}`],
  ['\x1f\x8b', 'This is a compressed file. Unpack it first, and upload the CSV file inside.'],
  ['\x89PNG', picture],
  ['\xff\xd8\xff', picture],
  ['GIF8', picture],
  ['RIFF', picture],
];

/**
 * A CSV file's text, from UTF-8 and UTF-16 (with its byte order mark or without) or else Windows-1252, which is what Excel
 * on an English computer writes when it is not asked for UTF-8. Node’s own TextDecoder reads 0x80–0x9F of Windows-1252 as
 * control characters, so that O’Hara would lose her apostrophe: hence iconv-lite.
 *
 * @throws PeopleError `unreadable-list` for a file that is no text, with what to do instead.
 */
export function toText(bytes: Buffer): string {
  if (bytes.length === 0) throw unreadable('This file is empty.');
  if (bytes.length > largestFile) {
    throw unreadable('This file is over 5 MB. Keep the columns listed below, leave out the rest.');
  }
  const start = bytes.toString('latin1', 0, 8);
  const kind = otherKinds.find(([begins]) => start.startsWith(begins));
  if (kind) throw unreadable(kind[1]);
  const text = decode(bytes);
  if (text.includes('\0')) throw unreadable(`This file is not text. ${asCsv}`);
  if (/^\uFEFF?\s*<[!?a-z]/i.test(text)) {
    throw unreadable(`This is a web page, as some systems export in place of a list. ${asCsv}`);
  }
  return text;
}

/** Bytes of a text file as text, whichever of the encodings above it is in. */
export const decode = (bytes: Buffer): string => iconv.decode(bytes, encodingOf(bytes));

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  // Without a mark: of headings in English, every other byte is nought.
  const head = [...bytes.subarray(0, 32)];
  if (bytes.length % 2 === 0 && head.length === 32) {
    if (head.every((byte, i) => (i % 2 === 1) === (byte === 0))) return 'utf16le';
    if (head.every((byte, i) => (i % 2 === 0) === (byte === 0))) return 'utf16be';
  }
  return isUtf8(bytes) ? 'utf8' : 'win1252';
}
