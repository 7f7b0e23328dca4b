import { expect, test } from 'vitest';
import { makeSchool, makeTestHouse } from '~/people/test-house';
import { crosswalk, type Surroundings } from './crosswalk';
import { notesAsAt, writeNote } from './framework-notes.server';

const framework = {
  ...{
    id: 'standard',
    title: 'A standard',
    asOf: '2026-05-31',
    reviewBy: '2027-05-31',
    cites: null,
  },
  topics: [
    { id: 'begin', title: 'How it begins' },
    { id: 'support', title: 'Support', changes: ['f'] },
    {
      id: 'sustained',
      title: 'Sustained',
      beside: ['months' as const, 'outside sessions' as const],
    },
    { id: 'led', title: 'Led', beside: ['leaders' as const] },
  ],
};
const empty: Surroundings = {
  modules: [{ slug: 'one', title: 'One', covers: { standard: ['begin'], other: ['support'] } }],
  trained: new Map(),
  staff: 30,
  roles: new Map(),
  ...{ changes: [], sessions: [], months: { with: 0, of: 3 }, leaders: { trained: 0, staff: 2 } },
  notes: [],
};
const change = (themes: string[]) => ({
  changeId: 'x',
  changedOn: '2026-09-02',
  themes,
  what: 'W',
});

test('a line with nothing beside it says so, and a module that nobody completed is nothing yet', () => {
  const lines = crosswalk(framework, empty);
  expect(lines.map(({ nothing }) => nothing)).toEqual([true, true, true, true]);
  expect(lines[0]?.modules).toEqual([{ module: 'one', title: 'One', trained: 0, staff: 30 }]);
  expect(lines[1]?.modules).toEqual([]);
});

test('a line may be covered through a line of another framework', () => {
  const line = (through: Record<string, string[]>) => ({
    ...framework,
    topics: [{ id: 'staff', title: 'Staff understand', through }],
  });
  const modules = (through: Record<string, string[]>) =>
    crosswalk(line(through), empty)[0]?.modules.map(({ module }) => module);
  expect(modules({ other: ['support'] })).toEqual(['one']);
  expect(modules({ other: ['begin'], third: ['support'] })).toEqual([]);
});

test('beside a line stands what covers it, and nothing that does not', () => {
  const [begin, support, sustained, led] = crosswalk(framework, {
    ...empty,
    trained: new Map([['one', 12]]),
    changes: [change(['f', 'a']), change(['a'])],
    sessions: [
      { cpdType: 'live', provider: null, people: 30 },
      { cpdType: 'live', provider: 'Dr Cole', people: 8 },
      { cpdType: 'external', provider: null, people: 2 },
    ],
    ...{ months: { with: 2, of: 3 }, leaders: { trained: 1, staff: 2 } },
  });
  expect(begin).toMatchObject({ nothing: false, modules: [{ trained: 12 }], figures: [] });
  expect(support).toMatchObject({ nothing: false, changes: [{ changeId: 'x' }], modules: [] });
  expect(support?.changes).toHaveLength(1);
  expect(sustained?.figures).toEqual([
    { kind: 'months', with: 2, of: 3 },
    { kind: 'outside sessions', sessions: 2, people: 10 },
  ]);
  expect(led?.figures).toEqual([{ kind: 'leaders', trained: 1, staff: 2 }]);
});

test('the school’s own words stand from their day on, a line can be left out, and a name goes for every day', async () => {
  const house = makeTestHouse();
  const { lead } = await makeSchool(house);
  const { attune, clock } = house;
  const given = { framework: 'standard', topic: 'led', hidden: false, namedSomebody: false };
  const on = (day: string) =>
    crosswalk(framework, { ...empty, notes: notesAsAt(attune.db, lead.schoolId, day) })[3];
  writeNote(attune, lead, { ...given, words: 'Kofi’s plan.' });
  clock.set('2026-10-05T09:00:00Z');
  writeNote(attune, lead, { ...given, words: 'In the hand book.' });
  writeNote(attune, lead, { ...given, words: 'In the handbook.' });
  clock.set('2026-11-05T09:00:00Z');
  writeNote(attune, lead, { ...given, words: '', hidden: true });
  expect(on('2026-09-06')).toMatchObject({ nothing: true, note: null });
  expect(on('2026-09-07')).toMatchObject({ nothing: false, note: { words: 'Kofi’s plan.' } });
  expect(on('2026-11-04')).toMatchObject({ hidden: false, note: { words: 'In the handbook.' } });
  expect(on('2026-11-05')).toMatchObject({ hidden: true, nothing: true });
  writeNote(attune, lead, { ...given, words: 'A plan.', namedSomebody: true });
  expect(on('2026-09-07')).toMatchObject({ note: null, nothing: true });
  expect(on('2026-11-05')).toMatchObject({ note: { words: 'A plan.' } });
  expect(notesAsAt(attune.db, 'elsewhere', '2026-11-05')).toEqual([]);
});

test('what is about one role group has its figures first, and is nothing while nobody of them has completed it', () => {
  const about = { ...framework, roleGroup: 'midday' };
  const around = (trained: number): Surroundings => ({
    ...empty,
    trained: new Map([['one', 12]]),
    roles: new Map([['midday', { staff: 6, trained: new Map([['one', trained]]) }]]),
  });
  const line = (trained: number) => crosswalk(about, around(trained))[0];
  expect(line(0)?.modules[0]).toMatchObject({
    ...{ trained: 12, staff: 30, ofRole: { roleGroup: 'midday', trained: 0, staff: 6 } },
  });
  expect(line(0)?.nothing).toBe(true);
  expect(line(2)?.nothing).toBe(false);
  expect(crosswalk(about, { ...empty, trained: new Map([['one', 12]]) })[0]?.nothing).toBe(false);
});

test('a line that is recorded elsewhere has nothing beside it but the school’s own words, and is not missing', () => {
  const around = { ...empty, trained: new Map([['one', 12]]) };
  const elsewhere = {
    ...framework,
    topics: [{ id: 'begin', title: 'Safeguarding', elsewhere: true }],
  };
  const note = { framework: 'standard', topic: 'begin', words: 'W', hidden: false };
  const notes = [{ ...note, writtenOn: '2026-09-07', byRole: 'lead' as const }];
  expect(crosswalk(elsewhere, around)[0]).toMatchObject({
    ...{ elsewhere: true, nothing: false, modules: [], note: null },
  });
  expect(crosswalk(elsewhere, { ...around, notes })[0]).toMatchObject({ note: { words: 'W' } });
  expect(crosswalk(framework, around)[0]).toMatchObject({ elsewhere: false });
});
