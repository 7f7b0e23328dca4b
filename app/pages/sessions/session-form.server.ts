import { z } from 'zod';
import { dateField, lineField } from '~/pages/typed-fields.server';
import { sessionKinds } from '~/record/session-kinds';
import type { SessionCost, SessionDetails } from '~/training-sessions/details';
import { readMinutes } from '~/training-sessions/lists/read-minutes';
import type { TrainingSession } from '~/training-sessions/sessions.server';
import { funds } from '~db/schema';
import { lengthAsTyped } from './in-words';

const length = z
  .string()
  .trim()
  .transform((typed, context) => {
    if (typed === '') return null;
    const minutes = readMinutes(typed, 'hours');
    if (minutes === null) {
      context.addIssue({
        code: 'custom',
        message: 'Write how long it was in hours, such as 6 or 1.5, or as 1:30.',
      });
    }
    return minutes;
  });

/** In pence. */
const money = z
  .string()
  .trim()
  .transform((typed, context) => {
    if (typed === '') return null;
    const [whole, pounds, pence = ''] = /^£?\s*(\d[\d,]{0,8})(?:\.(\d{1,2}))?$/.exec(typed) ?? [];
    if (whole === undefined) {
      context.addIssue({
        code: 'custom',
        message: 'Write the cost in pounds, such as 450 or 450.00.',
      });
      return null;
    }
    return Number(pounds?.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0'));
  });

const required = (words: string) => lineField().refine((text) => text !== '', words);

/** What a session was. `today` is a civil date. */
export const detailFields = (today: string) => ({
  title: required('Give the session a title.'),
  kind: z.enum(sessionKinds, 'Choose what kind of session it was.'),
  heldOn: dateField('Choose the day it took place.', today),
  hours: length,
  provider: lineField(),
});

export const costFields = {
  cost: money,
  fund: z.union([z.literal(''), z.enum(funds)], 'Choose the fund from the list.'),
};

export const whenFields = (today: string) => ({
  heldOn: dateField('Choose the day it took place.', today),
  hours: length,
});

const details = (today: string) => z.object(detailFields(today));
const cost = z.object(costFields);

export function detailsOf(value: z.output<ReturnType<typeof details>>): SessionDetails {
  const { title, kind, heldOn, hours, provider } = value;
  return {
    title: title.replace(/\s+/g, ' '),
    kind,
    heldOn,
    minutes: hours,
    provider: provider || null,
  };
}

export function costOf({ cost: costPence, fund }: z.output<typeof cost>): SessionCost {
  return { costPence, fund: fund || null };
}

/** A session as the fields of its forms hold it. */
export function valuesOf(session: TrainingSession): Record<string, string> {
  const { title, kind, heldOn, minutes, provider, costPence, fund, evaluation } = session;
  return {
    ...{ title, kind, heldOn, provider: provider ?? '', fund: fund ?? '' },
    hours: lengthAsTyped(minutes),
    evaluation: evaluation ?? '',
    cost: costPence === null ? '' : (costPence / 100).toFixed(2),
  };
}
