import { civilDateInWords } from '~/course/said';
import type { SignOff } from './sign-offs.server';

const article = (role: string) => (/^[aeiou]/i.test(role) ? 'an' : 'a');

/** "Read whole by an educational psychologist (Dr Silva) on 3 March 2026, and found fit to use." */
export function signedInWords({
  role,
  name,
  readOn,
  verdict,
}: Pick<SignOff, 'role' | 'name' | 'readOn' | 'verdict'>): string {
  const who = name ? `${name} (${role})` : `${article(role)} ${role}`;
  const found = verdict === 'fit' ? 'and found fit to use' : 'with remarks';
  return `Read whole by ${who} on ${civilDateInWords(readOn)}, ${found}.`;
}

const gave = {
  'on paper': 'who signed it on paper',
  'in writing': 'who said so in writing',
  'in person': 'who said so in person',
} as const;

/** Who put it in, and on whose word. */
export function recordedInWords({
  recordedByName,
  recordedDay,
  recordedFor,
}: Pick<SignOff, 'recordedByName' | 'recordedDay' | 'recordedFor'>): string {
  const on = civilDateInWords(recordedDay);
  return recordedFor === null
    ? `Recorded by ${recordedByName}, who read it, on ${on}.`
    : `Recorded on ${on} by ${recordedByName}, for the reader, ${gave[recordedFor]}.`;
}
