import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { assignModule, assignmentsOf, openAssignments } from '~/cohorts/assignments.server';
import { createCohort } from '~/cohorts/cohorts.server';
import { addToCohort } from '~/cohorts/members.server';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { append } from '~/record/append.server';
import { sizeAsAt, sizeNow } from '~/record/as-at.server';
import { certificatesOf } from '~/record/certificates.server';
import { coverageAsAt } from '~/record/coverage.server';
import { putBacksOf } from '~/record/put-backs.server';
import { linesAsAt } from '~/record/rows.server';
import { verifyLive } from '~/record/verify-live.server';
import { whatBecameOf, withdrawalsOf } from '~/record/withdrawals.server';
import { withReasons } from '~/record/withdrawn-because.server';
import { inTransaction } from '~db/client.server';
import { answersOf, attemptById, attemptsOf } from './attempts.server';
import { commitTo } from './commitment.server';
import { currentEnrolment } from './enrolments.server';
import { learnerHome } from './home.server';
import { overview } from './overview.server';
import { continuePage } from './pages.server';
import { canBePutBack, putBack } from './put-back.server';
import { answerItem, openAttempt } from './quiz.server';
import { readSummary } from './scenarios.server';
import { isGoSetAside } from './set-aside.server';
import { sayKnownAlready, startModule } from './start.server';
import { complete, on, rightPick } from './test-completed';
import { testBank, testModule } from './test-module';
import { makeTestSchool, type TestSchool } from './test-school';
import { markPutBackRead, putBacksToTell } from './told-put-back.server';
import { firstAndLater } from './understanding/first-and-later.server';
import { standingCompletions, withdrawAsWrong } from './withdraw-as-wrong.server';

let school: TestSchool;
let lead: Actor;
beforeEach(begin);

/** A school whose people are on the record, who are asked for the module. */
function begin() {
  school = makeTestSchool();
  lead = { ...school.other, role: 'lead' };
  const attune = on(school.attune, '2026-09-01');
  for (const { personId } of [school.ta, school.other]) {
    inTransaction(attune.db, (tx) =>
      append(tx, attune.now(), {
        ...{ school: 'school', verb: 'joined', object: personId, person: personId },
        ...{ actor: 'system', actorRole: 'system', happenedOn: '2026-09-01' },
        data: {
          ...{ name: personId, email: null, staffNumber: null, roleGroup: 'teacher', teams: [] },
          ...{ contract: 'permanent', startDate: '2026-09-01', leaveDate: null },
        },
      }),
    );
  }
}

function ask(attune: Attune, name = 'All') {
  const cohortId = createCohort(attune, lead, name);
  const given = { module: testModule.slug, dueOn: '2026-10-20', paidMinutes: 45, paidTime: 'Fri' };
  assignModule(attune, lead, { cohortId, ...given });
  addToCohort(attune, lead, cohortId, [school.ta.personId]);
}

type Read = 'stays' | 'goes';
const withdraw = (attune: Attune, read: Read) =>
  withdrawAsWrong(attune, lead, {
    personId: school.ta.personId,
    completionId:
      standingCompletions(attune.db, 'school', school.ta.personId)[0]?.completionId ?? 'none',
    ...{ reason: 'recorded in error', read, dueOn: null },
  });
const back = (attune: Attune, by = lead) =>
  putBack(attune, by, {
    personId: school.ta.personId,
    completionId: withdrawalsOf(attune.db, 'school', school.ta.personId)[0]?.completionId ?? 'none',
    reason: 'withdrawn in error',
  });

/** Everything that is said today of a person and of the school, but for the entries themselves. */
function told(attune: Attune) {
  const { db } = attune;
  const size = sizeNow(db, 'school');
  const date = '2026-12-31';
  const question = { date, size, began: '2026-09-01', module: testModule.slug };
  const enrolled = currentEnrolment(db, school.ta, testModule.slug);
  return {
    coverage: coverageAsAt(db, 'school', question),
    lines: linesAsAt(db, 'school', size).map(
      ({ recordId: _, recordedOn: __, recordedByRole: ___, ...line }) => line,
    ),
    certificates: certificatesOf(db, 'school', school.ta.personId).map(
      ({ fromSeq: _, ...certificate }) => certificate,
    ),
    understood: firstAndLater(db, 'school', { date, today: date }),
    enrolled,
    goes: enrolled && attemptsOf(db, enrolled.id),
    home: learnerHome(on(attune, date), school.ta, []),
  };
}

