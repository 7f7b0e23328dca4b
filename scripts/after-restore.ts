import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '~/config.server';
import { holdWhatWaits } from '~/messages/after-restore.server';
import { migrateDb, openDb } from '~db/client.server';

// For a database put back from an older copy, before Attune is started: no message in it goes a second time by itself.
const file = path.join(readConfig(process.env).dataDir, 'attune.db');
if (!existsSync(file)) {
  console.error(`There is no database at ${file}. Set DATA_DIR to the folder that holds it.`);
  process.exit(1);
}
const db = openDb(file);
// A copy may be from an older version; whoever puts it back has the copy itself to fall back on.
migrateDb(db);
const n = holdWhatWaits({ db, now: () => new Date() });
db.$client.close();
console.log(
  n === 0
    ? 'No message was waiting to go. No schedule writes to anybody again this week.'
    : `${n === 1 ? 'One message' : `${n} messages`} that waited to go may have gone already, and will not go by themselves: the lead finds them first in the outbox. No schedule writes to anybody again this week.`,
);
