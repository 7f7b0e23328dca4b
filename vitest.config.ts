import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

export default defineConfig({
  resolve: { alias: { '~db': path.join(root, 'db'), '~': path.join(root, 'app') } },
  test: {
    include: [
      'app/**/*.test.{ts,tsx}',
      'db/**/*.test.ts',
      'scripts/**/*.test.ts',
      'tests/unit/**/*.test.ts',
    ],
    globalSetup: 'tests/unit/own-temporary-folder.ts',
    environment: 'node',
    // Property tests play thousands of histories; a slow machine is no failure.
    testTimeout: 60_000,
    maxWorkers: 2,
    // No module of the house holds state that changes, so test files can share what they import.
    isolate: false,
  },
});
