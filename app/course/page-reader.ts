import type { RootContent } from 'mdast';
import type { Problem } from './module';
import { lineOf } from './nodes';
import type { Run } from './outline';
import { error } from './problem';

/** Collects what reading one page finds. */
export class PageReader {
  readonly runs: Run[] = [];
  readonly problems: Problem[] = [];

  constructor(readonly file: string) {}

  run(nodes: readonly RootContent[], line = lineOf(nodes[0])): Run {
    const run: Run = { id: `r${this.runs.length + 1}`, nodes: [...nodes], line };
    this.runs.push(run);
    return run;
  }

  problem(line: number, message: string, mend: string): void {
    this.problems.push(error(this.file, line, message, mend));
  }
}
