import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CompileCache } from '~/course/compile-cache.server';
import { describeModule } from '~/course/describe-module';
import { isError, printProblem } from '~/course/problem';
import { readEverything } from '~/course/read-all.server';
import { londonDate } from '~/record/london-date';

/**
 * `npm run check:content [-- DIR]`: prints what is wrong as `file:line: what is wrong; how to mend it`, then one line a
 * module. Leaves nothing behind. Exit code 1 when anything but a warning was found.
 */
async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const contentDir = path.resolve(positionals[0] ?? process.env.CONTENT_DIR ?? 'content');
  const scratch = await mkdtemp(path.join(tmpdir(), 'check-content-'));
  try {
    const cache = new CompileCache(scratch);
    const log = { error: (details: unknown) => console.error(details) };
    const { modules, shared } = await readEverything(
      contentDir,
      londonDate(new Date()),
      cache,
      log,
    );
    const problems = [...shared, ...modules.flatMap((module) => module.problems)];
    const shown = path.relative(process.cwd(), contentDir);
    const lines = problems.map((problem) =>
      printProblem({ ...problem, file: path.join(shown, problem.file) }),
    );
    for (const line of new Set(lines)) console.log(line);
    for (const module of modules) console.log(describeModule(module));
    return problems.some(isError) ? 1 : 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
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
