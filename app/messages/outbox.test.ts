import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { recordLeaving } from '~/people/staff.server';
import { listStaff } from '~/people/staff-list.server';
import { makeSchool, makeTestHouse } from '~/people/test-house';
import { createWayIn, joinWithCode } from '~/people/way-in.server';
import { message, person } from '~db/schema';
import {
  countToHandOver,
  markHandedOver,
  openMessage,
  openToHandOver,
  outboxOf,
  putAside,
  sendAgain,
} from './outbox.server';
import { makeOutbox, type TestOutbox } from './outbox-for-test';
import { standingOf } from './said';
import { daysKept, tidyMessages } from './tidy.server';
import { mailWaysIn, notJoined, openWaysIn } from './ways-in.server';

let box: TestOutbox;
beforeEach(async () => {
  box = await makeOutbox(3);
});

const only = () => {
  const [row] = box.rows();
  if (!row) throw new Error('no message');
  return row;
};
const first = () => box.people[0] ?? '';
const become = (state: 'refused' | 'may have arrived' | 'sending' | 'sent') =>
  box.attune.db.update(message).set({ state, settledAt: 1 }).run();
/** Links for these, as from a page that shows the addresses of this moment. */
const links = (personIds: string[]) => {
  const staff = listStaff(box.attune.db, box.lead.schoolId);
  const recipients = personIds.map((personId) => ({
    personId,
    address: staff.find(({ id }) => id === personId)?.email ?? null,
  }));
  return mailWaysIn(box.attune, box.lead, { recipients, schoolName: 'Elm Road Primary' });
};
const moveTo = (personId: string, email: string | null) =>
  box.attune.db.update(person).set({ email }).where(eq(person.id, personId)).run();

test('what may have arrived goes again only when the lead says so, with the same Message-ID', () => {
  box.write(first());
  const { id, messageId } = only();
  become('may have arrived');
  sendAgain(box.attune, box.lead, id);
  expect(only()).toMatchObject({ state: 'waiting', messageId, tries: 0 });
  expect(() => sendAgain(box.attune, box.lead, id)).toThrow(/in the meantime/);
});

test('what was refused goes to the address that stands on the staff list by then', () => {
  box.write(first());
  become('refused');
  box.attune.db
    .update(person)
    .set({ email: 'right@elm.example' })
    .where(eq(person.id, first()))
    .run();
  sendAgain(box.attune, box.lead, only().id);
  expect(only()).toMatchObject({ state: 'waiting', address: 'right@elm.example' });
});

test('what is out of date, or has no address, does not go again', () => {
  box.write(first());
  become('refused');
  box.attune.db.update(person).set({ email: null }).where(eq(person.id, first())).run();
  expect(() => sendAgain(box.attune, box.lead, only().id)).toThrow(/no e-mail address/);
  box.clock.advance(60 * 24 * 8);
  expect(() => sendAgain(box.attune, box.lead, only().id)).toThrow(/out of date/);
});

test('nothing that is being sent, or was, can be handed over or set aside', () => {
  box.write(first());
  for (const state of ['sending', 'sent'] as const) {
    become(state);
    expect(() => markHandedOver(box.attune, box.lead, [only().id])).toThrow(/in the meantime/);
    expect(() => putAside(box.attune, box.lead, only().id)).toThrow(/in the meantime/);
    expect(only().state).toBe(state);
  }
});

test('handing over several is all or none', () => {
  for (const personId of box.people) box.write(personId);
  const ids = box.rows().map(({ id }) => id);
  expect(() => markHandedOver(box.attune, box.lead, [...ids, 'another'])).toThrow(
    /no such message/,
  );
  expect(box.rows().every(({ state }) => state === 'waiting')).toBe(true);
  markHandedOver(box.attune, box.lead, ids);
  expect(box.rows().every(({ state }) => state === 'handed over')).toBe(true);
});

