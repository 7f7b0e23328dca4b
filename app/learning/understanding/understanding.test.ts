import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Module, Question } from '~/course/module';
import type { Actor } from '~/people/actor';
import { answer, attempt } from '~db/schema';
import { attemptById } from '../attempts.server';
import { answerItem, openAttempt } from '../quiz.server';
import { chooseStep, startScenario } from '../scenarios.server';
import { startModule } from '../start.server';
import { testBank, testModule } from '../test-module';
import { makeTestSchool, type TestSchool } from '../test-school';
import { understanding } from './understanding.server';

const picks = (question: Question, right: boolean): number[] => {
  if (question.kind === 'sort')
    return question.statements.map(({ category }) => (right ? category : 1 - category));
  const fit = question.options.flatMap((option, n) => (option.right === right ? [n] : []));
  return right ? fit : fit.slice(0, 1);
};

/** A whole go at the quiz; what each answer is follows from the item. */
function quiz(school: TestSchool, who: Actor, right = (_item: string) => true) {
  const enrolmentId = startModule(school.attune, who, { module: 'patterns' });
  const go = attemptById(school.attune.db, openAttempt(school.attune, who, { enrolmentId }));
  for (const item of go?.items ?? []) {
    const question = testBank.find(({ id }) => id === item) as Question;
    answerItem(school.attune, who, {
      attemptId: go?.id ?? '',
      item,
      pick: picks(question, right(item)),
      confidence: right(item) ? 'fairly' : 'sure',
    });
  }
  return go?.items ?? [];
}

function example(school: TestSchool, who: Actor, choices: number[]) {
  const enrolmentId = startModule(school.attune, who, { module: 'patterns' });
  const runId = startScenario(school.attune, who, { enrolmentId, scenario: 'im-fine', n: 9 });
  choices.forEach((choice, n) => {
    chooseStep(school.attune, who, { runId, n, choice });
  });
}

const shownTo = (school: TestSchool, module: Module = testModule) =>
  understanding(school.attune, 'school', module, [], null);

/** Items by how many have been asked them, as drawn. */
function ask(school: TestSchool, people: number, right?: (item: string) => boolean) {
  const asked = new Map<string, number>();
  for (let n = 0; n < people; n += 1) {
    for (const item of quiz(school, school.join(), right))
      asked.set(item, (asked.get(item) ?? 0) + 1);
  }
  return asked;
}

test('an item is shown when five have answered it, and one that four have answered is nowhere in what is sent', () => {
  const school = makeTestSchool();
  const asked = ask(school, 9);
  const shown = shownTo(school);
  for (const { id } of testBank) {
    const found = shown.items.find(({ question }) => question.id === id);
    const times = asked.get(id) ?? 0;
    expect(found?.people, id).toBe(times < 5 ? undefined : 5);
    if (times < 5) expect(JSON.stringify(shown)).not.toContain(`Stem of ${id}<`);
  }
  expect(shown.itemsNotShown).toBe(testBank.length - shown.items.length);
  expect([...asked.values()].some((times) => times > 0 && times < 5)).toBe(true);
  expect(shown.items.length).toBeGreaterThan(0);
});

test('with four people nothing is shown of anything', () => {
  const school = makeTestSchool();
  for (let n = 0; n < 4; n += 1) {
    const who = school.join();
    quiz(school, who);
    example(school, who, [0]);
  }
  expect(shownTo(school)).toEqual({
    group: null,
    groups: [],
    items: [],
    itemsNotShown: testBank.length,
    scenarios: [],
  });
});

test('confident errors come first, and are said in words', () => {
  const school = makeTestSchool();
  ask(school, 40, (item) => item !== 'item-3');
  const [first, ...others] = shownTo(school).items;
  expect(first?.question.id).toBe('item-3');
  expect(first?.otherwise).toBe('nearly all or all');
  expect(first?.sure.otherwise.sure).toBe('nearly all or all');
  expect(others.every(({ otherwise }) => otherwise === 'few or none')).toBe(true);
});

test('a second go changes nothing: the first answer counts', () => {
  const school = makeTestSchool();
  const people = Array.from({ length: 30 }, () => school.join());
  for (const who of people) quiz(school, who, () => false);
  const before = shownTo(school);
  for (const who of people) quiz(school, who, () => true);
  for (const item of before.items) {
    const after = shownTo(school).items.find(({ question }) => question.id === item.question.id);
    expect(after?.people).toBeGreaterThanOrEqual(item.people);
  }
  const everybodys = testBank.filter(({ critical }) => critical).map(({ id }) => id);
  expect(before.items.some(({ question }) => everybodys.includes(question.id))).toBe(true);
});

