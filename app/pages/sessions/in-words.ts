import { type SessionKind, sessionKinds } from '~/record/session-kinds';
import type { LineKind } from '~/training-sessions/lists/plan';

const names: Record<SessionKind, string> = {
  'INSET day': 'INSET day',
  'staff meeting': 'Staff meeting or twilight',
  'educational psychologist': 'Educational psychologist’s session',
  'external course': 'External course or conference',
  'online course': 'Online course elsewhere',
  other: 'Other training',
};

export const kindOptions = sessionKinds.map((value) => ({ value, label: names[value] }));

/** A kind of session; one that a later version of Attune wrote is shown as it stands. */
export const kindInWords = (kind: string): string =>
  Object.hasOwn(names, kind) ? names[kind as SessionKind] : kind;

/** “2 hours 30 minutes”, “45 minutes”; “hours not known”. */
export function lengthInWords(minutes: number | null): string {
  if (minutes === null) return 'hours not known';
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    h > 0 ? `${h} ${h === 1 ? 'hour' : 'hours'}` : '',
    m > 0 ? `${m} ${m === 1 ? 'minute' : 'minutes'}` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** As somebody would type it: “6”, “1.5”, “0:50”. */
export function lengthAsTyped(minutes: number | null): string {
  if (minutes === null) return '';
  return minutes % 15 === 0
    ? String(minutes / 60)
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
export const costInWords = (pence: number) => pounds.format(pence / 100);

/** “3 people” or “1 person”. */
export const people = (n: number) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? 'person' : 'people'}`;

/** What a page shows: one kind of row, or those of the recorded ones that are worth a look first. */
export type Shown = LineKind | 'look';

/** What each is called, in the order in which they want looking at. */
export const lineKinds: Record<Shown, string> = {
  ask: 'Waiting for you',
  refuse: 'Cannot be used',
  look: 'Worth a look',
  record: 'To be recorded',
  same: 'Left alone',
};

/** What became of a list’s rows: “3 rows put on the record, one left alone”. */
export function countsInWords(counts: Partial<Record<LineKind, number>>): string {
  const { record = 0, same = 0, ask = 0, refuse = 0 } = counts;
  return [
    `${record === 1 ? 'one row' : `${record.toLocaleString('en-GB')} rows`} put on the record`,
    same > 0 ? `${same} left alone` : '',
    ask > 0 ? `${ask} left out for want of an answer` : '',
    refuse > 0 ? `${refuse} could not be used` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
