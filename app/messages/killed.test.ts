import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDb } from '~db/client.server';
import { message } from '~db/schema';
import { type Step, startMailServer } from './mail-server-for-test';
import { makeOutbox } from './outbox-for-test';
import { lease } from './queue.server';
import { sendReady } from './send.server';

const program = path.join(import.meta.dirname, 'send-for-test.ts');
const wait = { connection: 10_000, greeting: 10_000, reply: 10_000 };

/** Where the process is killed, and how many messages the server has by then. */
const cases: [Step, number][] = [
  ['MAIL FROM', 0],
  ['DATA', 0],
  ['dot', 1],
];

test.each(cases)(
  'killed at %s, a process loses nothing and sends nothing twice',
  async (step, arrived) => {
    const server = await startMailServer();
    const box = await makeOutbox(3);
    for (const personId of box.people) box.write(personId);
    const { dataDir } = box.attune.config;
    const file = path.join(dataDir, 'attune.db');
    writeFileSync(file, box.attune.db.$client.serialize());
    const db = openDb(file);
    const attune = { ...box.attune, db };
    const states = () =>
      db
        .select({ state: message.state })
        .from(message)
        .all()
        .map(({ state }) => state)
        .sort();

    server.fault = { step, how: 'stalls' };
    const args = [dataDir, String(attune.now().getTime()), String(server.mail.port)];
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
      stdio: 'inherit',
    });
    const gone = once(child, 'exit');
    await expect.poll(states, { timeout: 40_000 }).toContain('sending');
    await expect.poll(() => server.arrived.length, { timeout: 40_000 }).toBe(arrived);
    child.kill('SIGKILL');
    expect(await gone).toEqual([null, 'SIGKILL']);

    server.fault = null;
    await sendReady(attune, server.mail, { wait });
    expect(states()).toEqual(['sending', 'sent', 'sent']);
    box.clock.advance(lease / 60_000 + 1);
    await sendReady(attune, server.mail, { wait });
    expect(states()).toEqual(['may have arrived', 'sent', 'sent']);
    expect(new Set(server.arrived.map(({ messageId }) => messageId)).size).toBe(2 + arrived);
    expect(server.arrived).toHaveLength(2 + arrived);
    db.$client.close();
    await server.close();
  },
  120_000,
);
