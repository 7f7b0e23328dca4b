import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { base64 } from './bytes';
import { openCheckpoint, parseCheckpointText, readCheckpoint, signCheckpoint } from './checkpoint';
import { hashLeaf } from './merkle';
import { keyId, openNote, parseNote, parseVerifierKey, signNote, verifierKey } from './note';
import { loadRecordKey, recordKeyOf } from './signing-key.server';

// Go, x/mod/sumdb/note: example_test.go and note_test.go.
const neumann = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const neumannSecret = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const text =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n";
const signed = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
const signedTwice = `${signed}— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n`;

const seed = Buffer.from(neumannSecret, 'base64').subarray(1);
const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
const signer = recordKeyOf(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));

const keyOf = (text: string) => {
  const key = parseVerifierKey(text);
  if (!key) throw new Error('not a key');
  return key;
};

test('the example of Go’s note package opens, and we sign it byte for byte the same', () => {
  const { name, publicKey } = keyOf(neumann);
  expect(name).toBe('PeterNeumann');
  expect(openNote(signed, publicKey)).toEqual({ text, name: 'PeterNeumann' });
  expect(openNote(signedTwice, publicKey)).toEqual({ text, name: 'PeterNeumann' });
  expect(parseNote(signedTwice)?.signatures.map((s) => s.name)).toEqual([
    'PeterNeumann',
    'EnochRoot',
  ]);
  expect(signNote(text, 'PeterNeumann', signer)).toBe(signed);
  expect(verifierKey('PeterNeumann', signer.publicKey)).toBe(neumann);
});

test('the example of the C2SP specification opens', () => {
  const { publicKey } = keyOf(
    'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  );
  const note =
    'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
  expect(openNote(note, publicKey)?.text).toBe('This is an example message.\n');
});

test('a verifier key that was cut, changed, or is of another kind is refused', () => {
  for (let i = 0; i <= neumann.length; i++) {
    for (let j = i + 1; j <= neumann.length; j++) {
      if (j - i < neumann.length) expect(parseVerifierKey(neumann.slice(i, j))).toBeNull();
    }
  }
  for (let i = 0; i < neumann.length; i++) {
    const next = String.fromCharCode(neumann.charCodeAt(i) + 1);
    expect(parseVerifierKey(neumann.slice(0, i) + next + neumann.slice(i + 1))).toBeNull();
  }
  // Wrong length and unknown kind, each with the id adjusted (note_test.go).
  const bad = [
    'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  ];
  for (const key of bad) expect(parseVerifierKey(key)).toBeNull();
});

test('a note is refused when its text, signature or form was changed', () => {
  const { publicKey } = keyOf(neumann);
  const changed = [
    signed.replace('answer', 'cause'),
    signed.replace('x08go/Z', 'x08go/a'),
    signed.replace('— PeterNeumann', '— PeterNeuman'),
    signed.replace('\n\n', '\n'),
    signed.replace('If you', 'If\tyou'),
    signed.slice(0, -1),
    `${signed}no signature\n`,
    '',
  ];
  for (const note of changed) expect(openNote(note, publicKey)).toBeNull();
});

test('text that cannot be a note is not signed', () => {
  expect(() => signNote('no newline', 'a', signer)).toThrow();
  expect(() => signNote('a tab\t\n', 'a', signer)).toThrow();
  expect(() => signNote('text\n', 'two words', signer)).toThrow();
});

test('a checkpoint goes out as the specification lays it out and comes back', () => {
  const checkpoint = { origin: 'attune/record/willow', size: 3, root: hashLeaf(Buffer.from('x')) };
  const note = signCheckpoint(checkpoint, signer);
  const [origin, size, root, blank, signature] = note.split('\n');
  expect([origin, size, blank]).toEqual(['attune/record/willow', '3', '']);
  expect(root).toBe(base64(checkpoint.root));
  expect(signature).toMatch(/^— attune\/record\/willow [A-Za-z0-9+/]+=*$/);
  expect(openCheckpoint(note, signer.publicKey)).toEqual(checkpoint);
  expect(openCheckpoint(note.replace('\n3\n', '\n4\n'), signer.publicKey)).toBeNull();
  expect(readCheckpoint(note)).toEqual(checkpoint);
});

test('the tree notes of Go’s tlog package are read as published', () => {
  const golden =
    'go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n';
  expect(parseCheckpointText(golden)).toEqual({
    origin: 'go.sum database tree',
    size: 123456789012,
    root: hashLeaf(Buffer.from('hello world')),
  });
  expect(parseCheckpointText(golden.replace('123456789012', '0xabcdef'))).toBeNull();
  expect(parseCheckpointText(golden.replace('123456789012', '0123'))).toBeNull();
  expect(parseCheckpointText(golden.replace('wBb0=', 'wBTOOBIG='))).toBeNull();
});

test('the key id is the first four bytes of the hash of name, newline, kind and key', () => {
  const key = keyOf(neumann).publicKey;
  expect(keyId('PeterNeumann', key)).toBe('c74f20a3');
});

test('the signing key is made once, readable by its owner alone, and kept', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'attune-key-'));
  const first = loadRecordKey(dir);
  const file = path.join(dir, 'keys', 'record.key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(loadRecordKey(dir).publicKey).toEqual(first.publicKey);
  expect(first.fingerprint).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  writeFileSync(file, 'not a key');
  expect(() => loadRecordKey(dir)).toThrow(/cannot be read as a key/);
  rmSync(dir, { recursive: true });
});
