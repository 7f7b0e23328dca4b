import { expect, test } from 'vitest';
import { certificatesOf } from '~/record/certificates.server';
import { event } from '~db/schema';
import { currentEnrolment, enrolmentsOf } from '../enrolments.server';
import { continuePage } from '../pages.server';
import { printSheets } from '../paper/print.server';
import { openAttempt } from '../quiz.server';
import { readSummary } from '../scenarios.server';
import { startModule } from '../start.server';
import { putDown } from './put-down.server';
import { completionsRestingOn } from './rests-on-it.server';
import { takeOff } from './take-off.server';
import { factsOf, holds, makeGroup, takesQuiz } from './test-group';
import { whoWasThere } from './who-was-there.server';

const reason = 'recorded for the wrong person';

test('somebody put down by mistake who had not started has not, and what they were asked is as before', () => {
  const group = makeGroup();
  const { attune, lead, ta, lines } = group;
  const id = group.session();
  putDown(attune, lead, id, [ta.personId]);
  const events = attune.db.select().from(event).all().length;
  expect(takeOff(attune, lead, id, [ta.personId], reason)).toEqual({ takenOff: 1, withdrawn: 0 });
  expect(attune.db.select().from(event).all()).toHaveLength(events + 2);
  expect(enrolmentsOf(attune.db, ta)).toEqual([]);
  expect(lines(ta)).toMatchObject([{ status: 'withdrawn', completedOn: null }]);
  expect(whoWasThere(attune.db, 'school', id)).toEqual([]);
  expect(() => takeOff(attune, lead, id, [ta.personId], reason)).toThrow(/was not there/);
  // They were, after all.
  putDown(attune, lead, id, [ta.personId]);
  takesQuiz(group, ta);
  expect(
    lines(ta)
      .map(({ status }) => status)
      .sort(),
  ).toEqual(['current', 'withdrawn']);
  holds(group);
});

test('a quiz that was only printed for somebody keeps nobody started; a go of their own does', () => {
  const group = makeGroup();
  const { attune, lead, ta, other, lines } = group;
  const id = group.session();
  const personIds = [ta.personId, other.personId];
  putDown(attune, lead, id, personIds);
  openAttempt(attune, other, {
    enrolmentId: currentEnrolment(attune.db, other, 'patterns')?.id ?? '',
  });
  expect(printSheets(attune, lead, { module: 'patterns', personIds: [ta.personId] }).printed).toBe(
    1,
  );
  takeOff(attune, lead, id, personIds, reason);
  expect(enrolmentsOf(attune.db, ta)).toEqual([]);
  expect(lines(ta)).toMatchObject([{ status: 'withdrawn' }]);
  expect(lines(other)).toMatchObject([{ status: 'in progress', together: [] }]);
  holds(group);
});

test('what is somebody’s own stays when they are taken off', () => {
  const group = makeGroup();
  const { attune, lead, ta } = group;
  const enrolmentId = startModule(attune, ta, { module: 'patterns' });
  continuePage(attune, ta, { enrolmentId, page: 'labels' });
  const id = group.session();
  putDown(attune, lead, id, [ta.personId]);
  takesQuiz(group, ta, false);
  takeOff(attune, lead, id, [ta.personId], reason);
  expect(factsOf(group, ta)).toEqual({
    ...{ knownAlready: false, pages: ['labels'], scenarios: [], attempts: [true] },
    committed: false,
  });
  expect(group.lines(ta)).toMatchObject([{ status: 'in progress', together: [] }]);
  holds(group);
});

test('a completion that rested on it is withdrawn, told beforehand, and the way goes on with what is left', () => {
  const group = makeGroup();
  const { attune, lead, ta, lines } = group;
  const id = group.session();
  putDown(attune, lead, id, [ta.personId]);
  const enrolmentId = currentEnrolment(attune.db, ta, 'patterns')?.id ?? '';
  expect([...completionsRestingOn(attune, id)]).toEqual([]);
  takesQuiz(group, ta);
  expect([...completionsRestingOn(attune, id)]).toEqual([enrolmentId]);
  expect(takeOff(attune, lead, id, [ta.personId], reason)).toEqual({ takenOff: 1, withdrawn: 1 });
  expect(lines(ta)).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ status: 'withdrawn', completedOn: '2026-09-07' }),
      expect.objectContaining({ status: 'in progress', rowId: enrolmentId, together: [] }),
    ]),
  );
  expect(certificatesOf(attune.db, 'school', ta.personId)).toMatchObject([{ status: 'withdrawn' }]);
  holds(group);
  for (const page of ['secure-base', 'labels']) continuePage(attune, ta, { enrolmentId, page });
  readSummary(attune, ta, { enrolmentId, scenario: 'miss-miss' });
  expect(
    lines(ta)
      .map(({ status, cpdType }) => `${status}, ${cpdType}`)
      .sort(),
  ).toEqual(['current, e-learning', 'withdrawn, together']);
  holds(group);
});

test('a completion that stands without it stays, and says no more that it was done there', () => {
  const group = makeGroup();
  const { attune, lead, ta, lines } = group;
  const first = group.session();
  const second = group.session(undefined, '2026-09-04');
  putDown(attune, lead, first, [ta.personId]);
  putDown(attune, lead, second, [ta.personId]);
  takesQuiz(group, ta);
  expect([...completionsRestingOn(attune, first)]).toEqual([]);
  expect(takeOff(attune, lead, first, [ta.personId], reason).withdrawn).toBe(0);
  expect(lines(ta)).toMatchObject([{ status: 'current', together: [{ session: second }] }]);
  expect(certificatesOf(attune.db, 'school', ta.personId)).toMatchObject([
    { status: 'corrected', together: [{ session: second }] },
  ]);
  expect([...completionsRestingOn(attune, second)]).toHaveLength(1);
  expect(takeOff(attune, lead, second, [ta.personId], reason).withdrawn).toBe(1);
  holds(group);
});
