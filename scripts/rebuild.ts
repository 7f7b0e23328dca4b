import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '~/config.server';
import { rebuild } from '~/record/rebuild.server';
import { openDb } from '~db/client.server';

// Projections from events alone. Exit 0 when the tables agreed already, 1 when they did not and were replaced.
const file = path.join(readConfig(process.env).dataDir, 'attune.db');
if (!existsSync(file)) {
  console.error(`There is no database at ${file}. Set DATA_DIR to the folder that holds it.`);
  process.exit(1);
}
const db = openDb(file);
const difference = rebuild(db);
db.$client.close();
if (difference) {
  console.error(
    `The tables differed from the events, and were made again from them. First: ${difference}`,
  );
  process.exitCode = 1;
} else {
  console.log('Made again from events alone: nothing differed.');
}
