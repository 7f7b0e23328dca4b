import { form, plain, type RightsTable } from './entry';

const both = { reads: 'record sessions', sends: 'record sessions' } as const;

/** Sessions and training elsewhere. */
export const sessionRoutes: RightsTable = {
  'lead/sessions': { reads: 'record sessions' },
  'lead/sessions/new': {
    ...both,
    forms: { session: form((_, today) => ({ title: 'INSET', heldOn: today }), { refused: true }) },
  },
  'lead/sessions/past': {
    ...both,
    forms: {
      text: plain(
        { text: 'Name,Training,Date,Hours\nA B,First aid,2024-01-09,3' },
        { refused: true },
      ),
    },
  },
  'lead/sessions/lists/:list': {
    ...both,
    forms: {
      drop: plain({ formId: 'drop' }),
      confirm: plain({ formId: 'confirm', mark: 'x' }, { refused: true }),
      rows: form(({ ids }) => ({ formId: 'rows', 'row-1': ids.person ?? '' })),
    },
  },
  'lead/sessions/:session': {
    ...both,
    forms: {
      names: plain({ formId: 'names', text: 'Somebody Else' }),
      there: form(({ ids }) => ({ formId: 'there', people: ids.person ?? '' })),
      off: form(
        ({ ids }) => ({ formId: 'off', mistaken: ids.cohortHead ?? '', reason: 'wrong person' }),
        { refused: true },
      ),
      cost: plain({ formId: 'cost', cost: '', fund: '' }, { refused: true }),
    },
  },
  'lead/sessions/:session/correct': {
    ...both,
    forms: { correct: plain({ reason: 'wrong date' }, { refused: true }) },
  },
};
