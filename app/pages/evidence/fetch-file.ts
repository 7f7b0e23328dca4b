import type { Progress } from '~/record/export/progress';
import { FrameReader, framedType } from './progress-frames';

/** What stands in the way of taking a file with word of its progress: it is then left to the browser. */
export class NotFramed extends Error {}

/**
 * Takes a download piece by piece.
 * @param told called as it grows, at most once a piece
 * @throws NotFramed when the server answered with anything else, its words for instance; DOMException when given up
 */
export async function fetchFile(
  href: string,
  signal: AbortSignal,
  told: (progress: Progress) => void,
): Promise<{ name: string; file: Blob }> {
  const url = new URL(href, location.href);
  url.searchParams.set('progress', 'yes');
  const answer = await fetch(url, { signal });
  const { body, headers } = answer;
  if (!answer.ok || !body || headers.get('Content-Type') !== framedType) throw new NotFramed();
  const [, name = 'download'] =
    /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '') ?? [];
  const frames = new FrameReader();
  const parts: BlobPart[] = [];
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (const frame of frames.push(read.value)) {
      if ('bytes' in frame) parts.push(frame.bytes);
      else told(frame.progress);
    }
  }
  if (!frames.whole || parts.length === 0) throw new Error('The file was cut off');
  return { name, file: new Blob(parts) };
}

/** Gives it to the person as a file to keep. */
export function keepFile(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
