import { build } from './setup/build.mjs';
import { install } from './setup/install.mjs';
import { become } from './setup/say.mjs';

install();
build();
become(process.execPath, ['--import', 'tsx', 'server.ts'], { NODE_ENV: 'production' });
