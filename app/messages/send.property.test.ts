import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeLetter } from './compose.server';
import { connect } from './deliver.server';
import { type Fault, startMailServer, steps, type TestMailServer } from './mail-server-for-test';
import { makeOutbox, type TestOutbox } from './outbox-for-test';
import { claimMessage, lease, nextReady } from './queue.server';
import { sendReady } from './send.server';

const unhurried = { connection: 10_000, greeting: 10_000, reply: 10_000 };
const hasty = { ...unhurried, greeting: 100, reply: 100 };
let server: TestMailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());

/** One go at the outbox: what goes wrong, and how many processes are at it. `dies`: the process ends after that. */
type Go =
  | { fault: Fault | null; processes: number }
  | { dies: 'before the server is told' | 'after' };

const go: fc.Arbitrary<Go> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      fault: fc.option(
        fc.record({
          step: fc.constantFrom(...steps.filter((step) => step !== 'STARTTLS' && step !== 'AUTH')),
          how: fc.constantFrom('drops', 'stalls', 'says 4xx', 'says 5xx'),
        }),
      ),
      processes: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      dies: fc.constantFrom<'before the server is told' | 'after'>(
        'before the server is told',
        'after',
      ),
    }),
  },
);

async function play(box: TestOutbox, one: Go): Promise<void> {
  if ('dies' in one) {
    server.fault = null;
    const row = nextReady(box.attune);
    if (!row || !claimMessage(box.attune, row.id, `dies ${row.id}`)) return;
    if (one.dies === 'before the server is told') return;
    const connection = await connect(server.mail, unhurried);
    const letter = { ...row, address: row.address ?? '', text: 'Hello' };
    const bytes = await composeLetter(server.mail.from, letter);
    await connection.send({ from: 'cpd@elm.example', to: letter.address }, bytes);
    connection.end();
    return;
  }
  server.fault = one.fault as Fault | null;
  const wait = one.fault?.how === 'stalls' ? hasty : unhurried;
  await Promise.all(
    Array.from({ length: one.processes }, () => sendReady(box.attune, server.mail, { wait })),
  );
}

test('whatever goes wrong, nothing is lost and nothing goes twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(go, { minLength: 1, maxLength: 5 }), async (goes) => {
      server.arrived.length = 0;
      const box = await makeOutbox(2);
      for (const personId of box.people) box.write(personId);
      const times = (messageId: string) =>
        server.arrived.filter((one) => one.messageId === messageId).length;

      for (const one of goes) {
        await play(box, one);
        for (const { messageId, state } of box.rows()) {
          const n = times(messageId);
          expect(n).toBeLessThanOrEqual(1);
          if (state === 'waiting' || state === 'refused') expect(n).toBe(0);
          if (state === 'sent') expect(n).toBe(1);
        }
        box.clock.advance(61);
      }
      server.fault = null;
      box.clock.advance(lease / 60_000 + 1);
      for (let n = 0; n < 3; n += 1) {
        // The next morning, whatever the hour has become.
        const day = new Date(box.attune.now().getTime() + 20 * 3_600_000)
          .toISOString()
          .slice(0, 10);
        box.clock.set(`${day}T10:00:00Z`);
        await sendReady(box.attune, server.mail, { wait: unhurried });
      }
      expect(box.rows()).toHaveLength(2);
      for (const { messageId, state } of box.rows()) {
        expect(['sent', 'refused', 'may have arrived']).toContain(state);
        expect(times(messageId)).toBeLessThanOrEqual(1);
        if (state === 'sent') expect(times(messageId)).toBe(1);
        if (state === 'refused') expect(times(messageId)).toBe(0);
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);
