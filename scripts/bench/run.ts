import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readConfig } from '~/config.server';
import { closeAttune, createAttune } from '~/create-attune.server';
import { commitsPerSecond } from './commits';
import { download, dump } from './csv';
import { addLearners, cookieOf, copyModules, makeSchool } from './data';
import { exportTimes, multiply } from './exports';
import { firstVisit } from './first-visit';
import { readAlone } from './grid';
import { inTurn, median, requestsPerSecond } from './load';
import { serve } from './process';
import { answersPerSecond, quizPosts } from './quiz';
import { staffList } from './staff-list';

const people = 300;
const modules = 12;
const rounds = 3;
const inGrid = 500;
const listed = 5000;
/** Of the school whose downloads are timed, after the first. The largest takes minutes, and is asked for with BENCH_LARGE=1. */
const sizes = process.env.BENCH_LARGE ? [3000, 7500] : [3000];

const dir = mkdtempSync(path.join(os.tmpdir(), 'attune-bench-'));
const dataDir = path.join(dir, 'data');
const contentDir = path.join(dir, 'content');
const env = { DATA_DIR: dataDir, CONTENT_DIR: contentDir, LOG_LEVEL: 'warn' };
const say = (words: string) => console.log(`→ ${words}`);
const per = (n: number) => n.toFixed(n < 10 ? 1 : 0);

async function prepare() {
  mkdirSync(dataDir, { recursive: true });
  say(`Copying ${modules} modules and compiling them`);
  const slugs = copyModules(path.resolve('content'), contentDir, modules);
  const attune = await createAttune(readConfig(env));
  say(`Making ${people} people who have completed ${modules} modules each`);
  const school = await makeSchool(attune, slugs, people);
  const [slug = ''] = slugs;
  const posts = await quizPosts(attune, school.schoolId, school.personIds, slug);
  const learner = school.personIds[0] ?? '';
  const page = attune.course.module(slug)?.pages[1]?.id ?? '';
  const cookie = await cookieOf(attune, learner);
  await closeAttune(attune);
  return { school, slugs, posts, cookie, pageUrl: `/learn/${slug}/${page}` };
}

/** Into the same database as the server's, which notices nothing but more people. */
async function addPeople(school: Awaited<ReturnType<typeof makeSchool>>, slugs: string[]) {
  const attune = await createAttune(readConfig(env));
  addLearners(attune, school, slugs, { from: people, to: inGrid });
  await closeAttune(attune);
}

