import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './support/server';
import { expect, test } from './support/test';

const asset = () =>
  readdirSync(path.join(root, 'build/client/assets')).find((name) => name.endsWith('.js')) ?? '';

test('the security headers stand on pages, their data, assets and whatever is not there', async ({
  request,
  world,
}) => {
  const paths = [
    '/sign-in',
    '/sign-in.data',
    '/learn',
    `/assets/${asset()}`,
    '/assets/nothing-of-the-kind.js',
    '/no/such/page',
    '/favicon.svg',
    '/healthz',
  ];
  for (const url of paths) {
    const headers = (await request.get(world.origin + url, { maxRedirects: 0 })).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, url).toContain("default-src 'none'");
    expect(policy, url).toContain("frame-ancestors 'none'");
    expect(policy, url).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/);
    expect(policy, url).not.toMatch(/unsafe|strict-dynamic|\*/);
    expect(headers['content-security-policy-report-only'], url).toBeUndefined();
    expect(headers['x-content-type-options'], url).toBe('nosniff');
    expect(headers['referrer-policy'], url).toBe('same-origin');
    expect(headers['x-powered-by'], url).toBeUndefined();
  }
});

test('every answer has a nonce of its own', async ({ request, world }) => {
  const nonces = new Set<string>();
  for (let n = 0; n < 3; n += 1) {
    const headers = (await request.get(`${world.origin}/sign-in`)).headers();
    nonces.add(/nonce-([\w+/=]+)/.exec(headers['content-security-policy'] ?? '')?.[1] ?? '');
  }
  expect(nonces.size).toBe(3);
});

test('hashed assets may be kept for ever, pages may not, and an unknown asset is a plain 404', async ({
  request,
  world,
}) => {
  const file = await request.get(`${world.origin}/assets/${asset()}`);
  expect(file.headers()['cache-control']).toContain('immutable');
  const page = await request.get(`${world.origin}/sign-in`);
  expect(page.headers()['cache-control']).toMatch(/no-cache|no-store/);
  const gone = await request.get(`${world.origin}/assets/nothing-of-the-kind.js`);
  expect(gone.status()).toBe(404);
  expect(gone.headers()['content-type']).toContain('text/plain');
});
