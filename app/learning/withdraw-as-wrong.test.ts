import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { certificatesOf } from '~/record/certificates.server';
import { attemptsOf } from './attempts.server';
import { currentEnrolment } from './enrolments.server';
import { startModule } from './start.server';
import { complete } from './test-completed';
import { testModule } from './test-module';
import { makeTestSchool, type TestSchool } from './test-school';
import { standingCompletions, withdrawAsWrong } from './withdraw-as-wrong.server';

let school: TestSchool;
let lead: Actor;
beforeEach(() => {
  school = makeTestSchool();
  lead = { ...school.other, role: 'lead' };
});

const standing = () => standingCompletions(school.attune.db, 'school', school.ta.personId);
const withdraw = (by = lead) =>
  withdrawAsWrong(school.attune, by, {
    ...{ personId: school.ta.personId, completionId: standing()[0]?.completionId ?? 'none' },
    reason: 'recorded for the wrong person',
  });

test('a wrong completion is withdrawn with its reason: the quiz is open again, and the certificate says so', () => {
  const { attune, ta } = school;
  const { enrolmentId } = complete(attune, ta, { missed: [0, 1, 2, 3] });
  expect(standing()).toMatchObject([{ title: testModule.title }]);
  withdraw();
  expect(standing()).toEqual([]);
  expect(school.verbs(ta).slice(-3)).toEqual(['marking withdrawn', 'withdrawn', 'started']);
  expect(certificatesOf(attune.db, 'school', ta.personId)).toMatchObject([{ status: 'withdrawn' }]);
  expect(currentEnrolment(attune.db, ta, testModule.slug)).toMatchObject({
    ...{ id: enrolmentId, completedAt: null, completionId: null },
  });
  expect(attemptsOf(attune.db, enrolmentId).map((go) => go.standardMet)).not.toContain(true);
});

test('afterwards they complete it themselves, and that stands beside what was withdrawn', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  withdraw();
  complete(attune, ta);
  expect(standing()).toHaveLength(1);
  const statuses = certificatesOf(attune.db, 'school', ta.personId).map(({ status }) => status);
  expect(statuses.sort()).toEqual(['valid', 'withdrawn']);
});

test('with a refresher begun since, it is withdrawn once, and what was begun stays open', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  const [done] = standing();
  school.serve({ ...testModule, version: 2, contentHash: 'hash-of-patterns-2' });
  startModule(attune, ta, { module: testModule.slug });
  const open = currentEnrolment(attune.db, ta, testModule.slug);
  withdraw();
  expect(standing()).toEqual([]);
  expect(currentEnrolment(attune.db, ta, testModule.slug)).toEqual(open);
  const before = school.verbs(ta);
  expect(() =>
    withdrawAsWrong(attune, lead, {
      ...{ personId: ta.personId, completionId: done?.completionId ?? '' },
      reason: 'recorded in error',
    }),
  ).toThrow(/No such completion stands/);
  expect(school.verbs(ta)).toEqual(before);
});

test('what does not stand, or is another school’s, is withdrawn by nobody, and nothing changes', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  const before = school.verbs(ta);
  expect(() => withdraw({ ...lead, schoolId: 'elsewhere' })).toThrow(/No such completion stands/);
  expect(school.verbs(ta)).toEqual(before);
  withdraw();
  expect(() => withdraw()).toThrow(/No such completion stands/);
});
