import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');

export interface Server {
  origin: string;
  /** Everything it printed so far: the one-time code of `/setup` stands there. */
  said(): string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (!address || typeof address === 'string') throw new Error('No port could be had');
  return address.port;
}

export async function freeOrigin(): Promise<string> {
  return `http://localhost:${await freePort()}`;
}

/**
 * Serves the built app on `dataDir`, as `npm start` does, and resolves when `/healthz` answers.
 * @throws Error with what the server said when it ends before that, or does not answer within a minute.
 */
export async function startServer(
  origin: string,
  dataDir: string,
  contentDir?: string,
  settings: Record<string, string> = {},
): Promise<Server> {
  let said = '';
  const child = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: new URL(origin).port,
      ORIGIN: origin,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      ...(contentDir ? { CONTENT_DIR: contentDir } : {}),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (words: string) => {
      said += words;
    });
  }
  await healthy(origin, child, () => said);
  return { origin, said: () => said, stop: () => stop(child) };
}

async function healthy(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 240 && child.exitCode === null; tries += 1) {
    const answer = await fetch(`${origin}/healthz`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start. It said:\n${said()}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}
