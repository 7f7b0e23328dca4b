import path from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from '../../../remix.config.js';

/** The floor: the least that Remix serves, with the same flags. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    remix({
      future: { ...remixConfig.future, v3_routeConfig: false },
      buildDirectory: path.resolve('.cache/bench-bare'),
    }),
  ],
  build: { target: 'es2022' },
});
