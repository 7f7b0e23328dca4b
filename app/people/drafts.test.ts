import { beforeEach, expect, test } from 'vitest';
import { draft } from '~db/schema';
import { clearDraft, readDraft, saveDraft } from './drafts.server';
import { loadKeyring } from './keyring.server';
import { makeSchool, makeTestHouse, type TestHouse } from './test-house';

let house: TestHouse;
let me: string;
let other: string;
beforeEach(async () => {
  house = makeTestHouse();
  const { lead, head } = await makeSchool(house);
  me = lead.personId;
  other = head.personId;
});

test('a draft comes back exactly, with the time it was kept', () => {
  const fields = {
    what: "It's “odd”: select * from x; --\r\n\t🙂\u0000",
    empty: '',
    long: 'é'.repeat(10_000),
  };
  saveDraft(house.attune, me, '/learn/a#b', fields);
  expect(readDraft(house.attune, me, '/learn/a#b')).toEqual({
    fields,
    savedAt: house.attune.now().getTime(),
  });
});

test('the newest draft of a form stays, and each form and person has its own', () => {
  saveDraft(house.attune, me, 'one', { a: 'first' });
  saveDraft(house.attune, me, 'two', { a: 'second' });
  saveDraft(house.attune, other, 'one', { a: 'theirs' });
  saveDraft(house.attune, me, 'one', { a: 'newest' });
  expect(readDraft(house.attune, me, 'one')?.fields).toEqual({ a: 'newest' });
  expect(readDraft(house.attune, me, 'two')?.fields).toEqual({ a: 'second' });
  expect(readDraft(house.attune, other, 'one')?.fields).toEqual({ a: 'theirs' });
  clearDraft(house.attune, me, 'one');
  expect(readDraft(house.attune, me, 'one')).toBeNull();
  expect(readDraft(house.attune, other, 'one')).not.toBeNull();
});

test('what was typed does not stand in the database', () => {
  saveDraft(house.attune, me, 'one', { a: 'very private' });
  expect(JSON.stringify(house.attune.db.select().from(draft).all())).not.toContain('very private');
});

test('a draft whose key is gone is no draft, and no error', () => {
  saveDraft(house.attune, me, 'one', { a: 'lost' });
  const keyring = loadKeyring(makeTestHouse().attune.config.dataDir);
  expect(readDraft({ ...house.attune, keyring }, me, 'one')).toBeNull();
});
