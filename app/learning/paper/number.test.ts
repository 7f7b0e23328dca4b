import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signs } from '~/people/code.server';
import { makeNumber, numberInWords, readNumber } from './number.server';

test('a number is read as it was made, in small letters, with or without its dash', () => {
  for (let n = 0; n < 200; n += 1) {
    const number = makeNumber();
    expect(readNumber(number)).toBe(number);
    expect(readNumber(` ${numberInWords(number).toLowerCase()} `)).toBe(number);
  }
});

test('one sign typed wrong is noticed, whichever it is, and so is one too few or too many', () => {
  const place = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(place, fc.constantFrom(...signs), (at, sign) => {
      const number = makeNumber();
      const typed = number.slice(0, at) + sign + number.slice(at + 1);
      expect(readNumber(typed)).toBe(typed === number ? number : null);
      expect(readNumber(number.slice(0, at) + number.slice(at + 1))).toBeNull();
      expect(readNumber(number + sign)).toBeNull();
    }),
  );
});

test('two neighbours swapped are noticed, but for the first and the last sign, as with any sum of this kind', () => {
  const [first, last] = [signs[0] ?? '', signs.at(-1) ?? ''];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 }), (at) => {
      const number = makeNumber();
      const [a, b] = [number[at] ?? '', number[at + 1] ?? ''];
      fc.pre(a !== b && ![a, b].every((sign) => sign === first || sign === last));
      expect(readNumber(number.slice(0, at) + b + a + number.slice(at + 2))).toBeNull();
    }),
  );
});
