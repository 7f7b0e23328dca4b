import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hashCode } from '~/people/code.server';
import { recordLeaving } from '~/people/staff.server';
import { createWayIn, joinWithCode } from '~/people/way-in.server';
import { leave, message, person } from '~db/schema';
import { startMailServer, type TestMailServer } from './mail-server-for-test';
import { sendAgain } from './outbox.server';
import { makeOutbox, type TestOutbox } from './outbox-for-test';
import { claimMessage, isClaimed, lease, settleMessage } from './queue.server';
import { sendReady } from './send.server';
import { textOf } from './write.server';

const wait = { connection: 10_000, greeting: 10_000, reply: 10_000 };
let server: TestMailServer;
let box: TestOutbox;

beforeAll(async () => {
  server = await startMailServer({ pipelining: true });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.fault = null;
  server.arrived.length = 0;
  box = await makeOutbox(3);
});

const send = () => sendReady(box.attune, server.mail, { wait });
const only = () => {
  const [row] = box.rows();
  if (!row) throw new Error('no message');
  return row;
};
const first = () => box.people[0] ?? '';

test('a message goes, once, and the outbox says what the server said', async () => {
  box.write(first());
  await send();
  await send();
  expect(server.arrived).toHaveLength(1);
  expect(server.arrived[0]).toMatchObject({ to: 'p0@elm.example', messageId: only().messageId });
  expect(only()).toMatchObject({ state: 'sent', tries: 1 });
  expect(only().reply).toMatch(/^250/);
});

test('a message is marked as being sent before the server is told of it', async () => {
  box.write(first());
  server.fault = { step: 'MAIL FROM', how: 'stalls' };
  const hasty = { ...wait, reply: 1500 };
  const sending = sendReady(box.attune, server.mail, { wait: hasty });
  await expect.poll(() => only().state).toBe('sending');
  await sending;
  expect(only().state).toBe('waiting');
});

test('a server that says “later” is asked again, later each time', async () => {
  box.write(first());
  server.fault = { step: 'RCPT TO', how: 'says 4xx' };
  const waits: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    await send();
    const { notBefore, state } = only();
    expect(state).toBe('waiting');
    waits.push((notBefore - box.attune.now().getTime()) / 60_000);
    box.clock.advance(waits.at(-1) ?? 0);
  }
  expect(waits).toEqual([1, 5, 15, 60, 60]);
  server.fault = null;
  await send();
  expect(only()).toMatchObject({ state: 'sent', tries: 6 });
});

test('a server that says “never” ends it, in its own words', async () => {
  box.write(first());
  server.fault = { step: 'RCPT TO', how: 'says 5xx' };
  await send();
  expect(only()).toMatchObject({ state: 'refused', reply: '550 never' });
  box.clock.advance(120);
  server.fault = null;
  await send();
  expect(server.arrived).toEqual([]);
});

test('one that is refused does not keep back the next', async () => {
  for (const personId of box.people) box.write(personId);
  box.attune.db
    .update(message)
    .set({ messageId: '<m@x>' })
    .where(eq(message.personId, first()))
    .run();
  box.attune.db.update(person).set({ email: 'no body' }).where(eq(person.id, first())).run();
  await send();
  expect(
    box
      .rows()
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['refused', 'sent', 'sent']);
});

test('a reply that is lost is never followed by a second try', async () => {
  box.write(first());
  server.fault = { step: 'dot', how: 'drops' };
  await send();
  expect(only().state).toBe('may have arrived');
  server.fault = null;
  box.clock.advance(600);
  await send();
  expect(server.arrived).toHaveLength(1);
});

