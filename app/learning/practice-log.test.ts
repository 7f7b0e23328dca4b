import { addMonths } from 'date-fns';
import { eq } from 'drizzle-orm';
import { v4 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { addLeave, leaveOf } from '~/cohorts/leave.server';
import type { PracticeLists } from '~/course/practices';
import { readPractices } from '~/course/practices.server';
import { person, practiceLog } from '~db/schema';
import { deletePractice, lackingInPractice, logPractice, practicesOf } from './practice-log.server';
import { deleteWhatIsDue } from './retention.server';
import { makeTestSchool } from './test-school';

let lists: PracticeLists;
beforeAll(async () => {
  const read = await readPractices('content');
  if (!read.lists) throw new Error('the lists cannot be read');
  lists = read.lists;
});

const picked = () => ({
  id: uuid(),
  practice: lists.practices[0]?.id ?? '',
  setting: lists.settings[0]?.id ?? '',
  went: lists.went[0]?.id ?? '',
  barrier: '',
  next: lists.next[0]?.id ?? '',
  note: 'They stayed for the whole story.',
});

test('a note is kept once however often it is sent, its words encrypted, and shown to its writer alone', () => {
  const { attune, ta, other } = makeTestSchool();
  const note = picked();
  logPractice(attune, ta, lists, note);
  logPractice(attune, ta, lists, note);
  const [row] = attune.db.select().from(practiceLog).all();
  expect(row?.note).not.toContain('story');
  expect(row?.barrier).toBeNull();
  expect(practicesOf(attune, ta, lists)).toMatchObject([
    { practice: lists.practices[0]?.title, note: note.note },
  ]);
  expect(practicesOf(attune, other, lists)).toEqual([]);
  expect(practicesOf(attune, { ...ta, schoolId: 'another' }, lists)).toEqual([]);
});

test('what is not on the lists is to be picked again; what got in the way may be left out', () => {
  const { attune, ta } = makeTestSchool();
  const wrong = { ...picked(), practice: '', barrier: 'made up' };
  expect(Object.keys(lackingInPractice(lists, wrong))).toEqual(['practice', 'barrier']);
  expect(() => logPractice(attune, ta, lists, wrong)).toThrow('Choose what you tried.');
  expect(lackingInPractice(lists, picked())).toEqual({});
});

test('its writer can delete it, and nobody else', () => {
  const { attune, ta, other } = makeTestSchool();
  const note = picked();
  logPractice(attune, ta, lists, note);
  deletePractice(attune, other, note);
  expect(practicesOf(attune, ta, lists)).toHaveLength(1);
  deletePractice(attune, ta, note);
  expect(practicesOf(attune, ta, lists)).toEqual([]);
});

test('a retired entry keeps its title, and one that is gone stands as it was stored', () => {
  const { attune, ta } = makeTestSchool();
  logPractice(attune, ta, lists, picked());
  expect(practicesOf(attune, ta, null)[0]?.practice).toBe(lists.practices[0]?.id);
});

test('a note goes whole after 24 months, its words 30 days after its writer left, and leave dates with them', () => {
  const { attune, ta, other } = makeTestSchool();
  for (const who of [ta, other]) {
    logPractice(attune, who, lists, picked());
    addLeave(attune, who, { personId: who.personId, startsOn: '2026-09-09', endsOn: '2026-09-10' });
  }
  const made = attune.now();
  attune.db.update(person).set({ leaveDate: '2026-10-01' }).where(eq(person.id, ta.personId)).run();
  deleteWhatIsDue({ ...attune, now: () => new Date('2026-11-02T12:00:00Z') });
  expect(practicesOf(attune, ta, lists).map(({ note }) => note)).toEqual(['']);
  expect(practicesOf(attune, other, lists).map(({ note }) => note)).not.toEqual(['']);
  expect([leaveOf(attune.db, ta).length, leaveOf(attune.db, other).length]).toEqual([0, 1]);
  deleteWhatIsDue({ ...attune, now: () => addMonths(made, 25) });
  expect(attune.db.select().from(practiceLog).all()).toEqual([]);
  expect(leaveOf(attune.db, other)).toEqual([]);
});