test('another school’s lead finds nothing of it', () => {
  box.write(first());
  const { id } = only();
  const stranger = { ...box.lead, schoolId: 'another' };
  expect(outboxOf(box.attune.db, 'another', { from: 0, most: 10 })).toEqual({
    messages: [],
    total: 0,
  });
  expect(openToHandOver(box.attune, 'another', false)).toEqual([]);
  expect(() => openMessage(box.attune, 'another', id)).toThrow(/no such message/);
  become('refused');
  for (const deed of [sendAgain, putAside]) {
    expect(() => deed(box.attune, stranger, id)).toThrow(/no such message/);
  }
  expect(() => markHandedOver(box.attune, stranger, [id])).toThrow(/no such message/);
});

test('with a mail server only those without an address are to be printed, without one all', () => {
  for (const personId of box.people) box.write(personId);
  box.attune.db.update(message).set({ address: null }).where(eq(message.personId, first())).run();
  const { schoolId } = box.lead;
  expect(countToHandOver(box.attune.db, schoolId, true)).toBe(1);
  expect(countToHandOver(box.attune.db, schoolId, false)).toBe(3);
  expect(openToHandOver(box.attune, schoolId, true)).toMatchObject([{ text: 'Hello Person 0' }]);
});

test('the outbox begins with what wants doing', () => {
  for (const personId of box.people) box.write(personId);
  const [a, b] = box.rows();
  box.attune.db
    .update(message)
    .set({ state: 'sent' })
    .where(eq(message.id, a?.id ?? ''))
    .run();
  box.attune.db
    .update(message)
    .set({ state: 'may have arrived' })
    .where(eq(message.id, b?.id ?? ''))
    .run();
  const { messages, total } = outboxOf(box.attune.db, box.lead.schoolId, { from: 0, most: 2 });
  expect(total).toBe(3);
  expect(messages.map(({ state }) => state)).toEqual(['may have arrived', 'waiting']);
});

test('every state says what it is, and what there is to do about it', () => {
  box.write(first());
  const row = only();
  const now = box.attune.now().getTime();
  const said = (more: Partial<typeof row>, mail = true) =>
    standingOf({ ...row, ...more }, { mail, now });
  expect(said({})).toMatchObject({ words: 'Goes within a minute', todo: null });
  expect(said({}, false)).toMatchObject({ words: 'Waits for you', byHand: true });
  expect(said({ address: null })).toMatchObject({ byHand: true });
  expect(said({ tries: 2, reply: 'Busy.', notBefore: now + 60_000 })).toMatchObject({
    words: 'Waiting',
    when: 'Next try Monday 7 September 2026, 10:01',
    todo: 'Tried 2 times. Busy.',
  });
  expect(said({ notBefore: now + 24 * 3_600_000 })).toMatchObject({
    words: 'Waiting for their working day',
    when: expect.stringMatching(/^Tuesday 8/),
  });
  expect(said({ state: 'sending' }).words).toBe('On its way now');
  expect(said({ state: 'sent', settledAt: now })).toMatchObject({
    words: 'Sent',
    when: 'Monday 7 September 2026, 10:00',
  });
  expect(said({ state: 'refused', reply: '550 never' }).todo).toMatch(/“550 never”/);
  expect(said({ state: 'may have arrived' }).todo).toMatch(/never goes again by itself/);
  expect(said({ state: 'handed over', settledAt: now }).words).toBe('Handed over');
  expect(said({ state: 'set aside', reply: 'Left.' }).todo).toBe('Left.');
});

test('links for many at once: fresh ones in the outbox, and the ones before end with their messages', async () => {
  expect(links(box.people)).toBe(3);
  const codeIn = (personId: string) => {
    const row = box.rows().findLast((one) => one.personId === personId);
    const { text } = openMessage(box.attune, box.lead.schoolId, row?.id ?? '');
    return /\/join\/(\S+)/.exec(text ?? '')?.[1] ?? '';
  };
  const before = codeIn(first());
  box.clock.advance(1);
  links([first()]);
  expect(
    box
      .rows()
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['set aside', 'waiting', 'waiting', 'waiting']);
  await expect(joinWithCode(box.attune, before, 'four kind words here')).rejects.toThrow(
    /cannot be used/,
  );
  await joinWithCode(box.attune, codeIn(first()), 'four kind words here');
  const staff = listStaff(box.attune.db, box.lead.schoolId);
  expect(notJoined(staff, '2026-09-07').mail).toHaveLength(2);
  expect(openWaysIn(box.attune.db, box.lead.schoolId, box.attune.now()).size).toBe(2);
});

