import { expect, test } from 'vitest';
import { enteredLater, heldInWords } from './said';

test('a session that was brought in from a list never looks as if it had been entered on its day', () => {
  const session = { heldOn: '2024-11-03', people: 12 };
  expect(enteredLater({ people: 12, fromList: 0 })).toBe('');
  expect(heldInWords({ ...session, fromList: 0 })).toBe('3 November 2024');
  expect(heldInWords({ ...session, fromList: 12 })).toBe(
    '3 November 2024 (entered later, from the school’s own list)',
  );
  expect(heldInWords({ ...session, fromList: 5 })).toBe(
    '3 November 2024 (5 of the 12 entered later, from the school’s own list)',
  );
});
