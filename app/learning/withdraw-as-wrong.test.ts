import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { dayToDoItAgain } from '~/cohorts/ask-again.server';
import { assignModule, assignmentsOf, openAssignments } from '~/cohorts/assignments.server';
import { changeAssignment } from '~/cohorts/change-assignment.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { exempt, takeBackExemption } from '~/cohorts/exemptions.server';
import { addToCohort, removeFromCohort } from '~/cohorts/members.server';
import type { Actor } from '~/people/actor';
import { certificatesOf } from '~/record/certificates.server';
import { stillToTell, withdrawalsOf } from '~/record/withdrawals.server';
import { leave, person, schoolDates, trainingRow } from '~db/schema';
import { afterwards } from './afterwards.server';
import { attemptsOf } from './attempts.server';
import { commitTo, deleteCommitmentWords } from './commitment.server';
import { currentEnrolment } from './enrolments.server';
import { standingOf } from './facts.server';
import { readFollowUp } from './follow-up.server';
import { canBePutBack, putBack } from './put-back.server';
import { startModule } from './start.server';
import { complete, on } from './test-completed';
import { testModule } from './test-module';
import { makeTestSchool, type TestSchool } from './test-school';
import { standingCompletions, withdrawAsWrong } from './withdraw-as-wrong.server';
import { wordsOf } from './words.server';

let school: TestSchool;
let lead: Actor;
beforeEach(() => {
  school = makeTestSchool();
  lead = { ...school.other, role: 'lead' };
});

const standing = () => standingCompletions(school.attune.db, 'school', school.ta.personId);
type Input = Parameters<typeof withdrawAsWrong>[2];
const withdraw = (more: Partial<Input> = {}, by = lead) =>
  withdrawAsWrong(school.attune, by, {
    ...{ personId: school.ta.personId, completionId: standing()[0]?.completionId ?? 'none' },
    ...{ reason: 'recorded for the wrong person', read: 'stays', dueOn: null, ...more },
  });
const current = () => currentEnrolment(school.attune.db, school.ta, testModule.slug);
/** Lines of the record as they stand. */
const lines = () =>
  school.attune.db
    .select()
    .from(trainingRow)
    .all()
    .filter(({ toSeq }) => toSeq === null);
/** Gives the module to a cohort that the person is in, and says by when. */
function ask(dueOn: string) {
  const cohortId = createCohort(school.attune, lead, 'All');
  const given = { module: testModule.slug, dueOn, paidMinutes: 45, paidTime: 'Friday' };
  assignModule(school.attune, lead, { cohortId, ...given });
  addToCohort(school.attune, lead, cohortId, [school.ta.personId]);
  return cohortId;
}

test('where what was read stays, the quiz is open again, and nobody is said to have started anything', () => {
  const { attune, ta } = school;
  const { enrolmentId } = complete(attune, ta, { missed: [0, 1, 2, 3] });
  expect(standing()).toMatchObject([{ title: testModule.title }]);
  const startedOn = lines()[0]?.startedOn;
  withdraw();
  expect(standing()).toEqual([]);
  expect(school.verbs(ta).slice(-2)).toEqual(['withdrawn', 'reopened']);
  expect(certificatesOf(attune.db, 'school', ta.personId)).toMatchObject([{ status: 'withdrawn' }]);
  expect(current()).toMatchObject({ id: enrolmentId, completedAt: null, completionId: null });
  expect(attemptsOf(attune.db, enrolmentId).map((go) => go.standardMet)).toEqual([false]);
  expect(lines().map(({ status, startedOn: on }) => [status, on])).toEqual([
    ['withdrawn', startedOn],
    ['in progress', startedOn],
  ]);
});

test('where none of it was theirs, the module stands as not begun, and what is kept counts for nothing', () => {
  const { attune, ta } = school;
  const { enrolmentId } = complete(attune, ta);
  withdraw({ read: 'goes' });
  expect(school.verbs(ta).at(-1)).toBe('withdrawn');
  expect(current()).toBeUndefined();
  expect(lines()).toMatchObject([{ status: 'withdrawn' }]);
  const again = startModule(attune, ta, { module: testModule.slug });
  expect(again).not.toBe(enrolmentId);
  const facts = standingOf(attune.db, { id: again, knownAlready: false }).facts;
  expect(facts).toMatchObject({ pages: [], attempts: [], committed: false });
});

