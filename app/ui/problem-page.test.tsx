import { expect, test } from 'vitest';
import { markup } from './markup-for-test';
import { NotFound, WaysOut } from './problem-page';

const linksIn = (html: string) => [...html.matchAll(/<a[^>]*href="([^"]*)"/g)].map(([, to]) => to);
const ways = (here: Parameters<typeof WaysOut>[0]['here']) =>
  linksIn(markup(<WaysOut here={here} />));

test('from an error page everyone can go on to their own places, the first one first', () => {
  expect(ways({ roles: ['staff'] })).toEqual(['/learn', '/account']);
  expect(ways({ roles: ['staff', 'lead'] })).toEqual(['/lead', '/learn', '/evidence', '/account']);
  expect(ways({ roles: ['staff', 'head'] })).toEqual(['/evidence', '/learn', '/account']);
});

test('who is not signed in is led to sign-in, and when nothing is known the first page decides', () => {
  expect(ways(null)).toEqual(['/sign-in']);
  expect(ways(undefined)).toEqual(['/']);
});

test('an error page says what happened in its own words', () => {
  expect(markup(<NotFound words="There is no such cohort." />)).toContain(
    'There is no such cohort.',
  );
});
