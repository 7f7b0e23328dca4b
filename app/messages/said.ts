import { dayInWords } from '~/cohorts/dates-in-words';
import { londonDate } from '~/record/london-date';
import type { MessageKind } from '~db/schema';
import type { Listed } from './outbox.server';

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** “Tuesday 1 September 2026, 09:00”, in London. */
export const instantInWords = (at: number) => `${dayInWords(londonDate(at))}, ${clock.format(at)}`;

export const kindInWords: Record<MessageKind, string> = {
  digest: 'Reminder',
  'lead digest': 'Friday’s list',
  'way in': 'A way in',
};

/** Where a message stands, in words, and what there is to do about it. */
export interface Standing {
  kind: 'done' | 'going' | 'todo' | 'late' | 'none';
  words: string;
  /** Since or until when, in words; null when that says nothing. */
  when: string | null;
  /** Null when there is nothing to do. */
  todo: string | null;
  /** It is for somebody's hands: to be printed or copied. */
  byHand: boolean;
}

type Facts = Pick<Listed, 'state' | 'address' | 'notBefore' | 'tries' | 'settledAt' | 'reply'>;

/** @param mail whether there is a mail server */
export function standingOf(one: Facts, { mail, now }: { mail: boolean; now: number }): Standing {
  const when = one.settledAt === null ? null : instantInWords(one.settledAt);
  const rest = { when, todo: null, byHand: false };
  switch (one.state) {
    case 'waiting':
      return waiting(one, mail, now);
    case 'sending':
      return { ...rest, kind: 'going', words: 'On its way now' };
    case 'sent':
      return { ...rest, kind: 'done', words: 'Sent' };
    case 'handed over':
      return { ...rest, kind: 'done', words: 'Handed over' };
    case 'refused':
      return {
        ...rest,
        kind: 'late',
        words: 'Refused by the mail server',
        todo: `It said: “${one.reply ?? ''}”. Check the address, then send it again.`,
      };
    case 'may have arrived':
      return {
        ...rest,
        kind: 'late',
        words: 'May have arrived',
        todo: `${one.reply ?? ''} Ask them whether it came. If it did not, send it again; it never goes again by itself.`,
      };
    case 'set aside':
      return { ...rest, kind: 'none', words: 'Not sent', todo: one.reply };
  }
}

function waiting(one: Facts, mail: boolean, now: number): Standing {
  if (!mail || one.address === null) {
    return {
      kind: 'todo',
      words: 'Waits for you',
      when: null,
      todo: mail
        ? 'There is no e-mail address for them: print it, or copy it, and say when it is handed over.'
        : 'Print it, or copy it into an e-mail of your own, and say when it is handed over.',
      byHand: true,
    };
  }
  if (one.reply !== null) {
    const tried = one.tries === 1 ? 'once' : `${one.tries} times`;
    return {
      kind: 'going',
      words: 'Waiting',
      when: `Next try ${instantInWords(one.notBefore)}`,
      todo: `${one.tries > 0 ? `Tried ${tried}. ` : ''}${one.reply}`,
      byHand: false,
    };
  }
  const later = one.notBefore > now;
  return {
    kind: 'going',
    words: later ? 'Waiting for their working day' : 'Goes within a minute',
    when: later ? instantInWords(one.notBefore) : null,
    todo: null,
    byHand: false,
  };
}