test.each(['stays', 'goes'] as const)(
  'whoever is asked for it has four weeks, or the day that the lead gives, and it stands (%s)',
  (read) => {
    const { attune, ta } = school;
    ask('2026-09-08');
    complete(attune, ta);
    expect(assignmentsOf(attune.db, ta.personId)).toEqual([]);
    withdraw({ read });
    expect(assignmentsOf(attune.db, ta.personId)).toMatchObject([{ dueOn: '2026-10-05' }]);
    expect(lines().map(({ status }) => status)).toEqual([
      'withdrawn',
      read === 'stays' ? 'in progress' : 'due',
    ]);
    complete(attune, ta);
    expect(assignmentsOf(attune.db, ta.personId)).toEqual([]);
    withdraw({ read, dueOn: '2026-09-20' });
    expect(assignmentsOf(attune.db, ta.personId)).toMatchObject([{ dueOn: '2026-09-20' }]);
    complete(attune, ta);
    expect(() => withdraw({ read, dueOn: '2026-09-06' })).toThrow('Choose today or a later day.');
    expect(standing()).toHaveLength(1);
  },
);

test('a day given by the lead stands, sooner than that of the others too; where none is given they have the others’ day', () => {
  const { attune, ta } = school;
  const days = () => assignmentsOf(attune.db, ta.personId).map(({ dueOn }) => dueOn);
  const cohortId = ask('2026-12-18');
  complete(attune, ta);
  withdraw({ dueOn: '2026-09-20' });
  expect(days()).toEqual(['2026-09-20']);
  // The cohort's paid time or its day is changed: theirs is their own.
  const [given] = openAssignments(attune.db, 'school', cohortId);
  const changed = { cohortId, assignmentId: given?.assignmentId ?? '', paidTime: 'Friday' };
  changeAssignment(attune, lead, { ...changed, dueOn: '2026-12-18', paidMinutes: 60 });
  changeAssignment(attune, lead, { ...changed, dueOn: '2027-01-15', paidMinutes: 60 });
  expect(days()).toEqual(['2026-09-20']);
  complete(attune, ta);
  withdraw();
  expect(days()).toEqual(['2027-01-15']);
});

test('the day that is offered is a school day: not at a weekend, in the holidays or on their leave', () => {
  const { attune, ta } = school;
  const offered = (today: string, others: string[] = []) =>
    dayToDoItAgain(attune.db, ta, today, others);
  expect(offered('2026-09-07')).toBe('2026-10-05');
  expect(offered('2026-09-05')).toBe('2026-10-05');
  const dates = { startsOn: '2026-10-05', endsOn: '2026-10-06' };
  attune.db
    .insert(schoolDates)
    .values({ id: 'h', schoolId: 'school', kind: 'closed', name: 'Half term', ...dates })
    .run();
  expect(offered('2026-09-05')).toBe('2026-10-07');
  const away = { id: 'a', schoolId: 'school', personId: ta.personId };
  attune.db
    .insert(leave)
    .values({ ...away, startsOn: '2026-10-07', endsOn: '2026-10-08' })
    .run();
  expect(offered('2026-09-05')).toBe('2026-10-09');
  expect(offered('2026-09-05', ['2026-11-01', '2026-10-01'])).toBe('2026-11-02');
  attune.db.update(leave).set({ endsOn: null }).run();
  expect(offered('2026-09-05')).toBe('2026-10-07');
});

test('what no cohort of theirs asks for any more is not asked of them again', () => {
  const { attune, ta } = school;
  const cohortId = ask('2026-09-08');
  complete(attune, ta);
  removeFromCohort(attune, lead, cohortId, ta.personId);
  withdraw();
  expect(assignmentsOf(attune.db, ta.personId)).toEqual([]);
  expect(lines().map(({ status, dueOn }) => [status, dueOn])).toContainEqual(['in progress', null]);
});

test('of somebody who has left nothing is asked anew: what had been asked stays as it was', () => {
  const { attune, ta } = school;
  ask('2026-09-08');
  complete(attune, ta);
  const left = { leaveDate: '2026-09-06' };
  attune.db.update(person).set(left).where(eq(person.id, ta.personId)).run();
  withdraw();
  expect(lines().map(({ status, dueOn }) => [status, dueOn])).toContainEqual([
    'in progress',
    '2026-09-08',
  ]);
  expect(school.verbs(ta).at(-1)).toBe('reopened');
});

test('they are told of the newest alone, and of nothing while another completion of the module stands', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  withdraw();
  const [first] = withdrawalsOf(attune.db, 'school', ta.personId);
  complete(attune, ta);
  withdraw({ read: 'goes' });
  const told = () => stillToTell(withdrawalsOf(attune.db, 'school', ta.personId));
  expect(told()).toMatchObject([{ read: 'goes' }]);
  putBack(attune, lead, {
    ...{ personId: ta.personId, completionId: first?.completionId ?? '' },
    reason: 'withdrawn in error',
  });
  expect(told()).toEqual([]);
  expect(canBePutBack(attune.db, 'school', ta.personId)).toEqual([]);
});

