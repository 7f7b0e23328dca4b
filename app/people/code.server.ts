import { createHash, randomInt } from 'node:crypto';

/** Without 0 O 1 I L U, which are mistaken for one another on paper and spell things. 30 signs, 8 of them: 39 bits. */
export const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const half = 4;

/** A one-use code to print or read out, like `K7QD-94MF`. */
export function makeCode(): string {
  const some = () => Array.from({ length: half }, () => signs[randomInt(signs.length)]).join('');
  return `${some()}-${some()}`;
}

/** All that is stored of a code. Small letters, spaces and a missing dash make no difference. */
export function hashCode(typed: string): string {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return createHash('sha256').update(`code:${plain}`).digest('hex');
}
