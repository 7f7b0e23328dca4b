import { expect, test } from 'vitest';
import { readArchived } from '~/course/archive.server';
import { testModule } from '~/learning/test-module';
import { makeTestSchool } from '~/learning/test-school';
import { recordedInWords, signedInWords } from './sign-off-words';
import { type NewSignOff, signOffs, signVersion, withdrawSignOff } from './sign-offs.server';

const read = (more: Partial<NewSignOff> = {}): NewSignOff => ({
  module: testModule.slug,
  contentHash: testModule.contentHash,
  role: 'educational psychologist',
  name: '',
  readOn: '2026-09-03',
  readFor: 'psychological accuracy',
  verdict: 'fit',
  remarks: '',
  recordedFor: 'on paper',
  ...more,
});

test('a sign-off holds for the very version that was read, and says who recorded it', () => {
  const school = makeTestSchool();
  signVersion(school.attune, school.other, read());
  const next = { ...testModule, contentHash: 'hash-of-patterns-2' };
  school.serve(next);
  const { db } = school.attune;
  expect(signOffs(db, 'school', next.contentHash)).toEqual([]);
  const [signed, ...more] = signOffs(db, 'school', testModule.contentHash);
  expect(more).toEqual([]);
  expect(signed && signedInWords(signed)).toBe(
    'Read whole by an educational psychologist on 3 September 2026, and found fit to use.',
  );
  expect(signed && recordedInWords(signed)).toBe(
    'Recorded on 7 September 2026 by Dan Cole, for the reader, who signed it on paper.',
  );
});

test('the version that was signed is kept whole', () => {
  const school = makeTestSchool();
  signVersion(school.attune, school.ta, read());
  expect(readArchived(school.attune.db, testModule.contentHash)?.title).toBe(testModule.title);
});

test('remarks belong to a sign-off with remarks only', () => {
  const school = makeTestSchool();
  signVersion(school.attune, school.ta, read({ remarks: 'left in the box' }));
  signVersion(
    school.attune,
    school.ta,
    read({ verdict: 'with remarks', remarks: 'Say more on sleep', name: 'Dr Silva' }),
  );
  const [fit, remarks] = signOffs(school.attune.db, 'school');
  expect(fit?.remarks).toBe('');
  expect(remarks?.remarks).toBe('Say more on sleep');
  expect(remarks && signedInWords(remarks)).toBe(
    'Read whole by Dr Silva (educational psychologist) on 3 September 2026, with remarks.',
  );
});

test('a version that is not known and a day to come are refused', () => {
  const school = makeTestSchool();
  const sign = (more: Partial<NewSignOff>) => () =>
    signVersion(school.attune, school.ta, read(more));
  expect(sign({ contentHash: 'unknown' })).toThrow('no such version');
  expect(sign({ module: 'other' })).toThrow('no such version');
  expect(sign({ readOn: '2026-09-08' })).toThrow('today or earlier');
  expect(signOffs(school.attune.db, 'school')).toEqual([]);
});

test('a sign-off taken back holds no more, and only its own school may do that', () => {
  const school = makeTestSchool();
  const id = signVersion(school.attune, school.ta, read({ recordedFor: null }));
  expect(signOffs(school.attune.db, 'elsewhere')).toEqual([]);
  expect(() => withdrawSignOff(school.attune, { schoolId: 'elsewhere' }, id)).toThrow('no such');
  expect(signOffs(school.attune.db, 'school')).toHaveLength(1);
  withdrawSignOff(school.attune, { schoolId: 'school' }, id);
  expect(signOffs(school.attune.db, 'school')).toEqual([]);
});