test('they are told when and why, until they have completed it themselves', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  withdraw({ read: 'goes' });
  const told = () => withdrawalsOf(attune.db, 'school', ta.personId);
  expect(told()).toMatchObject([
    {
      ...{ withdrawnOn: '2026-09-07', reason: 'recorded for the wrong person', read: 'goes' },
      doneAnew: false,
    },
  ]);
  complete(attune, ta);
  expect(told()).toMatchObject([{ doneAnew: true }]);
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
  const open = current();
  withdraw();
  expect(standing()).toEqual([]);
  expect(current()).toEqual(open);
  const before = school.verbs(ta);
  expect(() => withdraw({ completionId: done?.completionId ?? '' })).toThrow(
    /No such completion stands/,
  );
  expect(school.verbs(ta)).toEqual(before);
});

test('what does not stand, or is another school’s, is withdrawn by nobody, and nobody withdraws their own', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  const before = school.verbs(ta);
  expect(() => withdraw({}, { ...lead, schoolId: 'elsewhere' })).toThrow(
    /No such completion stands/,
  );
  expect(() => withdraw({}, { ...ta, role: 'lead' })).toThrow(/Another attachment lead/);
  expect(school.verbs(ta)).toEqual(before);
  withdraw();
  expect(() => withdraw()).toThrow(/No such completion stands/);
});

test('what was typed where none of it was theirs is apart from their words, asked about no more, and can be deleted', () => {
  const { attune, ta } = school;
  const { enrolmentId } = complete(attune, ta);
  const apart = () => wordsOf(attune, ta).commitments.map(({ notTheirs }) => notTheirs);
  const eightWeeksOn = on(attune, '2026-11-02');
  expect(apart()).toEqual([false]);
  expect(afterwards(eightWeeksOn, ta).followUps).toHaveLength(1);
  withdraw({ read: 'stays' });
  expect(apart()).toEqual([false]);
  complete(attune, ta);
  withdraw({ read: 'goes' });
  expect(apart()).toEqual([true]);
  expect(afterwards(eightWeeksOn, ta).followUps).toEqual([]);
  expect(() => readFollowUp(eightWeeksOn, ta, testModule.slug)).toThrow(/nothing to look back/);
  const [gone] = withdrawalsOf(attune.db, 'school', ta.personId);
  const back = { personId: ta.personId, completionId: gone?.completionId ?? '' };
  putBack(attune, lead, { ...back, reason: 'theirs after all' });
  expect(apart()).toEqual([false]);
  withdraw({ read: 'goes' });
  deleteCommitmentWords(attune, ta, { enrolmentId });
  expect(wordsOf(attune, ta).commitments).toEqual([]);
});

test('what they wrote in a module begun in place of one that was put back stays their own', () => {
  const { attune, ta } = school;
  complete(attune, ta, { what: 'Not mine' });
  withdraw({ read: 'goes' });
  const enrolmentId = startModule(attune, ta, { module: testModule.slug });
  commitTo(attune, ta, { enrolmentId, what: 'My own', when: '', know: '' });
  const [gone] = withdrawalsOf(attune.db, 'school', ta.personId);
  const back = { personId: ta.personId, completionId: gone?.completionId ?? '' };
  putBack(attune, lead, { ...back, reason: 'theirs after all' });
  const said = wordsOf(attune, ta).commitments.map(({ what, notTheirs }) => [what, notTheirs]);
  expect(said.sort()).toEqual([
    ['My own', false],
    ['Not mine', false],
  ]);
});

test.each(['stays', 'goes'] as const)(
  'let off and asked again, or taken out of the cohort and put in again, they are asked after all (%s)',
  (read) => {
    const { attune, ta } = school;
    const cohortId = ask('2026-12-18');
    const [given] = openAssignments(attune.db, 'school', cohortId);
    const asked = () => assignmentsOf(attune.db, ta.personId).map(({ dueOn }) => dueOn);
    complete(attune, ta);
    withdraw({ read });
    const one = { personId: ta.personId, assignmentId: given?.assignmentId ?? '' };
    exempt(attune, lead, { ...one, reason: 'short contract' });
    expect(asked()).toEqual([]);
    takeBackExemption(attune, lead, one);
    expect(asked()).toEqual(['2026-12-18']);
    removeFromCohort(attune, lead, cohortId, ta.personId);
    expect(asked()).toEqual([]);
    addToCohort(attune, lead, cohortId, [ta.personId]);
    expect(asked()).toEqual(['2026-12-18']);
    complete(attune, ta);
    expect(asked()).toEqual([]);
  },
);
