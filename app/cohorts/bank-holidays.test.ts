import { expect, test } from 'vitest';
import { bankHolidays, bankHolidaysIn, easter } from './bank-holidays';

const on = (year: number) => bankHolidays(year).map((holiday) => holiday.on.slice(5));

test('Easter falls where the Church of England’s tables put it', () => {
  expect([2024, 2025, 2026, 2027, 2028, 2038].map(easter)).toEqual([
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2038-04-25',
  ]);
});

test('they are those that gov.uk lists for England, with the days taken instead of a weekend’s', () => {
  expect(on(2025)).toEqual([
    '01-01',
    '04-18',
    '04-21',
    '05-05',
    '05-26',
    '08-25',
    '12-25',
    '12-26',
  ]);
  expect(on(2026)).toEqual([
    '01-01',
    '04-03',
    '04-06',
    '05-04',
    '05-25',
    '08-31',
    '12-25',
    '12-28',
  ]);
  expect(on(2027)).toEqual([
    '01-01',
    '03-26',
    '03-29',
    '05-03',
    '05-31',
    '08-30',
    '12-27',
    '12-28',
  ]);
  expect(on(2028)).toEqual([
    '01-03',
    '04-14',
    '04-17',
    '05-01',
    '05-29',
    '08-28',
    '12-25',
    '12-26',
  ]);
  // Christmas Day on a Sunday: Boxing Day keeps its Monday, and Christmas Day is taken on the Tuesday.
  expect(on(2033).slice(-2)).toEqual(['12-26', '12-27']);
});

test('of a summer term, May’s first Monday is one', () => {
  const summer = { startsOn: '2027-04-12', endsOn: '2027-07-21' };
  expect(bankHolidaysIn([summer])).toEqual([
    { on: '2027-05-03', name: 'Early May bank holiday' },
    { on: '2027-05-31', name: 'Spring bank holiday' },
  ]);
});
