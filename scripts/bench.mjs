import { browser } from './setup/browser.mjs';
import { build } from './setup/build.mjs';
import { install } from './setup/install.mjs';
import { become } from './setup/say.mjs';

install();
build();
become('npx', ['--no-install', 'tsx', 'scripts/bench/run.ts'], {
  CHROMIUM_PATH: browser(),
  NODE_ENV: 'production',
});
