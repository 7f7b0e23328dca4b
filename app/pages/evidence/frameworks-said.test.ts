import { expect, test } from 'vitest';
import { besideLinesInWords } from './frameworks-said';

const line = (title: string, of: 'something' | 'nothing' | 'elsewhere') => ({
  ...{ topic: { id: title, title }, nothing: of === 'nothing', elsewhere: of === 'elsewhere' },
});

test('whether something is beside a framework’s lines is said without a fraction, and which have nothing by name', () => {
  const [a, b] = [line('A', 'something'), line('B', 'nothing')];
  expect(besideLinesInWords([a, a])).toBe(
    'Something is on record beside each line; whether it is enough is for the school to judge.',
  );
  expect(besideLinesInWords([a, b])).toBe('Nothing is beside one of its lines yet: B.');
  expect(besideLinesInWords([a, b, line('C', 'nothing')])).toBe(
    'Nothing is beside 2 of its lines yet: B; C.',
  );
  expect(besideLinesInWords([a, b, b, b, b])).toBe('Nothing is beside 4 of its lines yet.');
  expect(besideLinesInWords([b, b])).toBe('Nothing is beside any of its lines yet.');
  expect(besideLinesInWords([a, b], 'teaching assistant')).toBe(
    'Nothing of the role group “teaching assistant” is beside one of its lines yet: B.',
  );
});

test('a line that is recorded elsewhere is not among those that have nothing', () => {
  const [a, away] = [line('A', 'something'), line('Safeguarding', 'elsewhere')];
  expect(besideLinesInWords([away, a])).toBe(
    'Something is on record beside each line; whether it is enough is for the school to judge. One more is recorded elsewhere.',
  );
  expect(besideLinesInWords([away])).toBe('What it asks for is recorded elsewhere.');
  expect(besideLinesInWords([])).toBe('The school has left all of its lines out.');
});
