import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pass } from '../standing';
import { median } from '../whole-months';
import { coverageRows } from './coverage-rows';

const member = (personId: string, roleGroup: string, ...teams: string[]) => ({
  ...{ personId, name: personId, roleGroup, teams },
  ...{ contract: 'permanent', startDate: '2025-09-01' },
});
const pass = (personId: string, module: string, of: Partial<Pass> = {}): Pass => ({
  ...{ personId, module, moduleTitle: module, version: 1, assignedOn: '2025-09-01', dueOn: null },
  opensOn: null,
  ...{ status: 'current', cpdType: 'e-learning', completedOn: '2026-01-15', ...of },
});
const due = { status: 'due', cpdType: null, completedOn: null } as const;

const staff = [
  member('ann', 'teacher', 'Year 4'),
  member('bo', 'teaching assistant', 'Year 4', 'Year 5'),
  member('cas', 'teaching assistant'),
];

test('what opens only later, and was not begun, is told apart; on its day it no longer is', () => {
  const soon = { ...due, opensOn: '2026-05-01' };
  const passes = [
    pass('ann', 'patterns', soon),
    pass('ann', 'repair', soon),
    pass('ann', 'repair', { status: 'in progress', completedOn: null }),
    pass('bo', 'patterns', { ...soon, status: 'in progress' }),
    pass('cas', 'patterns'),
    pass('cas', 'patterns', { ...soon, status: 'refresh due' }),
  ];
  const told = (date: string) => {
    const [all] = coverageRows(staff, passes, [], date);
    return [all?.assigned, all?.later];
  };
  expect(told('2026-04-30')).toEqual([4, 1]);
  expect(told('2026-05-01')).toEqual([4, 0]);
});

test('counts people and modules for all, for each role group and for each team', () => {
  const passes = [
    pass('ann', 'patterns'),
    pass('ann', 'repair', due),
    pass('bo', 'patterns', {
      ...{ completedOn: '2023-11-30', assignedOn: null, cpdType: 'known already' },
    }),
    pass('cas', 'repair', { status: 'exempt', completedOn: null }),
    pass('gone', 'patterns'),
  ];
  const rows = coverageRows(staff, passes, [['patterns', 'calm'], ['repair']], '2026-03-14');
  const trained = rows.map(({ byTopic, ...row }) => ({
    ...row,
    byTopic: byTopic.map((one) => one.trained),
  }));
  expect(trained).toEqual([
    {
      ...{
        roleGroup: null,
        team: null,
        headcount: 3,
        assigned: 3,
        unasked: 1,
        later: 0,
        completed: 2,
      },
      ...{ knownAlready: 1, medianMonthsSince: 14, within24Months: 1, byTopic: [2, 0] },
    },
    {
      ...{
        roleGroup: 'teacher',
        team: null,
        headcount: 1,
        assigned: 2,
        unasked: 0,
        later: 0,
        completed: 1,
      },
      ...{ knownAlready: 0, medianMonthsSince: 1, within24Months: 1, byTopic: [1, 0] },
    },
    {
      ...{
        roleGroup: 'teaching assistant',
        team: null,
        headcount: 2,
        assigned: 1,
        unasked: 1,
        later: 0,
        completed: 1,
      },
      ...{ knownAlready: 1, medianMonthsSince: 27, within24Months: 0, byTopic: [1, 0] },
    },
    {
      ...{
        roleGroup: null,
        team: 'Year 4',
        headcount: 2,
        assigned: 3,
        unasked: 1,
        later: 0,
        completed: 2,
      },
      ...{ knownAlready: 1, medianMonthsSince: 14, within24Months: 1, byTopic: [2, 0] },
    },
    {
      ...{
        roleGroup: null,
        team: 'Year 5',
        headcount: 1,
        assigned: 1,
        unasked: 1,
        later: 0,
        completed: 1,
      },
      ...{ knownAlready: 1, medianMonthsSince: 27, within24Months: 0, byTopic: [1, 0] },
    },
  ]);
});

test('a refresher makes it recent and completes nothing; a withdrawn completion is none', () => {
  const passes = [
    pass('ann', 'patterns', { completedOn: '2023-01-10' }),
    pass('ann', 'patterns', { cpdType: 'refresher', completedOn: '2026-02-20' }),
    pass('bo', 'patterns', { status: 'withdrawn' }),
  ];
  const [all] = coverageRows(staff, passes, [], '2026-03-14');
  expect(all).toMatchObject({ assigned: 1, completed: 1, medianMonthsSince: 0, within24Months: 1 });
});

test('the same module completed twice is one', () => {
  const [all] = coverageRows(staff, [pass('ann', 'a'), pass('ann', 'a')], [], '2026-03-14');
  expect(all).toMatchObject({ assigned: 1, completed: 1 });
});

test('the middle of several', () => {
  expect(median([])).toBeNull();
  expect(median([3, 1, 2])).toBe(2);
  expect(median([1, 2, 3, 10])).toBe(2.5);
});

const lines = fc.array(
  fc.record({
    personId: fc.constantFrom('ann', 'bo', 'cas', 'gone'),
    module: fc.constantFrom('a', 'b', 'c'),
    status: fc.constantFrom('current', 'in progress', 'due', 'exempt', 'withdrawn'),
    completedOn: fc.constantFrom('2023-03-14', '2024-03-14', '2024-03-15', '2026-03-14'),
  }),
);

test('nobody completes what they are not asked for, and role groups add up to the staff', () => {
  fc.assert(
    fc.property(lines, (drawn) => {
      const passes = drawn.map(({ personId, module, status, completedOn }) =>
        pass(personId, module, {
          status,
          completedOn: status === 'current' ? completedOn : null,
        } as Partial<Pass>),
      );
      const rows = coverageRows(staff, passes, [['a', 'b']], '2026-03-14');
      const [all, ...groups] = rows;
      const roles = groups.filter(({ roleGroup }) => roleGroup !== null);
      for (const key of [
        'headcount',
        'assigned',
        'unasked',
        'completed',
        'knownAlready',
        'within24Months',
      ] as const) {
        expect(roles.reduce((n, row) => n + row[key], 0)).toBe(all?.[key]);
      }
      for (const row of rows) {
        expect(row.completed).toBeLessThanOrEqual(row.assigned);
        expect(row.within24Months).toBeLessThanOrEqual(row.headcount);
        for (const { staff: of, ...stand } of row.byTopic) {
          expect(of).toBe(row.headcount);
          expect(Object.values(stand).reduce((n, one) => n + one)).toBe(of);
        }
      }
    }),
  );
});
