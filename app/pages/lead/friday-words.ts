import type { Reason } from '~/cohorts/needs';
import { civilDateInWords } from '~/course/said';
import type { StatusKind } from '~/ui/status';

/** What is said of one reason, and what to do about it where it comes first. */
interface Said {
  status: { kind: StatusKind; words: string };
  why: string;
  todo: string;
}

/** Where somebody stands, in the words of the grid; never how they did, nor how long they took. */
export function saidOf(reason: Reason): Said {
  switch (reason.kind) {
    case 'asked for a hand':
      return {
        status: { kind: 'needs-hand', words: 'Has asked for a hand' },
        why: `They said that you may offer one, with “${reason.module}”.`,
        todo: 'A word in passing is often all it takes. You need not know what was hard to ask what would help.',
      };
    case 'overdue':
      return {
        status: reason.begun
          ? { kind: 'going-late', words: 'In progress, overdue' }
          : { kind: 'late', words: 'Overdue' },
        why: `“${reason.module}” was due on ${civilDateInWords(reason.dueOn)}.`,
        todo: reason.given
          ? `Ask whether the paid time was there (${withoutStop(reason.given.paidTime)}). If it was not, find them another time.`
          : 'Ask whether the paid time was there. If it was not, find them another time.',
      };
    case 'no way in':
      return {
        status: { kind: 'todo', words: 'Not joined' },
        why: reason.startsOn
          ? `They start on ${civilDateInWords(reason.startsOn)} and have no way in yet.`
          : 'They have no way in yet.',
        todo: 'Print them a slip, and they can choose a password on any phone or computer.',
      };
    case 'way in ended':
      return {
        status: { kind: 'todo', words: 'Not joined' },
        why: `Their way in ended on ${civilDateInWords(reason.on)} and was not used.`,
        todo: 'Give them a fresh one, into their own hand if you can.',
      };
    case 'way in unused':
      return {
        status: { kind: 'todo', words: 'Not joined' },
        why: `They have a way in until ${civilDateInWords(reason.until)} and have not used it yet.`,
        todo: 'Ask whether it reached them. Five minutes together at a computer often does it.',
      };
    case 'due soon':
      return {
        status: { kind: 'todo', words: 'Not started' },
        why: `“${reason.module}” is due on ${civilDateInWords(reason.dueOn)}.`,
        todo: reason.given
          ? `Say when the paid time for it is: ${withoutStop(reason.given.paidTime)}.`
          : 'Say when the paid time for it is.',
      };
  }
}

const withoutStop = (words: string) => words.replace(/\.$/, '');
