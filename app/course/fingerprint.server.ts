import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** SHA-256 of the names and texts of the files directly in these folders: unchanged, there is nothing to read again. */
export async function fingerprintOf(
  contentDir: string,
  folders: readonly string[],
): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(path.join(contentDir, folder), { withFileTypes: true }).catch(
      () => [],
    );
    const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    for (const name of names.sort()) {
      const text = await readFile(path.join(contentDir, folder, name));
      hash.update(`${folder}/${name}\0${text.length}\0`).update(text);
    }
  }
  return hash.digest('hex');
}

/** SHA-256, hex, of these texts in this order. */
export function fingerprintOfText(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex');
}
