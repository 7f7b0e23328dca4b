import { expect, test } from 'vitest';
import { inPathwayOrder } from './in-order';

const step = (module: string) => ({ module, opens: 1, due: 2 });
const listed = (...pathways: string[][]) => {
  const compare = inPathwayOrder(pathways.map((slugs) => ({ modules: slugs.map(step) })));
  return ['zebra', 'apple', 'mango', 'pear']
    .map((slug) => ({ slug, title: slug }))
    .sort(compare)
    .map(({ slug }) => slug);
};

test('modules stand in the order of the first pathway, then the others by title', () => {
  expect(listed(['zebra', 'mango', 'not here'], ['pear'])).toEqual([
    'zebra',
    'mango',
    'apple',
    'pear',
  ]);
});

test('without a pathway they stand by title', () => {
  expect(listed()).toEqual(['apple', 'mango', 'pear', 'zebra']);
});
