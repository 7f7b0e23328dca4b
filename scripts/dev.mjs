import { install } from './setup/install.mjs';
import { become } from './setup/say.mjs';

install();
become(process.execPath, ['--import', 'tsx', 'server.ts'], { NODE_ENV: 'development' });
