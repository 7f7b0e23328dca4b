import { Notice } from '~/ui/notice';

interface OutboxDoneProps {
  /** What was just done, from the address. */
  done: string | null;
  /** To how many messages. */
  n: number;
  /** How many others were meant to get one, and got none. */
  not: number;
  /** Whether there is a mail server. */
  mail: boolean;
}

/** Says what has just been done to the outbox. */
export function OutboxDone({ done, n, not, mail }: OutboxDoneProps) {
  const words = wordsOf(done, n, mail);
  return words ? (
    <Notice kind="good" title="Done" focus live>
      <p>{words}</p>
      {done === 'reminders' && not > 0 ? (
        <p>
          {not === 1
            ? 'One person on the page you read gets none'
            : `${not} people on the page you read get none`}
          : somebody has left them out since, or they have this week’s already, or nothing is due.
        </p>
      ) : null}
    </Notice>
  ) : null;
}

function wordsOf(done: string | null, n: number, mail: boolean): string | null {
  const messages = n === 1 ? 'One message is' : `${n} messages are`;
  switch (done) {
    case 'ways-in':
      return mail
        ? `${n === 1 ? 'One link is' : `${n} links are`} on the way. Links sent to them before no longer work.`
        : `${n === 1 ? 'One link is' : `${n} links are`} ready to print or copy. Links given to them before no longer work.`;
    case 'reminders':
      return mail
        ? `${messages} written. They go in each person’s working hours.`
        : `${messages} ready to print or copy.`;
    case 'handed-over':
      return `${messages} marked as handed over.`;
    case 'again':
      return 'It goes again within a minute.';
    case 'aside':
      return 'It will not go.';
    default:
      return null;
  }
}
