import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, say } from './say.mjs';

const stamp = path.join(root, 'node_modules/.attune-installed');

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!fits) {
    console.error(
      `Attune needs Node 20.19 or later in the 20 series, 22.12 or later in the 22 series, or 24. This is ${process.versions.node}.`,
    );
    process.exit(1);
  }
}

/** Installs the packages of the lockfile, unless just these are there already for this Node. */
export function install() {
  checkNode();
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(process.versions.modules)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (a minute or two the first time)');
  // Development packages are wanted whatever NODE_ENV says: the build needs them.
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { NODE_ENV: 'development' });
  writeFileSync(stamp, wanted);
}
