import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { inTransaction } from '~db/client.server';
import { school } from '~db/schema/people';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { sizeAsAt } from './as-at.server';
import { certificateProof } from './certificate-proof.server';
import { certificate, certificateByCode, certificatesOf } from './certificates.server';
import { erasePerson } from './erase.server';
import { exampleRecord } from './example-record';
import { verifyInclusion } from './merkle';
import { verifierKey } from './note';
import { rebuild } from './rebuild.server';
import { formerNames, schoolNameAt } from './school-names.server';
import { recordKeyOf } from './signing-key.server';
import { reportLines } from './verify/report';
import { verifyProof } from './verify/verify-proof';
import { verifyLive } from './verify-live.server';

function lived() {
  const db = makeTestDb();
  const record = exampleRecord(db);
  record.joins('2025-09-01', 'jo');
  record.starts('2025-09-12', 'e1', 'jo');
  return { db, record, completion: record.completes('2025-09-20', 'e1', 'jo') };
}

test('a certificate keeps what it said on the day, and carries the proof that its event is on the record', () => {
  const { db, record, completion } = lived();
  record.add('2025-10-01', 'details changed', 'jo', { name: 'Jo Married' });
  const found = certificate(db, 'willow', completion);
  expect(found).toMatchObject({
    ...{ name: 'Name of jo', moduleTitle: 'About patterns', version: 1, minutes: 30 },
    ...{ completedOn: '2025-09-20', status: 'valid', schoolName: 'Willow Primary' },
    outcomes: ['Say what behaviour may be asking for'],
  });
  const { proof } = found ?? {};
  if (!proof) throw new Error('no proof');
  const bytes = (base64: string) => Buffer.from(base64, 'base64');
  const { checkpoint, index, hashes } = proof;
  const leaf = bytes(proof.leafHash);
  const root = bytes(checkpoint.root);
  expect(verifyInclusion(leaf, index, checkpoint.size, hashes.map(bytes), root)).toBe(true);
  expect(certificate(db, 'oak', completion)).toBeNull();
  expect(certificate(db, 'willow', 'no-such')).toBeNull();
});

test('a code tells anyone what was completed, when and where, and the initials alone', () => {
  const { db } = lived();
  const answer = certificateByCode(db, 'CODE-E1');
  expect(answer).toEqual({
    ...{ status: 'valid', initials: 'NOJ', module: 'patterns', moduleTitle: 'About patterns' },
    ...{
      version: 1,
      refreshes: null,
      minutes: 30,
      completedOn: '2025-09-20',
      refreshedOn: null,
      withdrawnOn: null,
      putBackOn: null,
      schoolName: 'Willow Primary',
      schoolNow: 'Willow Primary',
    },
    school: 'willow',
  });
  expect(certificateByCode(db, 'CODE-E2')).toBeNull();
  expect(certificateByCode(db, '')).toBeNull();
});

test('a code tells that the module was completed again since, and of a withdrawn completion not', () => {
  const { db, record } = lived();
  record.starts('2026-01-10', 'e2', 'jo', 'patterns', true);
  const later = record.completes('2026-01-12', 'e2', 'jo', 'patterns', true);
  record.starts('2026-02-10', 'e3', 'jo', 'other');
  record.completes('2026-02-12', 'e3', 'jo', 'other');
  expect(certificateByCode(db, 'CODE-E1')?.refreshedOn).toBe('2026-01-12');
  expect(certificateByCode(db, 'CODE-E2')?.refreshedOn).toBeNull();
  const reason = { reason: 'recorded in error' } as const;
  record.add('2026-03-01', 'withdrawn', later, reason, { person: 'jo', module: 'patterns' });
  expect(certificateByCode(db, 'CODE-E1')?.refreshedOn).toBeNull();
});

test('a code may be typed in small letters, with spaces and without hyphens', () => {
  const { db } = lived();
  db.$client.exec("update certificate_row set code = 'ABCD-2345-WXYZ'");
  for (const typed of ['abcd2345wxyz', ' ABCD 2345 WXYZ ', 'abcd-2345-wxyz']) {
    expect(certificateByCode(db, typed)).toMatchObject({ status: 'valid' });
  }
});

test('after an erasure a certificate has no name, and its code still says what is true', () => {
  const { db, completion } = lived();
  const erasure = { school: 'willow', person: 'jo', actor: 'lee', actorRole: 'lead' };
  inTransaction(db, (tx) => erasePerson(tx, new Date('2026-01-01'), erasure));
  expect(certificate(db, 'willow', completion)).toMatchObject({ name: null, status: 'valid' });
  expect(certificateByCode(db, 'CODE-E1')).toMatchObject({ initials: null, status: 'valid' });
});

