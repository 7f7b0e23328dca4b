import { z } from 'zod';
import { dateField, lineField } from '~/pages/typed-fields.server';

/** The fields of `<PaidFields>`; `today` is a civil date. */
export const paidFields = (today: string) => ({
  dueOn: dateField('Choose the day by which it should be done.', today),
  paidMinutes: z.coerce
    .number('Type a whole number of minutes.')
    .int('Type a whole number of minutes.')
    .min(1, 'Training is paid time: type how many minutes it is given.')
    .max(600, 'Type at most 600 minutes.'),
  paidTime: lineField().min(1, 'Say when that paid time is, such as: Tuesday 3.30 to 4.15.'),
});
