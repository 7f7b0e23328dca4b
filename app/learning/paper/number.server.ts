import { randomInt } from 'node:crypto';
import { signs } from '~/people/code.server';

const length = 6;

/** Luhn's sum over thirty signs: one sign typed wrong, or two neighbours swapped, and it no longer comes out. */
function sumOf(text: string): number {
  return [...text].reverse().reduce((sum, sign, n) => {
    const value = signs.indexOf(sign) * (n % 2 === 0 ? 1 : 2);
    return sum + Math.floor(value / signs.length) + (value % signs.length);
  }, 0);
}

/** A sheet's number: five signs drawn, and a sixth that checks them. */
export function makeNumber(): string {
  const drawn = Array.from({ length: length - 1 }, () => signs[randomInt(signs.length)]).join('');
  const check = [...signs].find((sign) => sumOf(drawn + sign) % signs.length === 0);
  return `${drawn}${check}`;
}

/** The number as it is stored, however it was typed; null when a sign of it must be wrong. */
export function readNumber(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const known = plain.length === length && [...plain].every((sign) => signs.includes(sign));
  return known && sumOf(plain) % signs.length === 0 ? plain : null;
}

/** As it stands on the sheet: `K7Q-94M`. */
export const numberInWords = (number: string) => `${number.slice(0, 3)}-${number.slice(3)}`;