/** What may happen between the two. */
const meanwhiles = {
  nothing: () => {},
  'they begin anew': (attune: Attune) => {
    const enrolmentId = startModule(attune, school.ta, { module: testModule.slug });
    continuePage(attune, school.ta, { enrolmentId, page: 'secure-base' });
  },
  'they open the quiz': (attune: Attune) => {
    const enrolmentId = startModule(attune, school.ta, { module: testModule.slug });
    openAttempt(attune, school.ta, { enrolmentId });
  },
  'another cohort asks': (attune: Attune) => ask(attune, 'Others'),
};

test('withdrawn and put back, everything of today is as if neither had been, and the days between tell of it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Read>('stays', 'goes'),
      fc.boolean(),
      fc.subarray([0, 1, 2, 3]),
      fc.constantFrom(...(Object.keys(meanwhiles) as (keyof typeof meanwhiles)[])),
      fc.boolean(),
      (read, asked, missed, meanwhile, twice) => {
        begin();
        const { attune, ta } = school;
        if (asked) ask(on(attune, '2026-09-02'));
        complete(on(attune, '2026-09-10'), ta, { missed });
        const before = told(attune);
        withdraw(on(attune, '2026-10-01'), read);
        meanwhiles[meanwhile](on(attune, '2026-10-02'));
        back(on(attune, '2026-10-03'));
        if (twice) {
          withdraw(on(attune, '2026-10-04'), read);
          back(on(attune, '2026-10-05'));
        }
        const after = told(attune);
        if (meanwhile === 'another cohort asks') {
          // What was asked for meanwhile is answered by it; everything else is as it was.
          expect(after.coverage).toEqual(before.coverage);
          expect(after.home).toEqual(before.home);
        } else expect(after).toEqual(before);
        const trainedAt = (date: string) =>
          coverageAsAt(attune.db, 'school', {
            ...{ date, size: sizeAsAt(attune.db, 'school', date), began: '2026-09-01' },
            module: testModule.slug,
          }).detail?.trained;
        expect(['2026-09-30', '2026-10-01', '2026-10-02', '2026-10-03'].map(trainedAt)).toEqual([
          1, 0, 0, 1,
        ]);
        expect(() => verifyLive(attune.db, null, {})).not.toThrow();
        attune.db.$client.close();
      },
    ),
    { numRuns: 30 },
  );
});

/** The same, but for the days of what last changed each line. */
function toldButWhen(attune: Attune) {
  const { lines, ...rest } = told(attune);
  return { ...rest, lines: lines.map(({ happenedOn: _, ...line }) => line) };
}

test.each(['stays', 'goes'] as const)(
  'a go that they had begun before the withdrawal goes on, as theirs and by no day (%s)',
  (read) => {
    const { attune, ta } = school;
    ask(on(attune, '2026-09-02'));
    complete(on(attune, '2026-09-10'), ta);
    const enrolmentId = startModule(on(attune, '2026-09-20'), ta, {
      ...{ module: testModule.slug, n: 1 },
    });
    const before = toldButWhen(attune);
    withdraw(on(attune, '2026-10-01'), read);
    expect(assignmentsOf(attune.db, ta.personId)).toMatchObject([{ dueOn: '2026-10-29' }]);
    back(on(attune, '2026-10-03'));
    expect(toldButWhen(attune)).toEqual(before);
    expect(assignmentsOf(attune.db, ta.personId)).toEqual([]);
    expect(before.enrolled).toMatchObject({ id: enrolmentId, completedAt: null });
    expect(before.lines.map(({ status, dueOn }) => [status, dueOn])).toContainEqual([
      'in progress',
      null,
    ]);
    expect(() => verifyLive(attune.db, null, {})).not.toThrow();
  },
);