test('someone’s certificates come newest first, and nobody else’s with them', () => {
  const { db, record } = lived();
  record.joins('2025-09-21', 'sam');
  record.starts('2025-10-12', 'e2', 'jo', 'other');
  record.completes('2025-10-20', 'e2', 'jo', 'other');
  record.starts('2025-10-21', 'e3', 'sam');
  record.completes('2025-10-22', 'e3', 'sam');
  expect(certificatesOf(db, 'willow', 'jo').map((c) => c.code)).toEqual(['CODE-E2', 'CODE-E1']);
});

test('a certificate’s proof is a file that holds with the school’s key alone', () => {
  const { db, record, completion } = lived();
  record.joins('2025-10-01', 'sam');
  const recordKey = recordKeyOf(generateKeyPairSync('ed25519').privateKey);
  const proof = certificateProof({ db, recordKey }, 'willow', completion) ?? '';
  const key = verifierKey('attune/record/willow', recordKey.publicKey);
  expect(proof).toMatch(/^c2sp\.org\/tlog-proof@v1\nextra \S+\nindex 5\n/);
  expect(reportLines(verifyProof(proof, { key })).join('\n')).toMatch(
    /Name of jo completed “About patterns”, version 1, on 20 September 2025\.\nIt is entry 5 of 7/,
  );
  const extra = proof.split('\n')[1]?.slice(6) ?? '';
  const shown = Buffer.from(extra, 'base64').toString();
  expect(shown).not.toMatch(/"actor"|"person"|ruleVersion/);
  const other = (change: (text: string) => string) =>
    proof.replace(extra, Buffer.from(change(shown)).toString('base64'));
  const forged: [string, RegExp][] = [
    [other((text) => text.replace('Name of jo', 'Name of al')), /“name” is not what was recorded/],
    [other((text) => text.replace('"completed"', '"withdrawn"')), /not in the record/],
    [proof.replace('index 5', 'index 4'), /not in the record/],
    [proof.replace('\n7\n', '\n8\n'), /not signed by that key/],
    [proof.slice(0, -90), /cut short|not signed/],
    ['c2sp.org/tlog-proof@v1\n', /not a certificate’s proof/],
  ];
  for (const [text, words] of forged) expect(() => verifyProof(text, { key })).toThrow(words);
  expect(() => verifyProof(proof, {})).toThrow(/checked with the school’s whole key/);
  expect(certificateProof({ db, recordKey }, 'oak', completion)).toBeNull();
});

test('a school that takes another name leaves the one that stands on certificates, and on the record as at that day', () => {
  const { db, record, completion } = lived();
  const rename = (day: string, schoolName: string, formerName: string) => {
    record.add(day, 'school renamed', 'willow', { schoolName, formerName });
    db.update(school).set({ name: schoolName }).run();
  };
  rename('2025-11-01', 'Willow Academy', 'Willow Primary');
  record.starts('2025-11-10', 'e2', 'jo');
  const later = record.completes('2025-11-20', 'e2', 'jo');
  const correction = { reason: 'wrong date', completedOn: '2025-09-19' } as const;
  record.add('2025-11-21', 'corrected', completion, correction, { person: 'jo' });
  rename('2026-01-05', 'Willow All-through', 'Willow Academy');

  const named = (id: string) => certificate(db, 'willow', id);
  expect(named(completion)).toMatchObject({
    ...{ schoolName: 'Willow Primary', schoolNow: 'Willow All-through', status: 'corrected' },
  });
  expect(named(later)?.schoolName).toBe('Willow Academy');
  expect(certificateByCode(db, 'CODE-E1')?.schoolName).toBe('Willow Primary');
  const asAt = (day: string) => schoolNameAt(db, 'willow', sizeAsAt(db, 'willow', day) - 1);
  expect(['2025-10-31', '2025-11-01', '2026-01-04', '2026-01-05'].map(asAt)).toEqual([
    ...['Willow Primary', 'Willow Academy', 'Willow Academy', 'Willow All-through'],
  ]);
  expect(formerNames(db, 'willow')).toEqual([
    { name: 'Willow Academy', until: '2026-01-05' },
    { name: 'Willow Primary', until: '2025-11-01' },
  ]);
  expect(rebuild(db)).toBeNull();
  expect(verifyLive(db, null, {}).join()).toMatch(/Everything fits/);
});
