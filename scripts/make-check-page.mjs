import { buildCheckPage } from './setup/check-page.mjs';

// On its own, because what builds and starts Attune must run before any package is there.
buildCheckPage();
