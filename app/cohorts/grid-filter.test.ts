import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choicesIn, filtered, filterIn } from './grid-filter';
import type { GridStatus } from './status';

const modules = [
  { slug: 'repair', title: 'Repair' },
  { slug: 'co-regulation', title: 'Co-regulation' },
];
const person = (name: string, roleGroup: string, teams: string[], statuses: GridStatus[]) => ({
  ...{ id: name, name, roleGroup, teams },
  cells: statuses.map((status) => ({ status, on: null })),
});
const people = [
  person('Ann', 'teacher', ['Owls'], ['done', 'overdue']),
  person('Bo', 'teaching assistant', ['owls', 'Wrens'], ['in progress, overdue', 'not assigned']),
  person('Cas', 'teaching assistant', [], ['not assigned', 'not assigned']),
  person('Dee', 'midday', ['Wrens'], ['not started', 'has asked for a hand']),
];
const grid = { modules, people };
const choices = choicesIn(grid, true);
const called = { 'teaching assistant': { name: 'learning mentor' } };
const names = (query: string) =>
  filtered(grid, filterIn(new URLSearchParams(query), choices), called).map(({ name }) => name);

test('people are filtered by role, by team however it is spelled, and by words, all at once', () => {
  expect(names('')).toEqual(['Ann', 'Bo', 'Cas', 'Dee']);
  expect(names('role=teaching assistant')).toEqual(['Bo', 'Cas']);
  expect(names('team=OWLS')).toEqual(['Ann', 'Bo']);
  expect(names('team=Owls&role=teacher')).toEqual(['Ann']);
  expect(names('team=Wrens&find=de')).toEqual(['Dee']);
  expect(names('find=mentor')).toEqual(['Bo', 'Cas']);
  expect(names('find=assistant')).toEqual(['Bo', 'Cas']);
});

test('whoever is overdue has begun or not, and is found by that too', () => {
  expect(names('status=overdue')).toEqual(['Ann', 'Bo']);
  expect(names('status=in progress')).toEqual(['Bo']);
  expect(names('status=not started')).toEqual(['Ann', 'Dee']);
  expect(names('status=has asked for a hand')).toEqual(['Dee']);
});

test('a status is of any module, or of one; not assigned is of none at all', () => {
  expect(names('status=overdue&module=repair')).toEqual(['Bo']);
  expect(names('module=co-regulation')).toEqual(['Ann', 'Dee']);
  expect(names('status=not assigned')).toEqual(['Cas']);
  expect(names('status=not assigned&module=co-regulation')).toEqual(['Bo', 'Cas']);
});

test('what is not to be chosen is passed over', () => {
  expect(names('role=wizard&team=gone&module=x&status=scored badly')).toHaveLength(4);
  const asHead = choicesIn(grid, false);
  expect(filterIn(new URLSearchParams('status=has asked for a hand'), asHead).status).toBeNull();
  expect(choices).toMatchObject({
    roleGroups: ['midday', 'teacher', 'teaching assistant'],
    teams: ['Owls', 'Wrens'],
  });
});

test('a filter takes whole people out and changes nobody', () => {
  const some = <T>(of: readonly T[]) => fc.option(fc.constantFrom(...of), { nil: null });
  fc.assert(
    fc.property(
      fc.record({
        roleGroup: some(choices.roleGroups),
        team: some(choices.teams),
        status: some(choices.statuses),
        module: some(modules.map(({ slug }) => slug)),
        find: fc.constantFrom('', 'a', 'bo'),
      }),
      (filter) => {
        const found = filtered(grid, filter, {});
        expect(people.filter((one) => found.includes(one))).toEqual(found);
        expect(filtered({ modules, people: found }, filter, {})).toEqual(found);
      },
    ),
  );
});
