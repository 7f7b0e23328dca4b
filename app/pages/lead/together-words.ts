import type { Meaning } from '~/learning/together/meaning.server';
import type { Attendance } from '~/learning/together/who-was-there.server';
import { partsInWords } from '~/pages/together-in-words';

/** What putting somebody down does for them, where that is not the same as for the others. */
export function meaningInWords(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'starts':
      return meaning.exempt
        ? 'Exempt from it: it starts for them all the same, and the exemption stays'
        : 'Has not started: it starts for them with this';
    case 'counts':
      return meaning.n === meaning.of
        ? 'In progress: all of it counts'
        : `In progress on another version: ${meaning.n} of the ${meaning.of} parts read the same there, and count`;
    case 'reads otherwise':
      return `In progress on version ${meaning.version}, which reads otherwise: nothing would count`;
    case 'done before':
      return `Completed it before, version ${meaning.version}: nothing changes`;
  }
}

/** What came of it for somebody who was there. */
export function outcomeInWords({ outcome, pages, scenarios }: Attendance): string {
  if (outcome === 'done before') return 'Nothing: had completed it before';
  if (outcome === 'reads otherwise') {
    return 'Nothing: is on another version, in which these pages read otherwise';
  }
  return partsInWords({ pages, scenarios });
}

const done: Record<string, (n: number, nothing: number) => { title: string; text: string }> = {
  there: (n, nothing) => ({
    title: n === 0 ? 'Nothing to count' : 'On the record',
    text: [
      n === 0
        ? ''
        : `It counts for ${n === 1 ? 'one person' : `${n} people`}; each sees it on their own page.`,
      nothing === 0
        ? ''
        : `For ${nothing === 1 ? 'one' : nothing} nothing changes; the list below says why.`,
      n + nothing === 0 ? 'All of them were down for it already.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  }),
  off: (n, withdrawn) => ({
    title: 'Taken off',
    text: `${n === 1 ? 'One person' : `${n} people`} taken off. ${
      withdrawn === 0
        ? ''
        : `${withdrawn === 1 ? 'One completion' : `${withdrawn} completions`} that rested on it ${withdrawn === 1 ? 'was' : 'were'} withdrawn. `
    }What was recorded stays readable, with the reason.`,
  }),
  since: (n) => ({
    title: n === 0 ? 'Nothing to add' : 'Counted for them too',
    text:
      n === 0
        ? 'Everything that counts is counted already for those who are down.'
        : `What was shown since counts for ${n === 1 ? 'one person' : `${n} people`} who ${n === 1 ? 'was' : 'were'} down already.`,
  }),
  shown: () => ({ title: 'Kept', text: 'What is ticked counts for whoever was there.' }),
  moved: () => ({ title: 'Kept', text: 'The session has its new day.' }),
};

/** What has just been done on the page of a session. */
export const doneInWords = (what: string | null, n: number, m: number) =>
  what !== null && Object.hasOwn(done, what) ? (done[what]?.(n, m) ?? null) : null;
