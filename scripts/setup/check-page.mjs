import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { root } from './say.mjs';

const source = (name) => path.join(root, 'app/pages/check', name);
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function bundle(entry) {
  const { outputFiles } = buildSync({
    entryPoints: [source(entry)],
    ...{ bundle: true, minify: true, write: false, format: 'iife', platform: 'browser' },
    ...{ target: 'es2022', charset: 'utf8', tsconfig: path.join(root, 'tsconfig.json') },
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
    logLevel: 'error',
  });
  const text = outputFiles[0].text.trim();
  // Either would end the element that the text stands in, or begin a comment inside it.
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${entry} cannot stand inside a page`);
  return text;
}

/**
 * The page that checks a record, as one HTML file: script, styles and picture inside, and a policy of its own that lets
 * nothing else run and asks no network for anything.
 */
export function checkPage() {
  const [script, style] = [bundle('main.ts'), bundle('page.css')];
  const icon = readFileSync(path.join(root, 'public/favicon.svg'), 'utf8');
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    'worker-src blob:',
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const places = {
    'content="policy"': `content="${policy}"`,
    'href="icon"': `href="data:image/svg+xml,${encodeURIComponent(icon)}"`,
    '<!--style-->': `<style>${style}</style>`,
    '<!--script-->': `<script>${script}</script>`,
  };
  let html = readFileSync(source('page.html'), 'utf8');
  for (const [place, text] of Object.entries(places)) {
    if (!html.includes(place)) throw new Error(`page.html has no place for ${place}`);
    html = html.replace(place, () => text);
  }
  return html;
}

export const checkPageFile = path.join(root, 'build/check/attune-check.html');

export function buildCheckPage() {
  mkdirSync(path.dirname(checkPageFile), { recursive: true });
  writeFileSync(checkPageFile, checkPage());
}
