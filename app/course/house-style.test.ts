import path from 'node:path';
import { expect, test } from 'vitest';
import { builtInFolder } from './folders';
import { readLibrary } from './read-library.server';

/** The house style that is printed by, not a fixture. */
const { refused, names } = await readLibrary(
  builtInFolder(path.resolve(import.meta.dirname, '../../content')),
);

const refusedIn = (text: string) => refused.filter(({ pattern }) => text.search(pattern) >= 0);

test.each([
  'He is attention-seeking again.',
  'She is a known attention seeker.',
  'It was manipulative.',
  'He is acting out today.',
  'She kicks off at lunch.',
  'He has attachment issues.',
  'A naughty boy.',
  'He is damaged.',
  'A child from a broken home.',
  'An attachment-disordered pupil.',
  'She is an avoidant child.',
  'An ambivalent pupil.',
  'Two disorganised boys.',
  'Our attachment kids.',
  'A LAC kid.',
  'Like normal children.',
  'Her real parents.',
  'He is hard to place.',
  'A meltdown in Year 9.',
  'Another tantrum.',
  'They are hardwired.',
  'Toxic stress.',
  'The reptilian brain takes over.',
  'The lizard brain.',
  'An amygdala hijack.',
  'He flipped his lid.',
  'It is proven.',
  'All behaviour is communication.',
  'Contact time with Mum.',
  'Her foster placement.',
  'Challenging behaviour.',
  'Bad parenting.',
])('refused: %s', (text) => {
  expect(refusedIn(text)).not.toEqual([]);
});

test.each([
  'Act out the scene with a partner.',
  'The pencil was broken.',
  'He made eye contact.',
  'Kick-off is at ten past one.',
  'Two children disagreed.',
  'The seating plan was disorganised.',
  'A black lacquer box.',
  'They put the lid back.',
])('not refused: %s', (text) => {
  expect(refusedIn(text)).toEqual([]);
});

test('what is to be written instead is itself in the house style', () => {
  expect(refused.filter(({ instead }) => refusedIn(instead).length > 0)).toEqual([]);
});

test('there are names to choose from, of many heritages, as many girls as boys or nearly', () => {
  const all = [...names.values()];
  const girls = all.filter((name) => name.gender === 'girl').length;
  expect(all.length).toBeGreaterThanOrEqual(70);
  expect(Math.abs(girls / all.length - 0.5)).toBeLessThan(0.05);
  expect(new Set(all.map((name) => name.heritage)).size).toBeGreaterThanOrEqual(10);
});
