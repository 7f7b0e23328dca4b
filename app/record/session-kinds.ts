/** What a training session can be. In a file of its own, because pages show them in the browser. */
export const sessionKinds = [
  'INSET day',
  'staff meeting',
  'educational psychologist',
  'external course',
  'online course',
  'other',
] as const;
export type SessionKind = (typeof sessionKinds)[number];
