import path from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

declare module '@remix-run/node' {
  /** Single fetch: `useLoaderData` knows dates and promises as they are. */
  interface Future {
    v3_singleFetch: true;
  }
}

function manualChunks(id: string): string | undefined {
  if (id.includes('/node_modules/')) return 'vendor';
  return /\/app\/ui\/[^?]*\.tsx?$/.test(id) ? 'ui' : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  // The plugin freezes what it is given, so it gets a copy.
  plugins: [remix({ ...remixConfig })],
  resolve: { alias: { '~db': path.resolve('db'), '~': path.resolve('app') } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // One file each: a first visit pays for every request, and these change together.
    ...(isSsrBuild ? {} : { rollupOptions: { output: { manualChunks } } }),
  },
}));
