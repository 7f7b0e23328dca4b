import { expect, test } from 'vitest';
import { frameworkFile } from './schemas';

const file = (line: object) =>
  frameworkFile.safeParse({
    ...{ id: 'areas', title: 'Areas', asOf: '2026-05-31', source: 'x', reviewBy: '2027-05-31' },
    topics: [{ id: 'safeguarding', title: 'Safeguarding', ...line }],
  });

test('a line that is recorded elsewhere may have nothing of this record beside it', () => {
  expect(file({ elsewhere: true }).success).toBe(true);
  expect(file({ beside: ['months'], changes: ['f'] }).success).toBe(true);
  for (const beside of [{ beside: ['months'] }, { changes: ['f'] }, { through: { o: ['a'] } }]) {
    expect(file({ elsewhere: true, ...beside }).error?.message).toContain('recorded elsewhere');
  }
});

test('no file can put a measure of the school’s own beside a line', () => {
  expect(file({ beside: ['measures'] }).success).toBe(false);
});
