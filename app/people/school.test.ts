import { expect, test } from 'vitest';
import { formerNames, schoolNameAt } from '~/record/school-names.server';
import { verifyLive } from '~/record/verify-live.server';
import { school } from '~db/schema';
import { renameSchool } from './school.server';
import { makeSchool, makeTestHouse } from './test-house';

test('a school takes another name once, and the record says what it was called and until when', async () => {
  const house = makeTestHouse();
  const { lead } = await makeSchool(house);
  const { attune } = house;
  const [before] = attune.db.select().from(school).all();
  renameSchool(attune, lead, '  Elm Road   Academy ');
  renameSchool(attune, lead, 'Elm Road Academy');
  expect(attune.db.select().from(school).all()).toMatchObject([{ name: 'Elm Road Academy' }]);
  expect(formerNames(attune.db, lead.schoolId)).toEqual([
    { name: before?.name, until: '2026-09-07' },
  ]);
  expect(schoolNameAt(attune.db, lead.schoolId, 0)).toBe(before?.name);
  expect(verifyLive(attune.db, null, {}).join()).toMatch(/Everything fits/);
});

test('another school’s name is not touched', async () => {
  const house = makeTestHouse();
  const { lead } = await makeSchool(house);
  const { attune } = house;
  attune.db.insert(school).values({ id: 'oak', name: 'Oak Lane', createdAt: 0 }).run();
  renameSchool(attune, lead, 'Elm Road Academy');
  expect(schoolNameAt(attune.db, 'oak', 0)).toBe('Oak Lane');
  expect(formerNames(attune.db, 'oak')).toEqual([]);
});
