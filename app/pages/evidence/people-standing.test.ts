import { expect, test } from 'vitest';
import type { Standing } from '~/record/standing';
import { notCompleted, readStandings, standingsInWords, whoStand } from './people-standing';

test('only those who stand so are left; without any asked for, everyone', () => {
  const people = (['trained', 'not open yet', 'not asked'] as Standing[]).map((standing) => ({
    standing,
  }));
  expect(whoStand(people, ['not open yet'])).toEqual([{ standing: 'not open yet' }]);
  expect(whoStand(people, notCompleted)).toHaveLength(2);
  expect(whoStand(people, [])).toEqual(people);
});

test('what is no standing is asked for in vain, and said', () => {
  const query = new URLSearchParams('standing=not+asked&standing=late&standing=in+progress');
  expect(readStandings(query)).toEqual({
    standing: ['in progress', 'not asked'],
    unknown: ['late'],
  });
});

test('standings are told in words, and all but completed as what it is', () => {
  expect(standingsInWords([])).toBe('');
  expect(standingsInWords(['in progress', 'not started'])).toBe('in progress or not started');
  expect(standingsInWords(notCompleted)).toBe('those who have not completed it');
});