async function main(): Promise<void> {
  const { school, slugs, posts, cookie, pageUrl } = await prepare();
  say('Building the bare Remix page that is the floor');
  execFileSync(
    'npx',
    ['--no-install', 'remix', 'vite:build', 'scripts/bench/bare', '--logLevel', 'error'],
    { stdio: 'inherit' },
  );

  const attune = await serve(['server.ts'], env, '/healthz');
  const bare = await serve(['scripts/bench/bare/serve.ts'], {}, '/');
  try {
    const atRest = attune.memory();
    await requestsPerSecond(attune.url + pageUrl, cookie, 2);
    await requestsPerSecond(`${bare.url}/`, undefined, 2);

    say('Module page');
    const [ours, theirs] = await inTurn(
      rounds,
      () => requestsPerSecond(attune.url + pageUrl, cookie),
      () => requestsPerSecond(`${bare.url}/`),
    );
    const underLoad = attune.memory();

    say('Quiz answers');
    const share = Math.floor(posts.length / rounds);
    const [answers, commits] = await inTurn(
      rounds,
      () => answersPerSecond(attune.url, posts.splice(0, share)),
      async () => commitsPerSecond(dataDir),
    );

    say('training-record.csv');
    const csvUrl = `${attune.url}/evidence/training-record.csv`;
    const before = attune.memory();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, attune.memory());
    }, 10);
    const received: number[] = [];
    const [csv, floor] = await inTurn(
      5,
      async () => {
        const { seconds, bytes } = await download(csvUrl, school.headCookie);
        received.push(bytes);
        return seconds;
      },
      () => dump(dataDir),
    );
    clearInterval(watch);

    say(`Every download, for ${people} people`);
    const exports = await exportTimes(attune, school.headCookie, people);

    say(`The overview of ${inGrid} people`);
    await addPeople(school, slugs);
    const [grid, gridFloor] = await inTurn(
      9,
      async () => (await download(`${attune.url}/lead`, school.lead.cookie)).seconds,
      async () => readAlone(dataDir),
    );
    const { bytes: gridBytes } = await firstVisit(`${attune.url}/lead`, school.lead.cookie);

    say(`A staff list of ${listed.toLocaleString('en-GB')} people`);
    const list = await staffList(attune.url, dataDir, school.lead, listed);

    say('First visit');
    const visit = await firstVisit(`${attune.url}/sign-in`);
    const cold = await firstVisit(attune.url + pageUrl, cookie);

    for (const n of sizes) {
      say(`Every download, for ${n.toLocaleString('en-GB')} people`);
      const there = multiply(dataDir, school.schoolId, n);
      // Copying holds this process for longer than the server keeps a quiet connection: let it see which have ended.
      await setTimeout(1_000);
      exports.push(...(await exportTimes(attune, school.headCookie, there)));
    }

    console.log(`
| What (${people} people × ${modules} modules; medians) | Attune | Floor | Ratio | Aim |
|---|---|---|---|---|
| Signed-in module page, requests a second on one core; floor: a bare Remix page | ${per(ours)} | ${per(theirs)} | ${(ours / theirs).toFixed(2)} | 0.5 or more |
| Quiz answers a second, durable before acknowledged; floor: single-row commits, synchronous=FULL | ${per(answers)} | ${per(commits)} | ${(answers / commits).toFixed(2)} | 0.1 or more |
| training-record.csv (${Math.round(median(received) / 1024)} kB), seconds; floor: the same rows dumped by SQLite | ${csv.toFixed(3)} | ${floor.toFixed(3)} | ${(csv / floor).toFixed(1)} | 3 or less |
| The lead’s overview, ${inGrid} people × ${modules} modules, milliseconds; floor: the rows it rests on, read by SQLite | ${per(grid * 1000)} | ${per(gridFloor * 1000)} | ${(grid / gridFloor).toFixed(1)} | 5 or less |
| The same with nothing cached, kB over the wire | ${(gridBytes / 1000).toFixed(1)} | | | |
| Staff list, ${listed} new people: seconds to see what it will do | ${list.look.toFixed(1)} | | | a few |
| The same: seconds to bring it in; floor: the rows it writes, written by SQLite | ${list.bringIn.toFixed(1)} | ${list.floor.toFixed(2)} | ${(list.bringIn / list.floor).toFixed(1)} | a few |
| The same: seconds to undo it | ${list.undo.toFixed(1)} | | | a few |
| Memory while the CSV streams, MB above the start | ${peak - before} | | | flat |
| First visit (sign-in), kB over the wire with brotli, headers included | ${(visit.bytes / 1000).toFixed(1)} | | | 100 |
| First visit (sign-in), requests | ${visit.requests} | | | 12 |
| Module page with nothing cached, kB over the wire; requests | ${(cold.bytes / 1000).toFixed(1)}; ${cold.requests} | | | |
| Memory at rest, MB | ${atRest} | | | |
| Memory under load, MB | ${underLoad} | | | |

| Download | People × ${modules} modules | Seconds | First byte, seconds | MB | Server grew by, MB |
|---|---|---|---|---|---|
${exports.map((one) => `| ${one.file} | ${one.people.toLocaleString('en-GB')} | ${one.seconds.toFixed(1)} | ${one.firstByte.toFixed(2)} | ${one.megabytes.toFixed(1)} | ${one.grew} |`).join('\n')}

${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, Node ${process.version}`);
  } finally {
    await Promise.all([attune.stop(), bare.stop()]);
    rmSync(dir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  rmSync(dir, { recursive: true, force: true });
  process.exit(1);
});
