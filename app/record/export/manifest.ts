import { z } from 'zod';
import { exportFormats } from './csv-cells';
import { exportChoice } from './export-choice';

/** What an export needs to be checked. */
export const exportFiles = [
  'training-record.csv',
  'leaves.jsonl',
  'openings.jsonl',
  'checkpoint.txt',
  'READ-ME.txt',
] as const;
export type ExportFile = (typeof exportFiles)[number];

/** What the signed note of an export says: which files, of which day, of which tree. */
export const manifest = exportChoice.extend({
  format: z.enum(exportFormats),
  school: z.object({ id: z.string(), name: z.string(), urn: z.string().nullable() }),
  /** Events on the record by the end of that day. */
  sizeAsAt: z.number().int().nonnegative(),
  /** Civil date. */
  madeOn: z.string(),
  rows: z.number().int().nonnegative(),
  checkpoint: z.object({ origin: z.string(), size: z.number().int(), root: z.string() }),
  /** For other people's tools: name+id+base64. */
  verifierKey: z.string(),
  /** SHA-256 of each file, hex: of those above, and of whatever else travels with them. */
  files: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifest>;

/** Files of an archive that travel beside the register, with their digests in the signed manifest. */
export function filesBeside({ files }: Manifest): string[] {
  const known: readonly string[] = exportFiles;
  return Object.keys(files).filter((name) => !known.includes(name));
}

export function manifestText(of: Manifest): string {
  return `${JSON.stringify(of, null, 2)}\n`;
}

export function parseManifest(text: string): Manifest | null {
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