test('what another cohort had asked for before the withdrawal is asked for by its own day again', () => {
  const { attune, ta } = school;
  ask(on(attune, '2026-09-02'));
  complete(on(attune, '2026-09-10'), ta);
  ask(on(attune, '2026-09-11'), 'Others');
  const object = openAssignments(attune.db, 'school').find(
    ({ cohort }) => cohort === 'Others',
  )?.assignmentId;
  const dueOn = '2026-10-20';
  inTransaction(attune.db, (tx) =>
    append(tx, on(attune, '2026-09-12').now(), {
      ...{ school: 'school', verb: 'assigned', object: object ?? '', person: ta.personId },
      ...{ actor: lead.personId, actorRole: 'lead', happenedOn: '2026-09-12' },
      ...{ module: testModule.slug },
      data: { moduleTitle: testModule.title, publishedMinutes: 45, paidMinutes: 45, dueOn },
    }),
  );
  const before = toldButWhen(attune);
  withdraw(on(attune, '2026-10-01'), 'goes');
  const asked = () => assignmentsOf(attune.db, ta.personId).map((one) => one.dueOn);
  expect(asked()).toEqual(['2026-10-29', '2026-10-29']);
  back(on(attune, '2026-10-03'));
  expect(toldButWhen(attune)).toEqual(before);
  expect(asked()).toEqual([dueOn]);
  expect(() => verifyLive(attune.db, null, {})).not.toThrow();
});

test('its certificate says on which days it was withdrawn and put back, and its code is the same', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  const [earned] = certificatesOf(attune.db, 'school', ta.personId);
  withdraw(on(attune, '2026-10-01'), 'stays');
  expect(canBePutBack(attune.db, 'school', ta.personId)).toMatchObject([
    { completionId: earned?.completionId, withdrawnOn: '2026-10-01' },
  ]);
  back(on(attune, '2026-10-03'));
  const [again] = certificatesOf(attune.db, 'school', ta.personId);
  expect(again).toMatchObject({ code: earned?.code, status: 'valid' });
  expect(whatBecameOf(attune.db, 'school', earned?.completionId ?? '')).toEqual({
    ...{ withdrawnOn: '2026-10-01', putBackOn: '2026-10-03' },
  });
  expect(canBePutBack(attune.db, 'school', ta.personId)).toEqual([]);
});

test.each(['stays', 'goes'] as const)('completed anew since, it stays withdrawn (%s)', (read) => {
  const { attune, ta } = school;
  complete(attune, ta);
  withdraw(attune, read);
  complete(attune, ta);
  const before = school.verbs(ta);
  expect(() => back(attune)).toThrow(/Another completion of this module stands/);
  expect(school.verbs(ta)).toEqual(before);
});

test('what is not withdrawn, or is another school’s, is put back by nobody, and nobody puts back their own', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  expect(() => back(attune)).toThrow(/is not withdrawn now/);
  withdraw(attune, 'stays');
  expect(() => back(attune, { ...lead, schoolId: 'elsewhere' })).toThrow(/is not withdrawn now/);
  expect(() => back(attune, { ...ta, role: 'lead' })).toThrow(/Another attachment lead/);
  back(attune);
  expect(() => back(attune)).toThrow(/is not withdrawn now/);
});

test('they are told that it counts again, by whom and why, until they have read it, and nobody else can read it for them', () => {
  const { attune, ta, other } = school;
  complete(attune, ta);
  const [earned] = certificatesOf(attune.db, 'school', ta.personId);
  withdraw(on(attune, '2026-10-01'), 'goes');
  expect(putBacksToTell(attune, ta)).toEqual([]);
  back(on(attune, '2026-10-03'));
  const told = {
    ...{ completionId: earned?.completionId, code: earned?.code, module: testModule.slug },
    ...{ completedOn: earned?.completedOn, withdrawnOn: '2026-10-01', putBackOn: '2026-10-03' },
    ...{ withdrawnFor: 'recorded in error', reason: 'withdrawn in error', by: 'other' },
  };
  const [first] = putBacksToTell(attune, ta);
  expect(first).toMatchObject(told);
  const entry = first?.entry ?? '';
  markPutBackRead(attune, other, { entry });
  expect(putBacksToTell(attune, other)).toEqual([]);
  expect(putBacksToTell(attune, ta)).toHaveLength(1);
  markPutBackRead(attune, ta, { entry });
  markPutBackRead(attune, ta, { entry });
  expect(putBacksToTell(attune, ta)).toEqual([]);
  // The lead goes on seeing what became of it.
  expect(putBacksOf(attune.db, 'school', ta.personId)).toMatchObject([told]);
  expect(putBacksOf(attune.db, 'elsewhere', ta.personId)).toEqual([]);
});

