import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { unreadable } from './unreadable';

/** The largest file, in bytes. */
export const largestFile = 5_000_000;

const asCsv = 'In the spreadsheet choose File, Save as, “CSV UTF-8”, and upload that file.';

/** What files of other kinds begin with, and what to do instead. */
const otherKinds: [start: readonly number[], words: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], `This is a spreadsheet (.xlsx or .ods) and not a CSV file. ${asCsv}`],
  [[0xd0, 0xcf, 0x11, 0xe0], `This is an older Excel file (.xls) and not a CSV file. ${asCsv}`],
  [[0x25, 0x50, 0x44, 0x46], `This is a PDF. Attune reads CSV files. ${asCsv}`],
  [[0x89, 0x50, 0x4e, 0x47], `This is a picture. Attune reads CSV files. ${asCsv}`],
  [[0xff, 0xd8, 0xff], `This is a picture. Attune reads CSV files. ${asCsv}`],
];

/**
 * A CSV file's text, from UTF-8 and UTF-16 (a byte order mark says which) or else Windows-1252, which is what Excel on an
 * English computer writes when it is not asked for UTF-8. Node’s own TextDecoder reads 0x80–0x9F of Windows-1252 as
 * control characters, so that O’Hara would lose her apostrophe: hence iconv-lite.
 *
 * @throws PeopleError `unreadable-list` for a file that is no text, with what to do instead.
 */
export function toText(bytes: Buffer): string {
  if (bytes.length === 0) throw unreadable('This file is empty.');
  if (bytes.length > largestFile) {
    throw unreadable('This file is over 5 MB. Keep the columns listed below, leave out the rest.');
  }
  const kind = otherKinds.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (kind) throw unreadable(kind[1]);
  const text = iconv.decode(bytes, encodingOf(bytes));
  if (text.includes('\0')) throw unreadable(`This file is not text. ${asCsv}`);
  return text;
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  return isUtf8(bytes) ? 'utf8' : 'win1252';
}
