import path from 'node:path';
import { pino } from 'pino';
import { loadKeyring } from '~/people/keyring.server';
import { openDb } from '~db/client.server';
import { sendReady } from './send.server';

/** For tests: a process of its own that sends what a database's outbox holds, at an instant, until somebody kills it. */
const [dataDir = '', at = '', port = ''] = process.argv.slice(2);
const db = openDb(path.join(dataDir, 'attune.db'));
const now = () => new Date(Number(at));
const attune = { db, now, keyring: loadKeyring(dataDir), log: pino({ level: 'silent' }) };
const long = 120_000;
await sendReady(
  attune,
  {
    ...{ host: '127.0.0.1', port: Number(port), secure: false, requireTls: false, auth: null },
    from: { name: 'Elm Road', address: 'cpd@elm.example' },
  },
  { wait: { connection: long, greeting: long, reply: long } },
);
