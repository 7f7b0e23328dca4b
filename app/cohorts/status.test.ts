import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOf } from './status';

const today = '2026-10-01';
const line = (status: string, dueOn: string | null = null, completedOn: string | null = null) => ({
  status,
  dueOn,
  completedOn,
  cpdType: 'e-learning' as string | null,
  version: 1,
});

test('nothing asked and nothing begun is not assigned', () => {
  expect(cellOf([], false, today)).toEqual({ status: 'not assigned', on: null });
  expect(cellOf([line('exempt', '2026-09-01'), line('withdrawn')], false, today).status).toBe(
    'not assigned',
  );
});

test('what is asked is not started until it is, and overdue only from the day after', () => {
  expect(cellOf([line('due', '2026-10-02')], false, today)).toEqual({
    status: 'not started',
    on: '2026-10-02',
  });
  expect(cellOf([line('due', '2026-10-01')], false, today).status).toBe('not started');
  expect(cellOf([line('due', '2026-09-30')], false, today)).toEqual({
    status: 'overdue',
    on: '2026-09-30',
  });
});

test('what is begun is in progress, asked for or not, and overdue as well when its day has passed', () => {
  expect(cellOf([line('in progress')], false, today)).toEqual({ status: 'in progress', on: null });
  expect(cellOf([line('in progress', '2026-10-05')], false, today).status).toBe('in progress');
  expect(cellOf([line('in progress', '2026-09-05')], false, today)).toEqual({
    status: 'in progress, overdue',
    on: '2026-09-05',
  });
});

test('done is done on its newest day, however late and whatever is asked again', () => {
  const lines = [line('current', '2026-09-01', '2026-09-20'), line('current', null, '2026-09-25')];
  expect(cellOf(lines, false, today)).toEqual({ status: 'done', on: '2026-09-25' });
  expect(cellOf([...lines, line('refresh due', '2026-09-28')], false, today).status).toBe('done');
});

test('asking for a hand is said before anything else', () => {
  expect(cellOf([line('in progress', '2026-09-05')], true, today)).toEqual({
    status: 'has asked for a hand',
    on: '2026-09-05',
  });
});

test('the order in which lines come changes nothing', () => {
  const some = fc.record({
    status: fc.constantFrom('due', 'in progress', 'current', 'refresh due', 'exempt', 'withdrawn'),
    dueOn: fc.constantFrom(null, '2026-09-30', '2026-10-01', '2026-10-02'),
    completedOn: fc.constantFrom(null, '2026-09-10', '2026-09-11'),
    cpdType: fc.constantFrom(null, 'e-learning', 'refresher'),
    version: fc.constantFrom(null, 1, 2),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 5 }), fc.boolean(), (lines, hand) => {
      expect(cellOf([...lines].reverse(), hand, today)).toEqual(cellOf(lines, hand, today));
    }),
  );
});

test('the newest completion shows, and that it was a refresher; a refresher alone is no completion', () => {
  const whole = line('current', null, '2026-09-10');
  const refresher = { ...line('current', null, '2026-09-20'), cpdType: 'refresher', version: 2 };
  expect(cellOf([whole, refresher], false, today)).toEqual({
    ...{ status: 'done', on: '2026-09-20', refresher: 2 },
  });
  expect(cellOf([{ ...whole, status: 'withdrawn' }, refresher], false, today).status).toBe(
    'not assigned',
  );
  const underWay = { ...refresher, status: 'in progress', completedOn: null };
  expect(cellOf([whole, underWay], false, today)).toEqual({ status: 'done', on: '2026-09-10' });
});
