import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countModules, detailOf, type Member, noTeam } from './coverage';
import type { Pass } from './standing';

const statuses = ['current', 'in progress', 'due', 'refresh due', 'exempt', 'withdrawn'] as const;
const who = (personId: string, rest: Partial<Member> = {}): Member => ({
  ...{ personId, name: `Name of ${personId}`, roleGroup: 'teacher', teams: ['Year 1'] },
  ...{ contract: 'permanent', startDate: '2025-09-01', ...rest },
});
const pass = (personId: string, status: Pass['status'], rest: Partial<Pass> = {}): Pass => ({
  ...{ personId, status, module: 'patterns', moduleTitle: 'Patterns', dueOn: null },
  ...{
    assignedOn: null,
    opensOn: null,
    completedOn: null,
    version: 1,
    cpdType: 'e-learning',
    ...rest,
  },
});
function detail(staff: Member[], passes: Pass[], date = '2026-03-01') {
  const [first] = countModules(staff, passes, date);
  if (!first) throw new Error('There is no module');
  return detailOf(staff, passes, first, date);
}

test('where someone stands is the furthest that any of their lines has come', () => {
  const staff = ['a', 'b', 'c', 'd', 'e'].map((id) => who(id));
  const { trained, inProgress, notStarted, notAsked } = detail(staff, [
    ...[pass('a', 'refresh due'), pass('a', 'current')],
    ...[pass('b', 'withdrawn'), pass('b', 'in progress')],
    pass('c', 'due'),
    pass('d', 'withdrawn'),
  ]);
  expect({ trained, inProgress, notStarted, notAsked }).toEqual({
    ...{ trained: 1, inProgress: 1, notStarted: 1, notAsked: 2 },
  });
});

test('what nobody could begin by that day, and nobody did, is not open yet; from its day on it is not started', () => {
  const soon = { opensOn: '2026-03-02' };
  const staff = ['a', 'b', 'c', 'd'].map((id) => who(id));
  const passes = [
    pass('a', 'due', soon),
    pass('b', 'in progress', soon),
    ...[pass('c', 'current'), pass('c', 'refresh due', soon)],
    ...[pass('d', 'due', soon), pass('d', 'due')],
  ];
  const stand = (date: string) => {
    const { trained, inProgress, notStarted, notOpen } = detail(staff, passes, date);
    return { trained, inProgress, notStarted, notOpen };
  };
  const rest = { trained: 1, inProgress: 1 };
  expect(stand('2026-03-01')).toEqual({ ...rest, notStarted: 1, notOpen: 1 });
  expect(stand('2026-03-02')).toEqual({ ...rest, notStarted: 2, notOpen: 0 });
});

test('lines of those who are not on the staff that day count nowhere', () => {
  expect(detail([who('a')], [pass('a', 'due'), pass('gone', 'current')])).toMatchObject({
    ...{ staff: 1, trained: 0, notStarted: 1 },
  });
});

test('late are those whose date had passed, from the day after it, and who are not trained', () => {
  const staff = ['a', 'b', 'c'].map((id) => who(id));
  const passes = [
    pass('a', 'due', { dueOn: '2026-02-28' }),
    pass('b', 'in progress', { dueOn: '2026-03-01' }),
    ...[pass('c', 'current', { dueOn: '2026-02-01' }), pass('c', 'due', { dueOn: '2026-02-02' })],
  ];
  expect(detail(staff, passes).late).toBe(1);
  expect(detail(staff, passes, '2026-03-02').late).toBe(2);
});

test('who is missing stands with a name in their role group, and groups with nobody missing are left out', () => {
  const staff = [who('a'), who('b', { roleGroup: 'midday', teams: [] })];
  const { notYet, teams } = detail(staff, [pass('a', 'current')]);
  expect(notYet).toEqual([
    {
      group: 'midday',
      people: [{ personId: 'b', name: 'Name of b', standing: 'not asked' }],
    },
  ]);
  expect(teams.map(({ group }) => group)).toEqual(['Year 1', noTeam]);
});

