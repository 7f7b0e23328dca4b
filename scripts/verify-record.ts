import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Given } from '~/record/verify/given';
import { reportLines } from '~/record/verify/report';
import { Unfit } from '~/record/verify/unfit';
import { verifyFile } from '~/record/verify/verify-file';

const usage = 'npm run verify-record -- [FILE] [--key KEY] [--since CHECKPOINT]';

// Exit 0 when everything fits, 1 naming the first thing that does not, 2 when nothing could be checked.
async function main(): Promise<string[]> {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string' }, since: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (more.length > 0) throw new TypeError('One file at a time.');
  const given: Given = {
    key: values.key === undefined ? undefined : textOf(values.key),
    older: values.since === undefined ? undefined : read(values.since),
  };
  return file ? reportLines(verifyFile(read(file), given)) : live(given);
}

/** Only here is a database opened, so that a zip is checked without one. */
async function live(given: Given): Promise<string[]> {
  const { readConfig } = await import('~/config.server');
  const { openReadOnly } = await import('~/record/open-read-only.server');
  const { verifyLive } = await import('~/record/verify-live.server');
  const { dataDir } = readConfig(process.env);
  const file = path.join(dataDir, 'attune.db');
  if (!existsSync(file))
    throw new Unfit(`There is no database at ${file}. Set DATA_DIR, or name a zip file.`, false);
  const keyFile = path.join(dataDir, 'keys', 'record.key');
  const publicKey = existsSync(keyFile) ? rawPublicKey(readFileSync(keyFile)) : null;
  const db = openReadOnly(file);
  try {
    return verifyLive(db, publicKey, given);
  } finally {
    db.$client.close();
  }
}

const rawPublicKey = (pem: Buffer) =>
  createPublicKey(pem).export({ type: 'spki', format: 'der' }).subarray(-32);

/** A key, or the name of a file that holds one. */
const textOf = (key: string) => (existsSync(key) ? readFileSync(key, 'utf8') : key);

function read(file: string): Uint8Array {
  if (existsSync(file)) return readFileSync(file);
  throw new Unfit(`There is no file ${file}.`, false);
}

try {
  console.log((await main()).join('\n'));
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'unfit') {
    const { message, checked } = error as Unfit;
    console.error(
      `${checked ? 'Something does not fit.' : 'This could not be checked.'} ${message}`,
    );
    process.exit(checked ? 1 : 2);
  }
  if (error instanceof TypeError) {
    console.error(`${error.message}\nUsage: ${usage}`);
    process.exit(2);
  }
  throw error;
}
