import { expect, test } from 'vitest';
import { fits } from './find';

const zoe = ['Zoë O’Hara', 'zoe@elm.example', null, 'teaching assistant', 'Year 4'];

test.each(['', 'zoe', 'ZOË', "o'hara", 'o’hara zoe', 'year 4', 'assistant', 'zoe@', ' zoe '])(
  '“%s” finds her',
  (find) => {
    expect(fits(find, zoe)).toBe(true);
  },
);

test.each(['zoey', 'zoe year 5', 'null', '%', '.'])('“%s” does not', (find) => {
  expect(fits(find, zoe.slice(0, 1).concat(zoe.slice(3)))).toBe(false);
});
