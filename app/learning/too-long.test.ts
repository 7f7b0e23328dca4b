import { expect, test } from 'vitest';
import { tooLong } from './too-long';

test('ten thousand characters are kept, whatever they are, and one more is not', () => {
  for (const character of ['x', '’', '\n', '\r\n', '👩']) {
    expect(tooLong(character.repeat(10_000)), character).toBeNull();
    expect(tooLong(character.repeat(10_001)), character).toMatch(/^This is 10,001 characters long/);
  }
});
