import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from './setup/build.mjs';
import { install } from './setup/install.mjs';
import { become, root, run, say } from './setup/say.mjs';

const port = process.env.PORT ?? '3000';
const settings = {
  PORT: port,
  HOST: '127.0.0.1',
  ORIGIN: `http://localhost:${port}`,
  DATA_DIR: path.join(root, 'data/demo'),
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
};

install();
build();
if (!existsSync(path.join(settings.DATA_DIR, 'ready'))) {
  say('Making the demonstration school: two terms of a school of 45, played through the real code');
  run('npx', ['--no-install', 'tsx', 'scripts/make-demo.ts'], settings);
}
console.log(`
Sign in at http://localhost:${port}/sign-in with the password  attachment-aware

  ta@demo.example     a teaching assistant
  lead@demo.example   the attachment lead
  head@demo.example   the headteacher
  office@demo.example the school office
`);
become(process.execPath, ['--import', 'tsx', 'server.ts'], { ...settings, NODE_ENV: 'production' });
