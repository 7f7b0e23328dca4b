import { watch } from 'chokidar';
import type { Logger } from 'pino';
import type { ContentFolders } from './folders';

/** A pause in writing, in milliseconds, after which files that change together are read together. */
const quiet = 200;

/** Calls `changed` after files in the content folders changed. Gives what stops it. */
export async function watchContent(
  { contentDir, schoolContentDir }: ContentFolders,
  changed: () => void,
  log: Pick<Logger, 'error'>,
): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  const dirs = schoolContentDir === null ? [contentDir] : [contentDir, schoolContentDir];
  const watcher = watch(dirs, { ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
  });
  watcher.on('error', (err) => log.error({ err }, 'Content can no longer be watched for changes'));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
