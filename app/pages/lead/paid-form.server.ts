import { z } from 'zod';
import { dateField } from './details-form.server';

/** The fields of `<PaidFields>`. */
export const paidFields = {
  dueOn: dateField('Choose the day by which it should be done.'),
  paidMinutes: z.coerce
    .number('Type a whole number of minutes.')
    .int('Type a whole number of minutes.')
    .min(1, 'Training is paid time: type how many minutes it is given.')
    .max(600, 'Type at most 600 minutes.'),
  paidTime: z
    .string()
    .trim()
    .min(1, 'Say when that paid time is, such as: Tuesday 3.30 to 4.15.')
    .max(200, 'Use at most 200 characters.'),
};
