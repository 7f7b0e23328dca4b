import { expect, test } from 'vitest';
import { markup } from './markup-for-test';
import { NotFound } from './problem-page';

test('from an error page one can go on to the first page, to learning and to one’s account', () => {
  const html = markup(<NotFound words="There is no such cohort." />);
  expect(html).toContain('There is no such cohort.');
  for (const to of ['/', '/learn', '/account']) {
    expect(html).toMatch(
      new RegExp(`class="button[^>]*href="${to}"|href="${to}"[^>]*class="button`),
    );
  }
});
