import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path';

test('a page of this site keeps its path and query', () => {
  expect(localPath('/learn/attachment-patterns/quiz?item=2')).toBe(
    '/learn/attachment-patterns/quiz?item=2',
  );
});

test.each([
  null,
  undefined,
  '',
  'learn',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/./\\elsewhere.example',
  '/..//elsewhere.example',
  'javascript:alert(1)',
])('%j leads home', (next) => {
  expect(localPath(next)).toBe('/');
});

test('whatever is asked for, a browser stays on this site', () => {
  const tricky = fc
    .array(
      fc.constantFrom('/', '\\', '.', '@', ':', '\t', '\n', '?', '#', '%2f', 'evil.example', 'a'),
    )
    .map((parts) => `/${parts.join('')}`);
  fc.assert(
    fc.property(fc.oneof(tricky, fc.string()), (next) => {
      const there = new URL(localPath(next), 'http://attune.example/sign-in');
      expect(there.origin).toBe('http://attune.example');
    }),
  );
});
