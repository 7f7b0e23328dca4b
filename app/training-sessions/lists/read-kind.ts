import type { SessionKind } from '~/record/session-kinds';

const words: [RegExp, SessionKind][] = [
  [/\binset\b|training day/i, 'INSET day'],
  [/psycholog|^e\.?p\.?$/i, 'educational psychologist'],
  [/staff meeting|twilight|briefing|team meeting/i, 'staff meeting'],
  [/on-?line|e-?learning|webinar|virtual/i, 'online course'],
  [/course|conference|external|workshop/i, 'external course'],
];

/** What a list calls a kind of training, as one of ours. */
export const readKind = (written: string): SessionKind =>
  words.find(([pattern]) => pattern.test(written))?.[1] ?? 'other';
