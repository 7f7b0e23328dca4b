import { expect, test } from 'vitest';
import { commitmentLines } from './commitment-in-words';

test('when, and how they will know, stand under their labels, and what was left empty is left out', () => {
  const what = 'Say when I will be back, and be back then.';
  expect(
    commitmentLines({ what, when: 'Tuesday maths', know: 'I kept it four days in five.' }),
  ).toEqual([what, 'When: Tuesday maths', 'How I will know: I kept it four days in five.']);
  expect(commitmentLines({ what, when: '', know: '' })).toEqual([what]);
  expect(commitmentLines({ what: '', when: '', know: 'They sat down.' })).toEqual([
    'How I will know: They sat down.',
  ]);
});
