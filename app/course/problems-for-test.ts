import type { Problem } from './module';
import { problemsOf, readEverything } from './read-all.server';

const throwing = {
  error: (details: unknown) => {
    throw details;
  },
};

/** Everything wrong with a content folder, and with a school's beside it, without compiling them. */
export async function problemsIn(
  contentDir: string,
  today = '2026-02-01',
  schoolContentDir: string | null = null,
): Promise<Problem[]> {
  const uncompiled = { page: async () => ({}) };
  const folders = { contentDir, schoolContentDir };
  return problemsOf(await readEverything(folders, today, uncompiled, throwing));
}
