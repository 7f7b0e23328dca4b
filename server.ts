import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { forgetSpoken } from './app/cohorts/spoken-with.server';
import { readConfig } from './app/config.server';
import { closeAttune, createAttune } from './app/create-attune.server';
import { deleteWhatIsDue } from './app/learning/retention.server';
import { startPost } from './app/messages/post.server';
import { forgetDeputies } from './app/people/deputies.server';
import { purgeSessions } from './app/people/session.server';
import { ensureSetupCode } from './app/people/setup.server';
import { purgeImports } from './app/people/staff-list/imports.server';
import { purgeTries } from './app/people/throttle.server';
import { deleteOldReports } from './app/review/reports.server';
import { createHttpApp } from './app/server/http';
import { purgeTrainingLists } from './app/training-sessions/lists/lists.server';

const root = import.meta.dirname;
const development = process.env.NODE_ENV === 'development';
const hour = 3_600_000;

async function readBuild(): Promise<ServerBuild> {
  const file = path.join(root, 'build/server/index.js');
  if (!existsSync(file)) throw new Error('Attune has not been built yet. Run: npm run build');
  return import(file);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const attune = await createAttune(config, { watch: true });
  const setupCode = ensureSetupCode(attune.db, attune.now());

  const vite = development
    ? await (await import('vite')).createServer({ server: { middlewareMode: true } })
    : undefined;
  const app = createHttpApp({
    attune,
    build: vite
      ? () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
      : await readBuild(),
    checkPageFile: path.join(root, 'build/check/attune-check.html'),
    ...(vite ? { dev: vite.middlewares } : { clientDir: path.join(root, 'build/client') }),
  });

  const server = app.listen(config.port, config.host, () => {
    console.log(`Attune is ready at ${config.origin}`);
    if (setupCode) {
      console.log(
        `\nThere is no school here yet. Open ${config.origin}/setup and enter this one-time code:\n\n    ${setupCode}\n`,
      );
    }
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    console.error(
      taken
        ? `Port ${config.port} is taken. Choose another, for example: PORT=${config.port + 1}`
        : error.message,
    );
    process.exit(1);
  });

  const purge = setInterval(() => {
    purgeSessions(attune);
    purgeTries(attune);
    purgeImports(attune);
    purgeTrainingLists(attune);
    deleteWhatIsDue(attune);
    deleteOldReports(attune);
    forgetSpoken(attune);
    forgetDeputies(attune);
  }, hour);
  const post = startPost(attune);
  const stop = () => {
    clearInterval(purge);
    const quiet = post.stop();
    server.close(() => void quiet.then(() => closeAttune(attune)).then(() => process.exit(0)));
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
