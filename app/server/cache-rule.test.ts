import { expect, test } from 'vitest';
import { cacheRule } from './cache-rule';
import { makeReference } from './reference';

test('a page is kept by no cache unless it says the same to everyone', () => {
  expect(cacheRule('/privacy')).toBe('no-cache');
  expect(cacheRule('/privacy.data')).toBe('no-cache');
  for (const path of [
    '/',
    '/_root.data',
    '/learn',
    '/learn/x/privacy',
    '/join/AB',
    '/verify/1',
    '/privacy/x',
  ])
    expect(cacheRule(path)).toBe('private, no-store');
});

test('a reference can be read out over the telephone', () => {
  for (let n = 0; n < 50; n += 1)
    expect(makeReference()).toMatch(
      /^[ACDEFHJKMNPQRTUVWXY34679]{4}-[ACDEFHJKMNPQRTUVWXY34679]{4}$/,
    );
});