test('withdrawn again, nothing is told of its having been put back; put back again, that is told', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  withdraw(on(attune, '2026-10-01'), 'stays');
  back(on(attune, '2026-10-03'));
  const [first] = putBacksToTell(attune, ta);
  markPutBackRead(attune, ta, { entry: first?.entry ?? '' });
  withdraw(on(attune, '2026-10-05'), 'stays');
  expect(putBacksOf(attune.db, 'school', ta.personId)).toEqual([]);
  back(on(attune, '2026-10-06'));
  expect(putBacksToTell(attune, ta)).toMatchObject([
    { withdrawnOn: '2026-10-05', putBackOn: '2026-10-06' },
  ]);
});

test('the line on the record says why it was put back, and a past day why it was withdrawn', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  withdraw(on(attune, '2026-10-01'), 'stays');
  back(on(attune, '2026-10-03'));
  const said = (date: string) => {
    const lines = linesAsAt(attune.db, 'school', sizeAsAt(attune.db, 'school', date));
    return withReasons(attune.db, 'school', lines)
      .filter(({ completionId }) => completionId !== null)
      .map(({ because, putBackBecause }) => [because, putBackBecause]);
  };
  expect(said('2026-09-30')).toEqual([[null, null]]);
  expect(said('2026-10-02')).toEqual([['recorded in error', null]]);
  expect(said('2026-10-03')).toEqual([[null, 'withdrawn in error']]);
});

/** Answers the items of a go until the last, or one that is refused; what it was refused with. */
function answerAll(attune: Attune, attemptId: string): string | null {
  for (const item of attemptById(attune.db, attemptId)?.items ?? []) {
    const question = testBank.find(({ id }) => id === item);
    if (!question) throw new Error(`no item ${item}`);
    const given = { attemptId, item, pick: rightPick(question), confidence: 'sure' } as const;
    try {
      answerItem(attune, school.ta, given);
    } catch (error) {
      return (error as Error).message;
    }
  }
  return null;
}

test('“I know this already” is offered while there are pages to be spared, and not where only the quiz is left', () => {
  const { attune, ta } = school;
  startModule(attune, ta, { module: testModule.slug });
  const may = () => overview(attune, ta, testModule.slug).mine?.maySayKnown;
  expect(may()).toBe(true);
  complete(attune, ta);
  withdraw(attune, 'stays');
  expect(overview(attune, ta, testModule.slug).mine).toMatchObject({ maySayKnown: false });
});

test.each(['stays', 'goes'] as const)(
  'a quiz that was left open while the completion was put back completes nothing a second time, and keeps what was answered (%s)',
  (read) => {
    const { attune, ta } = school;
    complete(attune, ta);
    withdraw(attune, read);
    const enrolmentId = startModule(attune, ta, { module: testModule.slug });
    const attemptId = openAttempt(attune, ta, { enrolmentId });
    back(attune);
    const before = school.verbs(ta);
    // A quiz code looks for it in its own module, and for nobody else.
    const go = { attemptId, module: testModule.slug };
    expect(isGoSetAside(attune.db, ta, go)).toBe(true);
    expect(isGoSetAside(attune.db, ta, { ...go, module: 'another' })).toBe(false);
    expect(isGoSetAside(attune.db, school.other, go)).toBe(false);
    expect(answerAll(attune, attemptId)).toMatch(/was put back while this page was open/);
    expect(answersOf(attune.db, attemptId)).toHaveLength(1);
    expect(school.verbs(ta)).toEqual(before);
    expect(standingCompletions(attune.db, 'school', ta.personId)).toHaveLength(1);
    const goes = overview(attune, ta, testModule.slug).mine;
    expect(goes).toMatchObject({ standardMet: true, completedAt: expect.any(Number) });
  },
);

test('nothing is done in what was begun in place of a completion that is put back', () => {
  const { attune, ta } = school;
  complete(attune, ta);
  withdraw(attune, 'goes');
  const enrolmentId = startModule(attune, ta, { module: testModule.slug });
  back(attune);
  const before = school.verbs(ta);
  const commitment = { what: 'Sit beside her', when: '', know: '' };
  for (const act of [
    () => continuePage(attune, ta, { enrolmentId, page: 'labels' }),
    () => readSummary(attune, ta, { enrolmentId, scenario: 'im-fine', n: 0 }),
    () => openAttempt(attune, ta, { enrolmentId }),
    () => commitTo(attune, ta, { enrolmentId, ...commitment }),
    () => sayKnownAlready(attune, ta, { enrolmentId }),
  ]) {
    expect(act).toThrow(/was put back while this page was open/);
  }
  expect(school.verbs(ta)).toEqual(before);
});
