import { spawnSync } from 'node:child_process';
import { browser } from './setup/browser.mjs';
import { build } from './setup/build.mjs';
import { install } from './setup/install.mjs';
import { root, say } from './setup/say.mjs';

const npx = (...args) => ['npx', ['--no-install', ...args]];

install();
const chromium = browser();

/** The quick part first: what fails soonest is known soonest. */
const checks = [
  ['Types', 'node', ['node_modules/typescript-7/bin/tsc', '--noEmit']],
  ['Lint and format', ...npx('biome', 'check', '--error-on-warnings', '.')],
  [
    'House rules',
    ...npx('depcruise', '--config', '.dependency-cruiser.cjs', 'app', 'db', 'server.ts'),
  ],
  ['Unit tests', ...npx('vitest', 'run')],
  ['Content', ...npx('tsx', 'scripts/check-content.ts')],
  ['Walks in a real browser', ...npx('playwright', 'test')],
];

const failed = [];
for (const [name, command, args] of checks) {
  if (name.startsWith('Walks')) build();
  say(name);
  const began = Date.now();
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: chromium },
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  const passed = done.status === 0;
  if (!passed) failed.push(name);
  console.log(`  ${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s\n`);
}

if (failed.length > 0) console.log(`Not passed: ${failed.join(', ')}`);
console.log(`checks: ${checks.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