test('modules stand in the order in which the school lists them, those it has no more by title', () => {
  const staff = [who('a'), who('b')];
  const other = { module: 'other', moduleTitle: 'Another' };
  const passes = [pass('a', 'due', other), pass('a', 'due'), pass('b', 'current')];
  const listed = (...order: string[]) =>
    countModules(staff, passes, '2026-03-01', order).map(({ module }) => module);
  expect(listed('patterns', 'other')).toEqual(['patterns', 'other']);
  expect(listed('patterns')).toEqual(['patterns', 'other']);
  expect(listed()).toEqual(['other', 'patterns']);
});

test('whatever the lines are, standings add up to the staff, and role groups to the whole', () => {
  const members = fc.uniqueArray(
    fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      name: fc.constant(null),
      contract: fc.constant('permanent'),
      startDate: fc.constant('2025-09-01'),
      roleGroup: fc.constantFrom('teacher', 'midday', 'office'),
      teams: fc.subarray(['Year 1', 'Year 2']),
    }),
    { selector: (m) => m.personId },
  );
  const lines = fc.array(
    fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', 'x'),
        fc.constantFrom(...statuses),
        fc.constantFrom(null, '2026-03-01', '2026-03-02'),
      )
      .map(([personId, status, opensOn]) => pass(personId, status, { opensOn })),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(members, lines, (staff, passes) => {
      const found = detail(staff, passes);
      const sum = (key: 'staff' | 'trained' | 'notAsked') =>
        found.roleGroups.reduce((n, group) => n + group[key], 0);
      for (const group of [found, ...found.roleGroups, ...found.teams]) {
        const { trained, inProgress, notStarted, notOpen, notAsked } = group;
        expect(trained + inProgress + notStarted + notOpen + notAsked).toBe(group.staff);
      }
      expect([sum('staff'), sum('trained'), sum('notAsked')]).toEqual([
        ...[staff.length, found.trained, found.notAsked],
      ]);
      expect(found.notYet.flatMap(({ people }) => people)).toHaveLength(
        staff.length - found.trained,
      );
    }),
  );
});

test('a refresher counts nobody twice, stands for no completion, and shows the newest version of each', () => {
  const staff = ['a', 'b', 'c', 'd'].map((id) => who(id));
  const again = { version: 2, cpdType: 'refresher' };
  const found = detail(staff, [
    ...[pass('a', 'current'), pass('a', 'current', again)],
    ...[pass('b', 'current'), pass('b', 'in progress', again)],
    ...[pass('c', 'withdrawn'), pass('c', 'current', again)],
    pass('d', 'current', { version: 2 }),
    pass('left', 'current', { version: 3 }),
  ]);
  expect(found).toMatchObject({ staff: 4, trained: 3, inProgress: 0, notAsked: 1 });
  expect(found.versions).toEqual([
    { version: 2, people: 2 },
    { version: 1, people: 1 },
  ]);
});

test('contracts, new starters and how long ago: counted like everything else', () => {
  const staff = [
    who('a'),
    who('b', { contract: 'agency', startDate: '2025-12-02' }),
    who('c', { contract: 'agency', startDate: '2025-12-01' }),
  ];
  const found = detail(staff, [
    pass('a', 'current', { completedOn: '2024-02-29' }),
    pass('b', 'current', { completedOn: '2023-01-10' }),
    pass('b', 'current', { completedOn: '2026-01-15', cpdType: 'refresher' }),
    pass('c', 'due'),
  ]);
  expect(found.contracts).toMatchObject([
    { group: 'agency', staff: 2, trained: 1 },
    { group: 'permanent', staff: 1, trained: 1 },
  ]);
  expect(found.newStarters).toMatchObject({ staff: 1, trained: 1 });
  expect(found.recency).toEqual({ medianMonths: 12.5, within24Months: 1 });
});
