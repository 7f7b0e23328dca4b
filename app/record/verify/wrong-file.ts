import { textOf } from '../bytes';
import { parseCheckpointText, readCheckpoint } from '../checkpoint';
import { exportFiles } from '../export/manifest';
import { latin } from '../signed-pdf';
import { asMeant } from './copied';

const asked =
  'choose a training-record.zip or everything.zip, a certificate’s PDF or its proof, as it was downloaded.';

/** How each kind of file begins, a character a byte. */
const pictures = /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif))/s;

/** Of a file that is no zip, no PDF and no proof: what it is, and what to choose or ask for instead. */
export function whyNothingToCheck(file: Uint8Array): string {
  if (file.length === 0)
    return 'This file is empty (0 bytes): it was not saved whole. Download it again, or ask for it again.';
  const start = latin(file.subarray(0, 400));
  if (pictures.test(start))
    return `This is a picture, whatever the end of its name says, and carries no proof: ${asked}`;
  if (/^\W*<(!doctype html|html)/i.test(start))
    return `This is a web page that was saved in place of the file, perhaps because nobody was signed in: ${asked}`;
  if (latin(file.subarray(-22)).startsWith('PK\x05\x06'))
    return 'This zip has lost its start: it was damaged on its way, or only a part of it was saved. Download it again, or ask for it again.';
  const text = file.length < 10_000 ? asMeant(textOf(file)) : '';
  if (readCheckpoint(text) ?? parseCheckpointText(text))
    return 'This is a checkpoint, which other files are compared with. Its place is under “What you have from elsewhere”, as “A file with an older checkpoint”: here goes the file that you want checked. On the command line a checkpoint comes after --since.';
  const line = start.split(/\r?\n/)[0] ?? '';
  if (line.includes('module_id') && line.includes('standard_met'))
    return 'A training-record.csv alone carries no proof: ask for the ZIP that it came in.';
  return `This carries no proof, so there is nothing to check: ${asked} A table (CSV) on its own carries none.`;
}

/** Of the names in a zip that cannot be a training record: what it is; null where it may be one. */
export function whyNoRecord(names: Iterable<string>): string | null {
  const all = new Set(names);
  if ([...exportFiles, 'manifest.note'].some((name) => all.has(name))) return null;
  return `This zip holds no training record (there is no manifest.note in it), so there is nothing to check: ${asked}`;
}

/** Its list of contents stands at the end; in an archive with a workbook inside, the manifest's name does too. */
export function isWorkbook(file: Uint8Array): boolean {
  const last = latin(file.subarray(-65_536));
  return last.includes('xl/workbook.xml') && !last.includes('manifest.note');
}
