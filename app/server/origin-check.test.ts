import { expect, test } from 'vitest';
import { mayChange } from './origin-check';

const own = 'https://attune.example';
const post = { method: 'POST', origin: own, site: 'same-origin' };

test('a form from our own pages may change things', () => {
  expect(mayChange(post, own)).toBe(true);
});

test('a form from another website may not', () => {
  expect(mayChange({ ...post, origin: 'https://elsewhere.example' }, own)).toBe(false);
  expect(mayChange({ ...post, origin: undefined, site: 'cross-site' }, own)).toBe(false);
});

test('a sibling domain is another website', () => {
  expect(mayChange({ ...post, site: 'same-site' }, own)).toBe(false);
  expect(mayChange({ ...post, origin: 'https://attune.example.evil.example' }, own)).toBe(false);
});

test('an opaque origin may not', () => {
  expect(mayChange({ ...post, origin: 'null' }, own)).toBe(false);
});

test('reading is always allowed, wherever the link stood', () => {
  expect(mayChange({ method: 'GET', origin: undefined, site: 'cross-site' }, own)).toBe(true);
});

test('on loopback, localhost and 127.0.0.1 count as one, but not another port', () => {
  const local = { method: 'POST', origin: 'http://127.0.0.1:3000', site: 'same-origin' };
  expect(mayChange(local, 'http://localhost:3000')).toBe(true);
  expect(mayChange({ ...local, origin: 'http://127.0.0.1:3001' }, 'http://localhost:3000')).toBe(
    false,
  );
});

test('a program that sends neither header is let through', () => {
  expect(mayChange({ method: 'POST', origin: undefined, site: undefined }, own)).toBe(true);
});
