import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, digestOfEncoded, encodeDisclosure, newSalts } from './disclosure';
import { canonical, idOf } from './leaf';

test('a digest is what RFC 9901, 4.2.3 publishes for its own example', () => {
  expect(
    digestOfEncoded('WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0'),
  ).toBe('X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0');
});

test('a disclosure is canonical JSON, so that what is kept in parts gives the same digest again', () => {
  const encoded = encodeDisclosure(['_26bc4LT-ac6q2KI6cBW5es', 'family_name', 'Möbius']);
  expect(Buffer.from(encoded, 'base64url').toString()).toBe(
    '["_26bc4LT-ac6q2KI6cBW5es","family_name","Möbius"]',
  );
  expect(digestOf(['s', 'x', { b: 1, a: [2] }])).toBe(digestOf(['s', 'x', { a: [2], b: 1 }]));
});

test('whatever its value is, a disclosure is written as the canonicalize package writes it, and its digest follows from that', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.jsonValue(), (salt, name, value) => {
      const written = Buffer.from(canonicalize([salt, name, value]) ?? '').toString('base64url');
      expect(encodeDisclosure([salt, name, value])).toBe(written);
      expect(digestOf([salt, name, value])).toBe(digestOfEncoded(written));
    }),
  );
});

test('salts are 128 bits and never the same', () => {
  const salts = newSalts(500);
  expect(new Set(salts).size).toBe(500);
  for (const salt of salts) expect(Buffer.from(salt, 'base64url')).toHaveLength(16);
});

const leaf = {
  school: 'willow “€” \u2028\u0007',
  seq: 4,
  at: 1_757_000_000_000,
  verb: 'left',
  object: 'a\\b"c',
  module: null,
  contentHash: null,
  digests: ['b', 'a'],
};

test('a leaf is written as RFC 8785 asks', () => {
  const whole = { id: idOf(leaf), ...leaf };
  expect(canonical(whole)).toBe(canonicalize(whole));
});

test('an event’s id changes with every field', () => {
  const changed = [
    { school: 'oak' },
    { seq: 5 },
    { at: leaf.at + 1 },
    { verb: 'joined' },
    { object: 'x' },
    { module: 'm' },
    { contentHash: 'h' },
    { digests: ['a', 'b'] },
  ];
  const ids = [leaf, ...changed.map((change) => ({ ...leaf, ...change }))].map(idOf);
  expect(new Set(ids).size).toBe(ids.length);
});