test('links go to all who were chosen or to nobody', () => {
  const [a, b, c] = box.people as [string, string, string];
  box.attune.db.update(person).set({ email: null, staffNumber: '7' }).where(eq(person.id, c)).run();
  expect(() => links([a, b, c])).toThrow(/no e-mail address for Person 2/);
  recordLeaving(box.attune, box.lead, b, '2026-09-02');
  expect(() => links([a, b])).toThrow(/has left/);
  expect(() => links([])).toThrow(/at least one/);
  expect(() => links([a, 'x'])).toThrow(/no such person/);
  expect(box.rows()).toEqual([]);
  expect(openWaysIn(box.attune.db, box.lead.schoolId, box.attune.now()).size).toBe(0);
});

test('a link goes to the address that its sender was shown, and to no other', () => {
  const staff = listStaff(box.attune.db, box.lead.schoolId);
  const recipients = staff
    .filter(({ id }) => box.people.includes(id))
    .map(({ id: personId, email: address }) => ({ personId, address }));
  moveTo(first(), 'somebody.else@elm.example');
  expect(() =>
    mailWaysIn(box.attune, box.lead, { recipients, schoolName: 'Elm Road Primary' }),
  ).toThrow(/was changed after this page was opened, and is somebody.else@elm.example now/);
  expect(box.rows()).toEqual([]);
});

test('a link that was refused does not go again to an address that was changed since', () => {
  links([first()]);
  become('refused');
  moveTo(first(), 'somebody.else@elm.example');
  expect(() => sendAgain(box.attune, box.lead, only().id)).toThrow(/send a new link/);
  expect(only()).toMatchObject({ state: 'refused', address: 'p0@elm.example' });
});

test('a link’s text is gone once it was handed over or set aside, and when its code is over', () => {
  links(box.people);
  const [a, b] = box.rows();
  markHandedOver(box.attune, box.lead, [a?.id ?? '']);
  putAside(box.attune, box.lead, b?.id ?? '');
  expect(box.rows().filter(({ text }) => text !== null)).toHaveLength(1);
  box.clock.advance(60 * 24 * 15);
  tidyMessages(box.attune);
  expect(box.rows().filter(({ text }) => text !== null)).toEqual([]);
  expect(
    box
      .rows()
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['handed over', 'set aside', 'set aside']);
});

test('a link whose code was used on paper, or ended, is not left to be handed over', async () => {
  links(box.people);
  createWayIn(box.attune, box.lead, first());
  tidyMessages(box.attune);
  const states = box.rows().map(({ personId, state, text }) => [personId, state, text !== null]);
  expect(states).toContainEqual([first(), 'set aside', false]);
  expect(states.filter(([, state]) => state === 'waiting')).toHaveLength(2);
});

test('tidying deletes what was done with two months ago, and nothing of which nobody knows yet', () => {
  box.write(first());
  box.write(box.people[1] ?? '');
  const [a, b] = box.rows();
  const at = box.attune.now().getTime();
  const set = (id = '', more: Partial<typeof message.$inferInsert> = {}) =>
    box.attune.db.update(message).set(more).where(eq(message.id, id)).run();
  set(a?.id, { state: 'sent', settledAt: at });
  set(b?.id, { state: 'sending', sendingSince: at });
  box.clock.advance(60 * 24 * daysKept - 1);
  tidyMessages(box.attune);
  expect(box.rows()).toHaveLength(2);
  box.clock.advance(2);
  tidyMessages(box.attune);
  expect(box.rows().map(({ state }) => state)).toEqual(['may have arrived']);
});

test('the outbox survives a restart: it is rows, and nothing else', async () => {
  const other = makeTestHouse();
  await makeSchool(other);
  box.write(first());
  const again = { ...other.attune, db: box.attune.db, keyring: box.attune.keyring };
  expect(openMessage(again, box.lead.schoolId, only().id).text).toBe('Hello Person 0');
});
