import { expect, test } from 'vitest';
import { checkPassword, hashPassword, passwordFits } from './password.server';
import { makeTestHouse } from './test-house';

const { attune } = makeTestHouse();

test.each([
  'short',
  'elevenchars',
  'aaaaaaaaaaaaaaaa',
  '1234 5678 9012',
  'Password1234',
  'x'.repeat(1001),
])('%j is refused in words', (password) => {
  expect(() => checkPassword(password)).toThrow(/\S+ \S+/);
});

test.each([
  'four kind words here',
  '💛💙💚🧡💜🤎🖤🤍💛💙💚🧡',
  '   leading and trailing   ',
  "'; drop table person; --",
])('%j is as good as any', async (password) => {
  checkPassword(password);
  const stored = await hashPassword(attune, password);
  expect(await passwordFits(attune, stored, password)).toBe(true);
  expect(await passwordFits(attune, stored, `${password} `)).toBe(false);
});

test('it is kept as argon2id of the agreed cost', async () => {
  expect(await hashPassword(attune, 'four kind words here')).toMatch(
    /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
  );
});

test('an é typed as one sign or as two is the same password', async () => {
  const stored = await hashPassword(attune, 'cafe\u0301 by the river');
  expect(await passwordFits(attune, stored, 'caf\u00e9 by the river')).toBe(true);
});

test('nobody’s password never fits, and costs as much to find out', async () => {
  const stored = await hashPassword(attune, 'four kind words here');
  const time = async (hash: string | null) => {
    const from = performance.now();
    for (let n = 0; n < 3; n++) expect(await passwordFits(attune, hash, 'wrong')).toBe(false);
    return performance.now() - from;
  };
  const [known, unknown] = [await time(stored), await time(null)];
  // Without the hash to compare with it would be some thousand times quicker; a busy machine blurs the rest.
  expect(unknown).toBeGreaterThan(known / 10);
});