test('what was answered to a version that asked in other words is not counted, in the same words it is', () => {
  const school = makeTestSchool();
  ask(school, 30);
  const before = shownTo(school);
  const changed = before.items[0]?.question.id;
  const next: Module = {
    ...testModule,
    version: 2,
    contentHash: 'hash-of-patterns-2',
    pages: testModule.pages.map((page) =>
      page.id === 'quiz'
        ? {
            ...page,
            segments: [
              {
                type: 'quiz',
                draw: 8,
                bank: testBank.map((one) =>
                  one.id === changed ? { ...one, stem: '<p>In other words</p>' } : one,
                ),
              },
            ],
          }
        : page,
    ),
  };
  school.serve(next);
  const after = shownTo(school, next);
  expect(after.items.map(({ question }) => question.id).sort()).toEqual(
    before.items
      .map(({ question }) => question.id)
      .filter((id) => id !== changed)
      .sort(),
  );
});

test('when any of the five answers is deleted, none of them is shown', () => {
  const school = makeTestSchool();
  const { db } = school.attune;
  ask(school, 9);
  const before = shownTo(school).items;
  expect(before.length).toBeGreaterThan(0);
  const [gone] = db.select().from(attempt).orderBy(asc(attempt.openedAt)).all();
  db.delete(answer)
    .where(eq(answer.attemptId, gone?.id ?? ''))
    .run();
  const left = shownTo(school).items.map(({ question }) => question.id);
  expect(left).toEqual(
    before.map(({ question }) => question.id).filter((id) => !gone?.items.includes(id)),
  );
});

test('a scenario is a map of first choices, and a place that four have come to is not on it', () => {
  const school = makeTestSchool();
  for (let n = 0; n < 10; n += 1) example(school, school.join(), n < 4 ? [2, 0] : [0]);
  const again = school.join();
  example(school, again, [0]);
  example(school, again, [1]);
  const [found, ...others] = shownTo(school).scenarios;
  expect(others).toEqual([]);
  expect(found?.places.map(({ id, people }) => [id, people])).toEqual([['first', 10]]);
  expect(found?.places[0]?.choices.map(({ share }) => share)).toEqual([
    'about half',
    'few or none',
    'some',
  ]);
  expect(JSON.stringify(found)).not.toContain('she points');
  expect(found?.placesNotShown).toBe(3);
});

const groupOf = (id: string, people: Actor[]) => ({
  id,
  name: `Cohort ${id}`,
  people: new Set(people.map(({ personId }) => personId)),
});

test('a cohort is shown beside the school only in whole fives', () => {
  const school = makeTestSchool();
  const inside = Array.from({ length: 23 }, () => school.join());
  for (const who of inside) example(school, who, [0]);
  for (let n = 0; n < 4; n += 1) example(school, school.join(), [1]);
  const show = (asked: string | null) =>
    understanding(school.attune, 'school', testModule, [groupOf('y4', inside)], asked);
  const counted = (asked: string | null) => show(asked).scenarios[0]?.places[0]?.people;
  expect(counted('y4')).toBe(20);
  // Seven are waiting, three of the cohort and four of the rest: nobody can be found by taking one from the other.
  expect(counted(null)).toBe(20);
  expect(show('y4').group).toEqual({ id: 'y4', name: 'Cohort y4' });
  expect(show(null).groups).toEqual([{ id: 'y4', name: 'Cohort y4' }]);
});

test('a cohort of nineteen is not offered, asking for it shows the school, and it holds nobody back', () => {
  const school = makeTestSchool();
  const people = Array.from({ length: 19 }, () => school.join());
  for (const who of people.slice(0, 3)) example(school, who, [0]);
  for (let n = 0; n < 2; n += 1) example(school, school.join(), [0]);
  const small = [groupOf('small', people)];
  const shown = understanding(school.attune, 'school', testModule, small, 'small');
  expect(shown.group).toBeNull();
  expect(shown.groups).toEqual([]);
  expect(shown.scenarios[0]?.places[0]?.people).toBe(5);
});

test('another school’s answers are not counted', () => {
  const school = makeTestSchool();
  ask(school, 10);
  expect(understanding(school.attune, 'elsewhere', testModule, [], null).items).toEqual([]);
});
