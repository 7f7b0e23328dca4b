import { createEvents } from 'ics';
import { civilDateInWords } from '~/course/said';
import { addDays } from '~/record/london-date';

/** A due date, as the calendar file tells it. */
export interface DueDate {
  assignmentId: string;
  module: string;
  title: string;
  /** Null when the module is not on the shelf just now. */
  minutes: number | null;
  /** Civil dates; it is open when `opensOn` is null. */
  opensOn: string | null;
  dueOn: string;
  paidMinutes: number;
  paidTime: string;
}

/**
 * Due dates as an iCalendar file (RFC 5545): an entry each, all day long, that keeps nobody's time and rings no bell.
 * The same assignment keeps its UID, so that a newer file moves what an older one brought.
 *
 * @param origin no trailing slash
 * @param now UTC milliseconds
 */
export function dueDatesFile(
  due: readonly DueDate[],
  { origin, now }: { origin: string; now: number },
): string {
  const host = new URL(origin).hostname;
  const { error, value } = createEvents(
    due.map((one) => ({
      uid: `${one.assignmentId}@${host}`,
      timestamp: now,
      // Seconds, for a file made later counts for more.
      sequence: Math.floor(now / 1000) % 2 ** 31,
      start: civil(one.dueOn),
      end: civil(addDays(one.dueOn, 1)),
      title: `Attune: ${one.title}, asked for by today`,
      description: [
        one.opensOn === null ? null : `Opens on ${civilDateInWords(one.opensOn)}.`,
        one.minutes === null ? null : `About ${one.minutes} minutes.`,
        `Paid: ${one.paidMinutes} minutes. ${one.paidTime}`,
        `${origin}/learn/${one.module}`,
      ]
        .filter(Boolean)
        .join('\n'),
      url: `${origin}/learn/${one.module}`,
      transp: 'TRANSPARENT' as const,
      busyStatus: 'FREE' as const,
    })),
    { productId: '-//Attune//Due dates//EN', method: 'PUBLISH', calName: 'Attune' },
  );
  if (error || !value) throw error ?? new Error('There is nothing to put in a calendar');
  return value;
}

function civil(date: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}
