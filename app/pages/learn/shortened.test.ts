import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened } from './shortened';

const line = 'Safety comes first, and the behaviour policy stands as it is.';

test('a few lines stay whole', () => {
  expect(shortened(`${line}\n${line}`)).toEqual({ first: `${line}\n${line}`, rest: '' });
});

test('a long text is folded between two lines, or else between two sentences', () => {
  const lines = shortened(Array(12).fill(line).join('\n'));
  expect(lines.first).toBe(Array(5).fill(line).join('\n'));
  const { first, rest } = shortened(Array(12).fill(line).join(' '));
  expect(first.endsWith('as it is.')).toBe(true);
  expect(rest.startsWith('Safety')).toBe(true);
});

test('whatever is typed, nothing of it is lost', () => {
  const plain = (text: string) => text.replace(/\s+/g, '');
  fc.assert(
    fc.property(fc.string({ maxLength: 1500 }), (words) => {
      const { first, rest } = shortened(words);
      expect(plain(first + rest)).toBe(plain(words));
      expect(first.length).toBeLessThanOrEqual(400);
    }),
  );
});
