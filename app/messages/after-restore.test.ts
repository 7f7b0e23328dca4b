import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { message } from '~db/schema';
import { holdWhatWaits } from './after-restore.server';
import { startMailServer } from './mail-server-for-test';
import { sendAgain } from './outbox.server';
import { makeOutbox } from './outbox-for-test';
import { runSchedules, saveSchedule, scheduleOf } from './schedule.server';
import { sendReady } from './send.server';

const wait = { connection: 10_000, greeting: 10_000, reply: 10_000 };

test('what waited in an older copy goes again only when the lead says so', async () => {
  const server = await startMailServer();
  const box = await makeOutbox(3);
  for (const personId of box.people) box.write(personId);
  const [a, b, c] = box.rows();
  const become = (id = '', more: Partial<typeof message.$inferInsert>) =>
    box.attune.db.update(message).set(more).where(eq(message.id, id)).run();
  become(b?.id, { state: 'sending', claim: 'before', sendingSince: 1 });
  become(c?.id, { state: 'sent', settledAt: 1 });
  expect(holdWhatWaits(box.attune)).toBe(2);
  await sendReady(box.attune, server.mail, { wait });
  expect(server.arrived).toEqual([]);
  sendAgain(box.attune, box.lead, a?.id ?? '');
  await sendReady(box.attune, server.mail, { wait });
  await server.close();
  expect(server.arrived.map(({ messageId }) => messageId)).toEqual([a?.messageId]);
  const states = box.rows().map(({ state }) => state);
  expect(states.sort()).toEqual(['may have arrived', 'sent', 'sent']);
});

test('what is to be printed still waits for somebody’s hands', async () => {
  const box = await makeOutbox(1);
  box.write(box.people[0] ?? '', { address: null });
  expect(holdWhatWaits(box.attune)).toBe(0);
  expect(box.rows()).toMatchObject([{ state: 'waiting' }]);
});

test('no schedule writes a second time in the week in which a copy was put back', async () => {
  const box = await makeOutbox(1);
  saveSchedule(box.attune, box.lead, { weekday: 3, hour: 9, fridays: true });
  holdWhatWaits(box.attune);
  box.clock.set('2026-09-11T10:00:00Z');
  runSchedules(box.attune);
  expect(box.rows()).toEqual([]);
  expect(scheduleOf(box.attune.db, box.lead.schoolId)).toMatchObject({ weekday: 3, fridays: true });
  box.clock.set('2026-09-18T10:00:00Z');
  runSchedules(box.attune);
  expect(box.rows()).toMatchObject([{ kind: 'lead digest' }]);
});
