import { setImmediate } from 'node:timers/promises';
import type { PdfPaper, PdfTable } from './pdf-paper';

/** What draws each piece of a document: a table a row at a time, everything else at once. */
export type Pieces = Omit<PdfPaper, 'table'> & { table(table: PdfTable): Iterable<unknown> };

type Step = () => Iterable<unknown>;

/** What `draw` puts on the paper, as steps to be taken later, in their order. */
export function stepsOf(draw: (paper: PdfPaper) => void, pieces: Pieces): Step[] {
  const steps: Step[] = [];
  const later =
    <A extends unknown[]>(put: (...args: A) => void) =>
    (...args: A) =>
      void steps.push(() => [put(...args)]);
  draw({
    heading: later(pieces.heading),
    text: later(pieces.text),
    list: later(pieces.list),
    facts: later(pieces.facts),
    table: (table) => void steps.push(() => pieces.table(table)),
    bars: later(pieces.bars),
    columns: later(pieces.columns),
    squares: later(pieces.squares),
    attach: later(pieces.attach),
    pageBreak: later(pieces.pageBreak),
  });
  return steps;
}

/** Takes one step after another, and lets others be served between: a long table takes seconds. */
export async function takeSteps(steps: Iterable<Step>, goOn: () => boolean): Promise<void> {
  for (const step of steps) {
    for (const _ of step()) {
      await setImmediate();
      if (!goOn()) return;
    }
  }
}
