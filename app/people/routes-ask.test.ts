import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { expect, test } from 'vitest';
import routes from '~/routes';

const app = path.resolve(import.meta.dirname, '..');

/** Open to anyone, each for its reason; every other loader and action asks for the person and their right. */
const open: Record<string, string> = {
  'pages/public/home.tsx': 'leads whoever is signed in to their first screen',
  'pages/public/sign-in.tsx': 'before it nobody is signed in',
  'pages/public/sign-out.tsx': 'signs out whoever it is',
  'pages/public/setup.tsx': 'behind the one-time code',
  'pages/public/join.tsx': 'behind a one-use code',
  'pages/public/verify.tsx': 'what a certificate’s code proves, to anyone',
  'pages/public/governors.tsx': 'totals alone, behind a link that the head made',
  'pages/public/governors-pdf.ts': 'totals alone, behind a link that the head made',
  'pages/public/privacy.tsx': 'the same words for everyone',
  'pages/public/accessibility.tsx': 'the same words for everyone',
  'pages/public/not-found.tsx': 'the same words for everyone',
  'pages/public/healthz.ts': 'for whoever watches the server',
  'pages/public/quiz-code.tsx': 'behind a one-use code',
  'pages/learn/by-code.tsx': 'asks the guard for a session that a quiz code began',
  'pages/account/still-here.ts': 'asks the guard itself, and answers 401 without a redirect',
  'pages/learn/drafts.ts': 'asks the guard itself, for an ended session may keep a draft',
};

const files = (list: RouteConfigEntry[]): string[] =>
  list.flatMap((entry) => [entry.file, ...files(entry.children ?? [])]);

/** The source of an exported function, from its name to the next line that closes at the margin. */
function exported(source: string, name: 'loader' | 'action'): string | null {
  const from = source.search(new RegExp(`^export (async )?(function|const) ${name}\\b`, 'm'));
  if (from < 0) return null;
  const rest = source.slice(from);
  return rest.slice(0, rest.slice(1).search(/^[})]/m) + 1);
}

const map = await routes;
const written = files(map).filter((file) => existsSync(path.join(app, file)));

test.each(written.filter((file) => !(file in open)))(
  '%s asks for the person and their right in every loader and action',
  (file) => {
    const source = readFileSync(path.join(app, file), 'utf8');
    const loader = exported(source, 'loader');
    const action = exported(source, 'action');
    expect(loader ?? action, 'a page for somebody has a loader or an action').not.toBeNull();
    if (loader !== null) expect(loader).toMatch(/await requirePerson\(/);
    if (action !== null) expect(action).toMatch(/await requireForm\(/);
  },
);

test('every open page is on the map, and none is open without a reason', () => {
  const all = files(map);
  for (const [file, reason] of Object.entries(open)) {
    expect(all).toContain(file);
    expect(reason).toMatch(/\w+ \w+/);
  }
});
