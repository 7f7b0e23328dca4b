import { civilDateInWords } from '~/course/said';
import { figureInWords } from './figures';
import type { Measure, Measured } from './impact.server';
import { timeInWords } from './measured-times';

/** One side of a measure: “Autumn term 2025 (to 19 December 2025)” and “14 suspensions”. */
export function sideInWords(measure: Measured, side: 'before' | 'after') {
  const { figure: kind, unit, [side]: typed, [`${side}Of` as const]: of } = measure;
  const { [`${side}Period` as const]: period, [`${side}Until` as const]: until } = measure;
  return { when: timeInWords(period, until), figure: figureInWords({ kind, typed, of }, unit) };
}

/** What a measure says, with what else changed: the one never stands without the other. */
export function measureInWords(measure: Measured): string {
  const [before, after] = [sideInWords(measure, 'before'), sideInWords(measure, 'after')];
  return `${measure.what}. ${before.when}: ${before.figure}; ${after.when}: ${after.figure}. Over that time, what else changed: ${stopped(measure.alsoChanged)}`;
}

/** When it was first written down, and each time it was put right what it had said before, the newest first. */
export function writtenInWords(measure: Measure): { first: string; putRight: string[] } {
  const days = [measure.writtenOn, ...measure.earlier.map(({ writtenOn }) => writtenOn)];
  return {
    first: `Written down on ${civilDateInWords(measure.firstWrittenOn)} by the school itself.`,
    putRight: measure.earlier.map(
      (said, n) =>
        `Put right on ${civilDateInWords(days[n] ?? measure.writtenOn)}. Before that it said: ${measureInWords(said)} From: ${stopped(said.source)}`,
    ),
  };
}

/** With a full stop, where it has no end of its own. */
export const stopped = (words: string) => (/[.!?…]$/.test(words) ? words : `${words}.`);
