import { expect, test } from 'vitest';
import { currentEnrolment } from '../enrolments.server';
import { startModule } from '../start.server';
import { testModule } from '../test-module';
import { countSince, notCountedYet } from './count-since.server';
import { putDown } from './put-down.server';
import { countingOf, createTogether, moveTogether, togetherSession } from './sessions.server';
import { countShown } from './showing.server';
import { takeOff } from './take-off.server';
import { factsOf, type Group, holds, makeGroup, takesQuiz } from './test-group';
import { attendancesOf } from './who-was-there.server';

/** Whom something does not count for yet, and which pages. */
function owed({ attune }: Group, id: string) {
  const session = togetherSession(attune.db, 'school', id);
  const shown = countingOf(attune, attune.db, session);
  const there = attendancesOf(attune.db, 'school', id);
  return notCountedYet(attune, attune.db, 'school', session, there, shown).map(
    ({ attendance, counts }) => [attendance.personId, ...counts.map(({ page }) => page)],
  );
}

test('what is shown later counts with the rest for those put down later, and for the others once the lead says so', () => {
  const group = makeGroup();
  const { attune, lead, ta, other, verbs } = group;
  const id = group.session(['secure-base']);
  putDown(attune, lead, id, [ta.personId]);
  expect(owed(group, id)).toEqual([]);
  expect(countSince(attune, lead, id)).toBe(0);
  takesQuiz(group, ta);
  group.shows(id, ['labels', 'im-fine']);
  expect(factsOf(group, ta)).toMatchObject({ pages: ['secure-base'], scenarios: [] });
  putDown(attune, lead, id, [other.personId]);
  expect(factsOf(group, other)).toMatchObject({
    ...{ pages: ['secure-base', 'labels'], scenarios: ['im-fine'] },
  });
  expect(owed(group, id)).toEqual([[ta.personId, 'labels', 'im-fine']]);
  const before = { ta: verbs(ta), other: verbs(other) };
  expect(countSince(attune, lead, id)).toBe(1);
  // The same attendance: no second entry that they were there. All of it was met with that, so it is completed.
  expect(verbs(ta)).toEqual([...before.ta, 'scenario ended', 'completed']);
  expect(verbs(other)).toEqual(before.other);
  expect(attendancesOf(attune.db, 'school', id)).toMatchObject([
    { personId: other.personId, pages: 2, scenarios: 1 },
    { personId: ta.personId, pages: 2, scenarios: 1 },
  ]);
  expect(countSince(attune, lead, id)).toBe(0);
  expect(verbs(ta)).toEqual([...before.ta, 'scenario ended', 'completed']);
  holds(group);
  expect(takeOff(attune, lead, id, [ta.personId], 'recorded in error')).toMatchObject({
    withdrawn: 1,
  });
  expect(factsOf(group, ta)).toMatchObject({ pages: [], scenarios: [] });
  holds(group);
});

test('what counts for somebody stays; what counts for nobody yet can be ticked or not', () => {
  const group = makeGroup();
  const { attune, lead, ta } = group;
  const id = group.session(['secure-base', 'labels']);
  const counting = () =>
    countingOf(attune, attune.db, togetherSession(attune.db, 'school', id)).map(({ page }) => page);
  const offered = ['secure-base', 'labels'];
  countShown(attune, lead, id, { offered, ticked: ['labels'] });
  expect(counting()).toEqual(['labels']);
  // Shown on the screen since the form was made: not offered, so not unticked.
  group.shows(id, ['im-fine']);
  countShown(attune, lead, id, { offered, ticked: ['labels'] });
  expect(counting()).toEqual(['labels', 'im-fine']);
  putDown(attune, lead, id, [ta.personId]);
  countShown(attune, lead, id, { offered, ticked: [] });
  expect(counting()).toEqual(['labels', 'im-fine']);
  countShown(attune, lead, id, { offered, ticked: ['secure-base'] });
  expect(owed(group, id)).toEqual([[ta.personId, 'secure-base']]);
  takeOff(attune, lead, id, [ta.personId], 'recorded in error');
  countShown(attune, lead, id, { offered, ticked: [] });
  expect(counting()).toEqual(['im-fine']);
});

test('who has completed it by now has nothing to count; whom nothing counted for goes on the record when something does', () => {
  const group = makeGroup();
  const { attune, lead, ta, other, verbs } = group;
  startModule(attune, other, { module: 'patterns' });
  group.serve({
    ...testModule,
    ...{ version: 2, contentHash: 'hash-of-patterns-2' },
    pages: testModule.pages.map((page) =>
      page.id === 'labels'
        ? { ...page, segments: [{ type: 'prose' as const, html: '<p>Otherwise</p>' }] }
        : page,
    ),
  });
  const id = group.session(['labels']);
  expect(putDown(attune, lead, id, [other.personId])).toEqual({ counted: 0, nothing: 1 });
  putDown(attune, lead, group.session(undefined, '2026-09-02'), [ta.personId]);
  takesQuiz(group, ta);
  putDown(attune, lead, id, [ta.personId]);
  group.shows(id, ['secure-base']);
  expect(owed(group, id)).toEqual([[other.personId, 'secure-base']]);
  expect(countSince(attune, lead, id)).toBe(1);
  expect(verbs(other)).toEqual(['joined', 'started', 'did together']);
  expect(attendancesOf(attune.db, 'school', id)).toMatchObject([
    {
      outcome: 'counted',
      pages: 1,
      enrolmentId: currentEnrolment(attune.db, other, 'patterns')?.id,
    },
    { outcome: 'done before' },
  ]);
  holds(group);
});

test('a day on which nobody it is for was on the staff is refused in words', () => {
  const { attune, lead, session } = makeGroup();
  const id = session([]);
  const old = { module: 'patterns', cohortId: null, heldOn: '2019-01-01' };
  expect(() => moveTogether(attune, lead, id, '2019-01-01')).toThrow(/Nobody was on your staff/);
  expect(() => createTogether(attune, lead, old)).toThrow(/Nobody was on your staff list that day/);
  moveTogether(attune, lead, id, '2026-09-01');
  expect(togetherSession(attune.db, 'school', id).heldOn).toBe('2026-09-01');
});
