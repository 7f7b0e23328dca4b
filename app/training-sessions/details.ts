import type { SessionKind } from '~/record/session-kinds';
import type { EventData } from '~/record/vocabulary';
import type { Fund } from '~db/schema';

/** What a training session was. */
export interface SessionDetails {
  title: string;
  kind: SessionKind;
  /** Null: the school itself. */
  provider: string | null;
  /** Civil date. */
  heldOn: string;
  /** Null: nobody knows any more. */
  minutes: number | null;
}

export interface SessionCost {
  costPence: number | null;
  fund: Fund | null;
}

/** Live: the school's own, with whoever it brought in. External: elsewhere, or by somebody else altogether. */
export function cpdTypeOf({ kind, provider }: Pick<SessionDetails, 'kind' | 'provider'>) {
  if (kind === 'external course' || kind === 'online course') return 'external';
  return kind === 'other' && provider !== null ? 'external' : 'live';
}

/** As the record keeps it; the day is the event's own. */
export function forRecord(
  details: SessionDetails,
): Omit<EventData<'session attended'>, 'enteredFrom'> {
  const { title, kind, provider, minutes } = details;
  return { title, kind, provider, minutes, cpdType: cpdTypeOf(details) };
}

const plain = (text: string | null) => (text ?? '').toLowerCase().replace(/\s+/g, ' ').trim();

/** Two descriptions with the same key are one session: capitals and spaces make no difference. */
export const sessionKey = ({ title, kind, provider, heldOn, minutes }: SessionDetails): string =>
  JSON.stringify([plain(title), kind, plain(provider), heldOn, minutes]);
