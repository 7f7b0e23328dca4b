import { unzlibSync } from 'fflate';
import { textOf } from '../bytes';
import { latin } from '../signed-pdf';

/** The texts of the files kept inside a PDF as Attune writes it, in the order in which they stand there. */
export function keptInPdf(pdf: Uint8Array): string[] {
  const text = latin(pdf);
  const kept: string[] = [];
  for (const { index } of text.matchAll(/\/Type \/EmbeddedFile\b/g)) {
    const start = /stream\r?\n/g;
    start.lastIndex = index;
    const found = start.exec(text);
    if (!found) continue;
    const about = text.slice(index, found.index);
    const length = Number(/\/Length (\d+)/.exec(about)?.[1] ?? 0);
    const from = found.index + found[0].length;
    const bytes = pdf.subarray(from, from + length);
    const content = about.includes('/FlateDecode') ? unpacked(bytes) : bytes;
    if (content) kept.push(textOf(content));
  }
  return kept;
}

function unpacked(bytes: Uint8Array): Uint8Array | null {
  try {
    return unzlibSync(bytes);
  } catch {
    return null;
  }
}
