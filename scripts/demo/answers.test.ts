import { expect, test } from 'vitest';
import type { Question, Scenario } from '~/course/module';
import { choicesAt } from '~/learning/scenario-path';
import { isStandardMet } from '~/learning/standard';
import { slips, wrongPick } from './answers';
import { pathOf } from './paths';

const question = (id: string, critical = false) =>
  ({
    kind: 'one',
    id,
    critical,
    options: [{ right: true }, { right: false }, { right: false }, { right: false }],
  }) as Question;
const quiz = [
  ...Array.from({ length: 10 }, (_, n) => question(`item-${n}`)),
  question('safe-1', true),
  question('safe-2', true),
];
const met = (wrong: Set<string>) =>
  isStandardMet(quiz.map(({ id, critical }) => ({ critical, right: !wrong.has(id) })));
const people = Array.from({ length: 40 }, (_, n) => n);

test('a go meets the standard or not, as its story says', () => {
  for (const who of people) {
    expect(met(slips(quiz, who, true))).toBe(true);
    expect(met(slips(quiz, who, false))).toBe(false);
  }
});

test('some questions are hard for many, most for few, and a wrong answer is a wrong one', () => {
  const wrongBy = quiz.map(
    ({ id }) => people.filter((who) => slips(quiz, who, true).has(id)).length,
  );
  expect(Math.max(...wrongBy)).toBeGreaterThan(people.length / 2);
  expect(wrongBy.filter((n) => n < people.length / 5).length).toBeGreaterThan(quiz.length / 2);
  for (const who of people) expect(wrongPick(question('item-1'), who)[0]).toBeGreaterThan(0);
});

const choice = (to: string, tag: string) => ({ to, tag, html: '' });
const story = {
  id: 'story',
  start: 'a',
  steps: [
    { id: 'a', html: '', choices: [choice('b', 'connects'), choice('c', 'escalates')] },
    { id: 'b', html: '', choices: [choice('good', 'connects'), choice('c', 'avoids')] },
    { id: 'c', html: '', choices: [choice('b', 'repairs'), choice('bad', 'holds')] },
  ],
  endings: [
    { id: 'good', kind: 'settled', html: '', choices: [] },
    { id: 'bad', kind: 'unresolved', html: '', choices: [] },
  ],
} as unknown as Scenario;

test('whoever takes a story comes to an ending, most by the kind way and some by another', () => {
  const firsts = people.map((who) => {
    const path = pathOf(story, who);
    let at = story.start;
    for (const n of path) at = choicesAt(story, at)[n]?.to ?? '';
    expect(['good', 'bad']).toContain(at);
    return path[0];
  });
  const kind = firsts.filter((n) => n === 0).length;
  expect(kind).toBeGreaterThan(people.length / 2);
  expect(kind).toBeLessThan(people.length);
});
