import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { calendarOf } from '~/cohorts/year-in-words';
import { readConfig } from '~/config.server';
import { closeAttune, createAttune } from '~/create-attune.server';
import { londonDate } from '~/record/london-date';
import { schoolBeganDaysAgo } from '~db/demo/staff';
import { DemoClock } from './demo/clock';
import { playSchool } from './demo/school';
import { demoDates } from './demo/year';

/** Makes the demonstration school in DATA_DIR, afresh: what an earlier, unfinished making left there goes. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  for (const name of ['attune.db', 'attune.db-wal', 'attune.db-shm', 'keys', 'ready']) {
    rmSync(path.join(config.dataDir, name), { recursive: true, force: true });
  }
  const made = Date.now();
  const clock = new DemoClock(made, schoolBeganDaysAgo, calendarOf(demoDates(londonDate(made))));
  const attune = await createAttune(config, { now: clock.now });
  try {
    const told = await playSchool(attune, clock);
    console.log(
      `  ${told.people} people, ${told.completions} completions, ${told.events} events on the record`,
    );
    console.log(
      `  What the governors were given, to open without signing in: ${config.origin}/governors/${told.governors}`,
    );
  } finally {
    await closeAttune(attune);
  }
  // Written last: `npm run demo` takes a folder without it for an unfinished one.
  writeFileSync(path.join(config.dataDir, 'ready'), `${new Date().toISOString()}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
