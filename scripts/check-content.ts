import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CompileCache } from '~/course/compile-cache.server';
import { describeModule } from '~/course/describe-module';
import { type ContentFolders, originOf, schoolPrefix } from '~/course/folders';
import type { Problem } from '~/course/module';
import { isError, printProblem } from '~/course/problem';
import { problemsOf, readEverything } from '~/course/read-all.server';
import { londonDate } from '~/record/london-date';

/**
 * `npm run check:content [-- DIR]`: prints what is wrong as `file:line: what is wrong; how to mend it`, then one line a
 * module. DIR is a whole content folder, or a school's folder, which is held against what comes with Attune. Leaves
 * nothing behind. Exit code 1 when anything but a warning was found.
 */
async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const { folders, only } = chooseFolders(positionals[0]);
  const scratch = await mkdtemp(path.join(tmpdir(), 'check-content-'));
  try {
    const cache = new CompileCache(scratch);
    const log = { error: (details: unknown) => console.error(details) };
    const found = await readEverything(folders, londonDate(new Date()), cache, log);
    const problems = problemsOf(found).filter(({ file }) => !only || originOf(file) === only);
    for (const problem of problems) console.log(printProblem(withPath(problem, folders)));
    const modules = found.modules.filter(({ origin }) => !only || origin === only);
    for (const module of modules) console.log(describeModule(module));
    if (only && modules.length === 0 && problems.length === 0) {
      console.log('There is no module in this folder yet: a module is a folder in “modules”.');
    }
    return problems.some(isError) ? 1 : 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A folder with a pathways.yaml is whole; any other is a school's, of which alone the problems are wanted. */
function chooseFolders(given: string | undefined): { folders: ContentFolders; only?: 'school' } {
  const builtIn = path.resolve(process.env.CONTENT_DIR ?? 'content');
  const school = process.env.SCHOOL_CONTENT_DIR;
  if (given === undefined) {
    const schoolContentDir = school ? path.resolve(school) : null;
    return { folders: { contentDir: builtIn, schoolContentDir } };
  }
  const dir = path.resolve(given);
  if (!existsSync(dir)) throw new Error(`There is no folder ${dir}. Check the spelling.`);
  if (existsSync(path.join(dir, 'index.mdx'))) {
    throw new Error(`${dir} is one module. Give the folder in which “modules” stands.`);
  }
  if (dir === builtIn || existsSync(path.join(dir, 'pathways.yaml'))) {
    return { folders: { contentDir: dir, schoolContentDir: null } };
  }
  return { folders: { contentDir: builtIn, schoolContentDir: dir }, only: 'school' };
}

/** Names the file as it can be opened from here. */
function withPath(problem: Problem, { contentDir, schoolContentDir }: ContentFolders): Problem {
  const school = originOf(problem.file) === 'school' && schoolContentDir !== null;
  const dir = school ? schoolContentDir : contentDir;
  const file = school ? problem.file.slice(schoolPrefix.length) : problem.file;
  const near = path.relative(process.cwd(), dir);
  return { ...problem, file: path.join(near.startsWith('..') ? dir : near, file) };
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    process.exitCode = 1;
  },
);
