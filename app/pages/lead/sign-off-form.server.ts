import { z } from 'zod';
import { dateField, lineField } from '~/pages/typed-fields.server';
import type { NewSignOff } from '~/review/sign-offs.server';

/** The fields of `<SignOffForm>`; `today` is a civil date. */
export const signOffFields = (today: string) =>
  z.object({
    version: z.string().max(100),
    role: lineField().min(1, 'Say who the reader is, such as educational psychologist.'),
    name: lineField().default(''),
    readOn: dateField('Choose the day it was read.', today),
    readFor: lineField().min(
      1,
      'Say what it was read for, such as accuracy, or how it is for carers.',
    ),
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

export function signOffOf(
  module: string,
  value: z.output<ReturnType<typeof signOffFields>>,
): NewSignOff {
  const { version, word, ...said } = value;
  return { ...said, module, contentHash: version, recordedFor: word === 'read it' ? null : word };
}
