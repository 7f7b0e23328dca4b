import { expect, test } from 'vitest';
import { type FridayFacts, type FridayPerson, fridayList, nextFriday } from './friday';
import type { Given } from './needs';
import type { Cell } from './status';

/** A Wednesday. */
const today = '2026-10-07';
const noon = Date.parse('2026-10-07T12:00:00Z');

const given: Given = {
  ...{ assignmentId: 'a', module: 'repair', cohortId: 'tas', cohort: 'Teaching assistants' },
  ...{ dueOn: '2026-10-02', paidTime: 'Tuesday twilight' },
};
const late: Cell = { status: 'overdue', on: '2026-10-02' };

function someone(personId: string, more: Partial<FridayPerson> = {}): FridayPerson {
  const name = personId.toUpperCase();
  return { personId, name, startDate: '2026-09-01', joined: true, wayIn: null, cells: [], ...more };
}

function list(people: FridayPerson[], more: Partial<FridayFacts> = {}) {
  const asked = people.map(
    ({ personId }) => [personId, [{ assignment: 'a', dueOn: '2026-10-02' }]] as const,
  );
  return fridayList({
    ...{ today, modules: [{ slug: 'repair', title: 'Repair' }], people, hands: [] },
    ...{ asked: new Map(asked), given: [given], sizes: new Map([['tas', 20]]), spoken: new Map() },
    ...more,
  });
}

const kinds = (people: FridayPerson[], more?: Partial<FridayFacts>) =>
  list(people, more).people.map(({ name, reasons }) => [name, ...reasons.map(({ kind }) => kind)]);

test('the next Friday is never today', () => {
  expect(nextFriday('2026-10-08')).toBe('2026-10-09');
  expect(nextFriday('2026-10-09')).toBe('2026-10-16');
  expect(nextFriday('2026-10-10')).toBe('2026-10-16');
  expect(nextFriday('2026-10-11')).toBe('2026-10-16');
});

test('nobody is listed for what is done, begun in time, not due within a week, or not asked', () => {
  const cells: Cell[] = [
    { status: 'done', on: '2026-10-01' },
    { status: 'in progress', on: '2026-10-08' },
    { status: 'not started', on: '2026-10-15' },
    { status: 'opens later', on: '2026-10-08' },
    { status: 'not assigned', on: null },
  ];
  expect(kinds(cells.map((cell, n) => someone(`p${n}`, { cells: [cell] })))).toEqual([]);
});

test('whoever asked for a hand comes first, then by how long it is overdue, then what is due soon', () => {
  const people = [
    someone('soon', { cells: [{ status: 'not started', on: '2026-10-14' }] }),
    someone('late', { cells: [late] }),
    someone('later', { cells: [{ status: 'in progress, overdue', on: '2026-09-25' }] }),
    someone('asks', { cells: [{ status: 'has asked for a hand', on: '2026-10-30' }] }),
  ];
  expect(kinds(people)).toEqual([
    ['ASKS', 'asked for a hand'],
    ['LATER', 'overdue'],
    ['LATE', 'overdue'],
    ['SOON', 'due soon'],
  ]);
});

test('what is overdue says when the paid time was, from the assignment by whose date they are asked', () => {
  const [first] = list([someone('late', { cells: [late] })]).people;
  expect(first?.reasons[0]).toEqual({
    kind: 'overdue',
    ...{ module: 'Repair', dueOn: '2026-10-02', begun: false, given },
  });
});

test('whoever has not joined is listed for that alone, and not in the first week of a way in', () => {
  const wayIn = (madeOn: string, until: string, ended = false) => ({ madeOn, until, ended });
  const people = [
    someone('never', { joined: false, cells: [late] }),
    someone('ended', { joined: false, wayIn: wayIn('2026-09-01', '2026-09-15', true) }),
    someone('unused', { joined: false, wayIn: wayIn('2026-09-30', '2026-10-14') }),
    someone('fresh', { joined: false, wayIn: wayIn('2026-10-01', '2026-10-15') }),
    someone('early', {
      ...{ joined: false, startDate: '2026-10-12', wayIn: wayIn('2026-09-30', '2026-10-14') },
    }),
  ];
  expect(kinds(people)).toEqual([
    ['NEVER', 'no way in'],
    ['ENDED', 'way in ended'],
    ['UNUSED', 'way in unused'],
  ]);
});

test('of more than five without a way in there is one line for all of them', () => {
  const without = Array.from({ length: 6 }, (_, n) => someone(`p${n}`, { joined: false }));
  expect(list(without.slice(1)).toInvite).toEqual([]);
  expect(list(without.slice(1)).people).toHaveLength(5);
  expect(list(without).toInvite).toHaveLength(6);
  expect(list(without).people).toEqual([]);
});

test('when most of a cohort is late it is one line about the date, and nobody is listed for it', () => {
  const people = Array.from({ length: 6 }, (_, n) => someone(`p${n}`, { cells: [late] }));
  const most = { sizes: new Map([['tas', 11]]) };
  const half = { sizes: new Map([['tas', 12]]) };
  expect(list(people, most).cohorts).toMatchObject([{ given, title: 'Repair', of: 11 }]);
  expect(list(people, most).people).toEqual([]);
  expect(list(people, half).cohorts).toEqual([]);
  expect(list(people, half).people).toHaveLength(6);
  expect(list(people.slice(2), { sizes: new Map([['tas', 4]]) }).people).toHaveLength(4);
});

test('whoever was spoken with is off the list, also of their cohort, unless they asked for a hand since', () => {
  const people = Array.from({ length: 6 }, (_, n) => someone(`p${n}`, { cells: [late] }));
  const most = { sizes: new Map([['tas', 8]]) };
  const some = list(people, { ...most, spoken: new Map([['p0', noon]]) });
  expect(some.cohorts[0]?.people.map(({ personId }) => personId)).toEqual(
    people.slice(1).map(({ personId }) => personId),
  );
  const all = new Map(people.map(({ personId }) => [personId, noon]));
  expect(list(people, { ...most, spoken: all })).toEqual({ cohorts: [], toInvite: [], people: [] });

  const asks = someone('asks', { cells: [{ status: 'has asked for a hand', on: null }] });
  const spoken = new Map([['asks', noon]]);
  const asked = (since: number) => kinds([asks], { spoken, hands: [{ personId: 'asks', since }] });
  expect(asked(noon - 1)).toEqual([]);
  expect(asked(noon + 1)).toEqual([['ASKS', 'asked for a hand']]);
});
