import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { attempt, recallItem } from '~db/schema';
import { openAttempt } from '../quiz.server';
import { startModule } from '../start.server';
import { makeTestSchool, type TestSchool } from '../test-school';
import { firstAndLater } from './first-and-later.server';

const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);

/** Somebody new, whose first go was marked on a day. */
function goes({ attune, join }: TestSchool, on: string, standardMet: boolean) {
  const who = join();
  const enrolmentId = startModule(attune, who, { module: 'patterns' });
  const attemptId = openAttempt(attune, who, { enrolmentId });
  attune.db
    .update(attempt)
    .set({ markedAt: noon(on), standardMet })
    .where(eq(attempt.id, attemptId))
    .run();
  return { who, enrolmentId };
}

function recalls({ attune }: TestSchool, enrolmentId: string, on: string, right: boolean) {
  const at = noon(on);
  attune.db
    .insert(recallItem)
    .values({
      ...{ id: uuid(), enrolmentId, weeks: 4, item: uuid(), right, pick: [0] },
      ...{ askedAt: at, answeredAt: at },
    })
    .run();
}

const asked = (school: TestSchool, date: string, today = date) =>
  firstAndLater(school.attune.db, 'school', { date, today });

test('four people are not counted, the fifth makes a five of which nothing more is said, and the tenth another', () => {
  const school = makeTestSchool();
  for (let n = 0; n < 4; n += 1) goes(school, '2026-10-01', true);
  expect(asked(school, '2026-10-31').first).toBeNull();
  goes(school, '2026-10-02', false);
  expect(asked(school, '2026-10-31').first).toEqual({ people: 5, share: null });
  for (let n = 0; n < 5; n += 1) goes(school, '2026-10-03', false);
  goes(school, '2026-10-04', true);
  expect(asked(school, '2026-10-31').first).toEqual({ people: 10, share: 'some' });
});

test('a second go is nobody’s business, and a go still open is none', () => {
  const school = makeTestSchool();
  const all = Array.from({ length: 10 }, () => goes(school, '2026-10-01', false));
  for (const { who, enrolmentId } of all) {
    const again = openAttempt(school.attune, who, { enrolmentId });
    school.attune.db
      .update(attempt)
      .set({ markedAt: noon('2026-10-05'), standardMet: true })
      .where(eq(attempt.id, again))
      .run();
  }
  expect(asked(school, '2026-10-31').first).toEqual({ people: 10, share: 'few or none' });
});

test('what is recorded after a day never changes the answer for that day', () => {
  const days = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'] as const;
  const deed = fc.record({ on: fc.constantFrom(...days), met: fc.boolean() });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 14 }), fc.constantFrom(...days), (deeds, date) => {
      const school = makeTestSchool();
      const sorted = [...deeds].sort((a, b) => a.on.localeCompare(b.on));
      for (const { on, met } of sorted.filter((one) => one.on <= date)) goes(school, on, met);
      const then = asked(school, date, '2026-10-31');
      for (const { on, met } of sorted.filter((one) => one.on > date)) goes(school, on, met);
      expect(asked(school, date, '2026-10-31')).toEqual(then);
    }),
    { numRuns: 8 },
  );
});

test('of questions that came back the first of each set counts, in this school year and the last', () => {
  const school = makeTestSchool();
  for (let n = 0; n < 10; n += 1) {
    const { enrolmentId } = goes(school, '2026-10-01', true);
    recalls(school, enrolmentId, '2026-11-01', true);
    recalls(school, enrolmentId, '2026-11-02', false);
  }
  const right = { people: 10, share: 'nearly all or all' };
  expect(asked(school, '2026-11-30').later).toEqual([
    { weeks: 4, counted: right },
    { weeks: 12, counted: null },
  ]);
  expect(asked(school, '2026-10-31', '2026-11-30').later[0]?.counted).toBeNull();
  expect(asked(school, '2026-11-30', '2028-08-31').later[0]?.counted).toEqual(right);
  expect(asked(school, '2026-11-30', '2028-09-01').later[0]?.counted).toBeNull();
});

test('another school’s goes are not counted', () => {
  const school = makeTestSchool();
  for (let n = 0; n < 5; n += 1) goes(school, '2026-10-01', true);
  const { first } = firstAndLater(school.attune.db, 'other', {
    date: '2026-10-31',
    today: '2026-10-31',
  });
  expect(first).toBeNull();
});
