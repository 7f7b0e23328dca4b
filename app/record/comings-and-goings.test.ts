import { expect, test } from 'vitest';
import { comingsAndGoings, isOnStaff } from './comings-and-goings';
import { monthsBetween } from './months';

const member = (personId: string, startDate: string, leaveDate: string | null = null) => ({
  ...{ personId, name: personId, roleGroup: 'teacher', startDate, leaveDate },
});

test('the first and the last day are days on the staff', () => {
  const jo = member('jo', '2026-01-05', '2026-03-31');
  const days = ['2026-01-04', '2026-01-05', '2026-03-31', '2026-04-01'];
  expect(days.map((day) => isOnStaff(jo, day))).toEqual([false, true, true, false]);
});

test('joiners and leavers are those of the school year, up to the day asked about', () => {
  const everyone = [
    member('long here', '2019-09-01'),
    member('left in summer', '2019-09-01', '2025-08-31'),
    member('left at Christmas', '2019-09-01', '2025-12-19'),
    member('came in January', '2026-01-05'),
    member('came and went', '2025-09-01', '2025-10-24'),
    member('comes after Easter', '2026-04-20'),
  ];
  const { since, joined, left, toCome } = comingsAndGoings(everyone, '2026-03-01');
  expect(since).toBe('2025-09-01');
  expect(joined.map((p) => [p.name, p.on])).toEqual([
    ['came and went', '2025-09-01'],
    ['came in January', '2026-01-05'],
  ]);
  expect(left.map((p) => p.name)).toEqual(['came and went', 'left at Christmas']);
  expect(toCome).toBe(1);
});

test('whoever leaves today has not left yet', () => {
  expect(comingsAndGoings([member('jo', '2019-09-01', '2026-03-01')], '2026-03-01').left).toEqual(
    [],
  );
});

test('months without a completion are there too, over the turn of the year', () => {
  const counts = new Map([['2025-12', 3]]);
  expect(monthsBetween('2025-11-20', '2026-02-01', counts)).toEqual([
    { month: '2025-11', n: 0 },
    { month: '2025-12', n: 3 },
    { month: '2026-01', n: 0 },
    { month: '2026-02', n: 0 },
  ]);
});

test('a completion from before the record began widens the months', () => {
  expect(monthsBetween('2026-02-01', '2026-02-20', new Map([['2026-01', 1]]))).toEqual([
    { month: '2026-01', n: 1 },
    { month: '2026-02', n: 0 },
  ]);
});
