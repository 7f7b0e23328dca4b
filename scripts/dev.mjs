import { install } from './setup/install.mjs';
import { become, run } from './setup/say.mjs';

install();
run(process.execPath, ['scripts/make-check-page.mjs']);
become(process.execPath, ['--import', 'tsx', 'server.ts'], { NODE_ENV: 'development' });
