import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { root, say } from './say.mjs';

/** Chromium’s own build without a window first: it draws the same pages with a third of the work. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed() {
  const dirs = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ];
  const onPath = dirs.flatMap((dir) => names.map((name) => path.join(dir, name)));
  return [...onPath, ...usualPlaces].find(runnable);
}

function fromPlaywright() {
  const done = spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 300_000,
  });
  if (done.status !== 0) return undefined;
  const asked = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "import { chromium } from 'playwright'; console.log(chromium.executablePath())",
    ],
    { cwd: root, encoding: 'utf8' },
  );
  const file = asked.stdout.trim();
  return existsSync(file) ? file : undefined;
}

function fromDebian() {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  apt('update', '-q');
  const install = (name) => apt('install', '-y', '-q', '--no-install-recommends', name);
  install('chromium-headless-shell');
  if (!installed()) install('chromium');
  return installed();
}

/**
 * The path of a Chromium to test with: CHROMIUM_PATH, else one that is installed, else Playwright's own, else Debian's.
 * Ends the program with a clear message when none can be had.
 */
export function browser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const found = installed();
  if (found) return found;
  say('No Chromium found: installing one for the tests');
  const fetched = fromPlaywright() ?? fromDebian();
  if (fetched) return fetched;
  console.error(
    'The tests need a Chromium and none could be installed. Install one and set CHROMIUM_PATH to it.',
  );
  process.exit(1);
}
