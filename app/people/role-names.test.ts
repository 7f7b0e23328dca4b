import { expect, test } from 'vitest';
import { groupCalled, nameProblems, roleChoices, roleName } from './role-names';
import { roleNamesOf, setRoleNames } from './role-names.server';
import { readList } from './staff-list/read-list';
import { addPeople, makeSchool, makeTestHouse } from './test-house';

test('a role group goes by the school’s own name, and by its own where the school has none', () => {
  const names = { midday: { name: 'lunchtime team' }, kitchen: { hidden: true } };
  expect(roleName(names, 'midday')).toBe('lunchtime team');
  expect(roleName(names, 'teacher')).toBe('teacher');
  expect(roleName(names, 'a group of long ago')).toBe('a group of long ago');
  expect(groupCalled(names, ' Lunchtime  Team')).toBe('midday');
  const labels = (chosen: string[] = []) => roleChoices(names, chosen).map(({ label }) => label);
  expect(labels()).toContain('Lunchtime team');
  expect(labels()).not.toContain('Kitchen');
  expect(labels(['kitchen'])).toContain('Kitchen');
});

test('two role groups cannot have one name, nor one the name of another', () => {
  expect(nameProblems({ midday: 'Lunch', kitchen: 'lunch' })).toMatchObject({
    ...{ midday: expect.any(String), kitchen: expect.any(String) },
  });
  expect(nameProblems({ midday: 'Teacher' })).toMatchObject({
    midday: expect.stringContaining('another role'),
  });
  expect(nameProblems({ midday: 'midday' })).toEqual({});
  expect(nameProblems({})).toEqual({});
});

test('a staff list is read by either name', () => {
  const names = { 'teaching assistant': { name: 'bridge builder' } };
  const text = 'Name,E-mail,Role\nA,a@x.example,Bridge Builder\nB,b@x.example,Teaching assistant';
  expect(readList(text, names).rows.map(({ roleGroup }) => roleGroup)).toEqual([
    ...['teaching assistant', 'teaching assistant'],
  ]);
  // Without the school's own name this would be nobody we know.
  expect(readList(text).rows[0]?.roleGroup).toBeNull();
});

test('what is empty, or the group’s own name, is no name; a group with somebody in it stays to be chosen', async () => {
  const house = makeTestHouse();
  const { lead } = await makeSchool(house);
  addPeople(house, lead, 1);
  setRoleNames(house.attune, lead, {
    teacher: { name: 'teacher' },
    midday: { name: '', hidden: true },
    'teaching assistant': { name: ' learning   mentor ', hidden: true },
  });
  expect(roleNamesOf(house.attune.db, lead.schoolId)).toEqual({
    midday: { hidden: true },
    'teaching assistant': { name: 'learning mentor' },
  });
  expect(roleNamesOf(house.attune.db, 'oak')).toEqual({});
});
