import { z } from 'zod';
import type { NewSignOff } from '~/review/sign-offs.server';
import { dateField } from './details-form.server';

const line = (missing: string) =>
  z.string().trim().min(1, missing).max(200, 'Use at most 200 characters.');

/** The fields of `<SignOffForm>`. */
export const signOffFields = z.object({
  version: z.string().max(100),
  role: line('Say who the reader is, such as educational psychologist.'),
  name: z.string().trim().max(200, 'Use at most 200 characters.').default(''),
  readOn: dateField('Choose the day it was read.'),
  readFor: line('Say what it was read for, such as accuracy, or how it is for carers.'),
  verdict: z.enum(['fit', 'with remarks'], 'Choose what the reader says.'),
  remarks: z
    .string()
    .trim()
    .max(4000, 'This is longer than 4,000 characters. Please shorten it a little.')
    .default(''),
  word: z.enum(['read it', 'on paper', 'in writing', 'in person'], 'Choose whose word this is.'),
});

/** A sign-off with remarks says what they are. */
export const lackingRemarks = (typed: (name: string) => string): Record<string, string[]> =>
  typed('verdict') === 'with remarks' && typed('remarks') === ''
    ? { remarks: ['Write what the remarks are.'] }
    : {};

export function signOffOf(module: string, value: z.output<typeof signOffFields>): NewSignOff {
  const { version, word, ...said } = value;
  return { ...said, module, contentHash: version, recordedFor: word === 'read it' ? null : word };
}
