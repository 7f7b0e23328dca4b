import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '~/people/actor';
import { makeSchool, makeTestHouse, type TestHouse } from '~/people/test-house';
import { looksAt } from '~/record/access.server';
import { addDays, londonDate } from '~/record/london-date';
import { governorsLink } from '~db/schema';
import { isGovernorsError } from './errors';
import { countOpening, drawToken, linksOf, makeLink, readLink, withdrawLink } from './links.server';

let house: TestHouse;
let head: Actor;
let lead: Actor;
let today: string;
beforeEach(async () => {
  house = makeTestHouse();
  ({ head, lead } = await makeSchool(house));
  today = londonDate(house.attune.now());
});

const link = (more: Partial<Parameters<typeof makeLink>[2]> = {}) =>
  makeLink(house.attune, head, {
    ...{ label: 'Autumn meeting', lastDay: addDays(today, 60), asAt: null, ...more },
  });
let names = 0;
/** Of another name each time. */
const another = () => link({ label: `Meeting ${++names}` });
const only = () => linksOf(house.attune, head.schoolId)[0];

test('a link opens its school’s totals until the end of its last day, and then no longer', () => {
  const asAt = addDays(today, -1);
  const { token } = link({ lastDay: addDays(today, 2), asAt });
  expect(readLink(house.attune, token)).toMatchObject({ schoolId: head.schoolId, asAt });
  house.clock.advance(2 * 24 * 60);
  expect(readLink(house.attune, token)).not.toBeNull();
  house.clock.advance(24 * 60);
  expect(readLink(house.attune, token)).toBeNull();
  expect(only()?.state).toBe('over');
});

test('a link that was withdrawn opens nothing from that moment on, and nor does one that never was', () => {
  const { id, token } = link();
  withdrawLink(house.attune, head, id);
  for (const tried of [token, `${token}x`, token.slice(1), token.toLowerCase(), '']) {
    expect(readLink(house.attune, tried)).toBeNull();
  }
  withdrawLink(house.attune, head, id);
  expect(only()).toMatchObject({ state: 'withdrawn', withdrawnOn: today });
});

test('a token is long enough, is kept as a hash alone, and no two are the same', () => {
  const tokens = Array.from({ length: 20 }, () => another().token);
  expect(new Set(tokens).size).toBe(20);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(20);
  const stored = JSON.stringify(house.attune.db.select().from(governorsLink).all());
  for (const token of tokens) expect(stored).not.toContain(token);
});

test('a last day that has gone by, that is over a year away or that is none is refused in words', () => {
  for (const lastDay of [addDays(today, -1), addDays(today, 400), '31 March', '']) {
    try {
      link({ lastDay });
      expect.unreachable();
    } catch (error) {
      expect(isGovernorsError(error) && error.field).toBe('lastDay');
    }
  }
  expect(linksOf(house.attune, head.schoolId)).toEqual([]);
});

test('figures that are to stay as they are are those of a day that is over', () => {
  expect(() => link({ asAt: today })).toThrow('may still change until midnight');
  expect(() => link({ asAt: addDays(today, 1) })).toThrow('still to come');
  expect(() => link({ asAt: '' })).toThrow('Choose the day');
});

test('openings are counted with their day', () => {
  const { id } = link();
  expect(only()).toMatchObject({ opened: 0, openedOn: null });
  countOpening(house.attune, { id });
  house.clock.advance(24 * 60);
  countOpening(house.attune, { id });
  expect(only()).toMatchObject({ opened: 2, openedOn: addDays(today, 1) });
});

test('making and withdrawing stand among the looks of everybody on the staff list', () => {
  const { id } = link();
  house.clock.advance(1);
  withdrawLink(house.attune, head, id);
  const looks = looksAt(house.attune.db, lead.schoolId, lead.personId, { limit: 5 });
  expect(looks.map(({ what }) => what)).toEqual([
    'withdrew a link to totals for governors, “Autumn meeting”',
    'made a link to totals for governors, “Autumn meeting”',
  ]);
});

test('another school sees none of them, and withdraws none', () => {
  const { id, token } = link();
  const elsewhere = { ...head, schoolId: 'another' };
  expect(linksOf(house.attune, 'another')).toEqual([]);
  expect(() => withdrawLink(house.attune, elsewhere, id)).toThrow('Your school has no such link.');
  expect(readLink(house.attune, token)).not.toBeNull();
});

test('a form that is sent twice makes one link and shows it both times; one like it is made only once it opens nothing', () => {
  const token = drawToken();
  const first = link({ token });
  expect(first.token).toBe(token);
  expect(link({ token })).toEqual(first);
  expect(linksOf(house.attune, head.schoolId)).toHaveLength(1);
  expect(looksAt(house.attune.db, lead.schoolId, lead.personId, { limit: 5 })).toHaveLength(1);
  // Back, and again, the page brings another token along, and the first is known to nobody any more.
  expect(() => link({ token: drawToken() })).toThrow('opens already');
  expect(() => link()).toThrow('opens already');
  withdrawLink(house.attune, head, first.id);
  expect(link({ token }).token).not.toBe(token);
  expect(readLink(house.attune, token)).toBeNull();
});

test('a token that stands for another link, of another school even, or is none, is not taken', () => {
  const { token } = link();
  const weak = ['', 'x', 'a'.repeat(28), 'ä'.repeat(27), token];
  for (const [n, brought] of weak.entries()) {
    const made = link({ label: `Meeting ${n}`, token: brought });
    expect(made.token).not.toBe(brought);
    expect(Buffer.from(made.token, 'base64url')).toHaveLength(20);
  }
  expect(readLink(house.attune, token)).not.toBeNull();
});
