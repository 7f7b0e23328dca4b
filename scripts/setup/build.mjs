import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root, run, say } from './say.mjs';

const stamp = path.join(root, 'build/.attune-built');
const sources = [
  'app',
  'db',
  'public',
  'package-lock.json',
  'scripts/setup/check-page.mjs',
  'vite.config.ts',
  'remix.config.js',
  'tsconfig.json',
];

function filesBelow(entry) {
  const full = path.join(root, entry);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && !/\.test\.tsx?$/.test(found.name))
    .map((found) => path.join(found.parentPath, found.name));
}

function sourceHash() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of sources.flatMap(filesBelow).sort())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Smallest forms of the browser's files, made once here and not at each request. */
function compressAssets() {
  const dir = path.join(root, 'build/client/assets');
  for (const name of readdirSync(dir).filter((file) => /\.(js|css|svg)$/.test(file))) {
    const bytes = readFileSync(path.join(dir, name));
    writeFileSync(
      path.join(dir, `${name}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
    writeFileSync(path.join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

/** Builds the app, unless what is built was made of just these sources. */
export function build() {
  const wanted = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building');
  run('npx', ['--no-install', 'remix', 'vite:build', '--logLevel', 'warn'], {
    NODE_ENV: 'production',
  });
  compressAssets();
  run(process.execPath, ['scripts/make-check-page.mjs']);
  writeFileSync(stamp, wanted);
}
