import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKeyring } from './keyring.server';

const folder = () => mkdtempSync(path.join(tmpdir(), 'attune-keyring-'));
const fileIn = (dataDir: string) => path.join(dataDir, 'keys', 'words.key');

test('whatever was typed comes back as it was typed', () => {
  const keyring = loadKeyring(folder());
  const text = fc.string({ unit: 'grapheme', maxLength: 400 });
  fc.assert(
    fc.property(text, text, (typed, context) => {
      expect(keyring.decrypt(keyring.encrypt(typed, context), context)).toBe(typed);
    }),
  );
});

test('the key is made once, for its owner alone, and opens the words after a restart', () => {
  const dataDir = folder();
  const sealed = loadKeyring(dataDir).encrypt('I felt out of my depth', 'reflection:1');
  expect(statSync(fileIn(dataDir)).mode & 0o777).toBe(0o600);
  expect(loadKeyring(dataDir).decrypt(sealed, 'reflection:1')).toBe('I felt out of my depth');
});

test('a key that others could read is closed to them', () => {
  const dataDir = folder();
  loadKeyring(dataDir);
  chmodSync(fileIn(dataDir), 0o644);
  loadKeyring(dataDir);
  expect(statSync(fileIn(dataDir)).mode & 0o777).toBe(0o600);
});

test('the words are not in what is stored, and the same words look different each time', () => {
  const keyring = loadKeyring(folder());
  const sealed = keyring.encrypt('private', 'c');
  expect(sealed).not.toContain('private');
  expect(Buffer.from(sealed.slice(3), 'base64').toString('latin1')).not.toContain('private');
  expect(keyring.encrypt('private', 'c')).not.toBe(sealed);
});

test('another key, another person’s context or one altered byte opens nothing', () => {
  const keyring = loadKeyring(folder());
  const sealed = keyring.encrypt('private', 'reflection:1');
  const bytes = Buffer.from(sealed.slice(3), 'base64');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => loadKeyring(folder()).decrypt(sealed, 'reflection:1')).toThrow();
  expect(() => keyring.decrypt(sealed, 'reflection:2')).toThrow();
  expect(() => keyring.decrypt(`v1.${bytes.toString('base64')}`, 'reflection:1')).toThrow();
});

test('a file that is not a key is refused in words and left as it is', () => {
  const dataDir = folder();
  loadKeyring(dataDir);
  writeFileSync(fileIn(dataDir), 'oh no\n');
  expect(() => loadKeyring(dataDir)).toThrow(/does not hold a key for private words/);
  expect(readFileSync(fileIn(dataDir), 'utf8')).toBe('oh no\n');
});