test('with no server to be reached everything waits, and nothing is marked as tried but one', async () => {
  for (const personId of box.people) box.write(personId);
  const nobody = await startMailServer();
  await nobody.close();
  await sendReady(box.attune, nobody.mail, { wait });
  expect(box.rows().map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
  expect(
    box
      .rows()
      .map(({ tries }) => tries)
      .sort(),
  ).toEqual([0, 0, 1]);
  expect(only().reply).toMatch(/no mail server/);
  box.clock.advance(1);
  await send();
  expect(server.arrived).toHaveLength(3);
});

test('what was being sent when the process ended may have arrived, once its time is over', async () => {
  box.write(first());
  claimMessage(box.attune, only().id, 'a process that ended');
  await send();
  expect(only().state, 'another process may still be at it').toBe('sending');
  box.clock.advance(lease / 60_000 + 1);
  await send();
  expect(only()).toMatchObject({ state: 'may have arrived' });
  expect(only().reply).toMatch(/stopped before/);
  expect(server.arrived).toEqual([]);
});

test('one that was given up, and goes by another hand, does not go by the first as well', async () => {
  box.write(first());
  const { id } = only();
  claimMessage(box.attune, id, 'slow');
  expect(isClaimed(box.attune, id, 'slow')).toBe(true);
  box.clock.advance(lease / 60_000 + 1);
  await send();
  sendAgain(box.attune, box.lead, id);
  expect(isClaimed(box.attune, id, 'slow')).toBe(false);
  await send();
  expect(only().state).toBe('sent');
  settleMessage(box.attune, only(), 'slow', { outcome: 'not now', said: 'late' });
  expect(only().state).toBe('sent');
});

test('what changed while the server was being reached is seen before a message goes', () => {
  box.write(first(), { weekOf: '2026-08-31' });
  box.write(first(), { weekOf: '2026-09-07' });
  const [a, b] = box.rows();
  expect(claimMessage(box.attune, a?.id ?? '', 'one')).not.toBeNull();
  expect(claimMessage(box.attune, b?.id ?? '', 'two')).toBeNull();
});

test('two processes at once send each message once', async () => {
  for (const personId of box.people) box.write(personId);
  await Promise.all([send(), send(), send()]);
  expect(server.arrived).toHaveLength(3);
  expect(new Set(server.arrived.map(({ messageId }) => messageId)).size).toBe(3);
});

test('a reminder waits for working hours', async () => {
  box.clock.set('2026-09-04T18:00:00Z');
  box.write(first());
  await send();
  expect(only()).toMatchObject({
    state: 'waiting',
    notBefore: Date.parse('2026-09-07T07:00:00Z'),
  });
  box.clock.set('2026-09-07T07:00:00Z');
  await send();
  expect(only().state).toBe('sent');
});

test('leave that was entered since is kept to, and a message too old to be true does not go', async () => {
  const row = { id: 'l', schoolId: box.lead.schoolId, personId: first() };
  box.attune.db
    .insert(leave)
    .values({ ...row, startsOn: '2026-09-07', endsOn: null })
    .run();
  box.write(first());
  await send();
  expect(only()).toMatchObject({ state: 'set aside' });
  expect(only().reply).toMatch(/no working day/);
});

test('somebody who has left since is not written to', async () => {
  box.write(first());
  recordLeaving(box.attune, box.lead, first(), '2026-09-07');
  box.clock.set('2026-09-08T09:00:00Z');
  await send();
  expect(only()).toMatchObject({
    state: 'set aside',
    reply: 'They have left since it was written.',
  });
});

test('an address that was put right since is the one it goes to', async () => {
  box.write(first());
  box.attune.db
    .update(person)
    .set({ email: 'right@elm.example' })
    .where(eq(person.id, first()))
    .run();
  await send();
  expect(server.arrived[0]?.to).toBe('right@elm.example');
});

test('whoever has no address any more is left to the printer', async () => {
  box.write(first());
  box.attune.db.update(person).set({ email: null }).where(eq(person.id, first())).run();
  await send();
  expect(only()).toMatchObject({ state: 'waiting', address: null });
});

test('of last week’s, which waited, and this week’s, one goes', async () => {
  box.write(first(), { weekOf: '2026-08-31' });
  box.write(first(), { weekOf: '2026-09-07' });
  await send();
  expect(server.arrived).toHaveLength(1);
  expect(
    box
      .rows()
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['sent', 'set aside']);
});

const wayIn = () => {
  const { code, expiresAt } = createWayIn(box.attune, box.lead, first());
  box.write(first(), {
    ...{ kind: 'way in', text: `Open /join/${code}`, codeHash: hashCode(code) },
    goodUntil: expiresAt,
  });
  return code;
};

test('a way in goes at any hour, is not readable in the database, and is gone from it once it went', async () => {
  box.clock.set('2026-09-05T22:00:00Z');
  const code = wayIn();
  expect(JSON.stringify(only())).not.toContain(code);
  expect(textOf(box.attune, only())).toContain(code);
  await send();
  expect(server.arrived[0]?.raw).toContain(code);
  expect(only()).toMatchObject({ state: 'sent', text: null });
});

test('a way in that was used, or ended by a newer one, does not go', async () => {
  const code = wayIn();
  await joinWithCode(box.attune, code, 'four kind words here');
  await send();
  expect(only()).toMatchObject({ state: 'set aside', text: null });
  wayIn();
  createWayIn(box.attune, box.lead, first());
  await send();
  expect(server.arrived).toEqual([]);
});

test('a way in does not follow an address that was changed while it waited', async () => {
  wayIn();
  const elsewhere = { email: 'somebody.else@elm.example' };
  box.attune.db.update(person).set(elsewhere).where(eq(person.id, first())).run();
  await send();
  expect(server.arrived).toEqual([]);
  expect(only()).toMatchObject({
    state: 'set aside',
    text: null,
    reply: expect.stringMatching(/has been changed since this link was written/),
  });
});

test('a message whose key is gone says so and keeps nobody back', async () => {
  for (const personId of box.people) box.write(personId);
  box.attune.db.update(message).set({ text: 'v1.AAAA' }).where(eq(message.personId, first())).run();
  await send();
  expect(server.arrived).toHaveLength(2);
  expect(box.rows().find(({ personId }) => personId === first())).toMatchObject({
    state: 'set aside',
    reply: expect.stringMatching(/can no longer be read/),
  });
});

test('told to stop, it finishes the message under way and begins no other', async () => {
  for (const personId of box.people) box.write(personId);
  await sendReady(box.attune, server.mail, { wait, stopping: () => server.arrived.length > 0 });
  expect(server.arrived).toHaveLength(1);
  expect(
    box
      .rows()
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['sent', 'waiting', 'waiting']);
});
