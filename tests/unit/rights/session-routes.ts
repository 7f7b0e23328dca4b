import { form, plain, type RightsTable } from './entry';

const both = { reads: 'record sessions', sends: 'record sessions' } as const;
const together = { reads: 'manage cohorts', sends: 'manage cohorts' } as const;
/** One that nobody was put down for yet. */
const open = { ids: { session: 'together' } };

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
  'lead/sessions/lists/:list/undo': {
    ...both,
    ids: { list: 'listDone' },
    forms: { undo: plain({}) },
  },
  'lead/sessions/:session': {
    ...both,
    forms: {
      names: plain({ formId: 'names', text: 'Somebody Else' }),
      look: plain({ formId: 'look', from: 'all', find: 'a' }),
      all: plain({ formId: 'all', from: 'all' }),
      none: plain({ formId: 'none', from: 'all' }),
      there: form(({ ids }) => ({ formId: 'there', people: ids.person ?? '' })),
      off: form(
        ({ ids }) => ({ formId: 'off', mistaken: ids.cohortHead ?? '', reason: 'wrong person' }),
        { refused: true },
      ),
      cost: plain({ formId: 'cost', cost: '', fund: '' }, { refused: true }),
      evaluation: plain({ formId: 'evaluation', evaluation: 'Worth it.' }, { refused: true }),
    },
  },
  'lead/sessions/:session/correct': {
    ...both,
    forms: { correct: plain({ reason: 'wrong date' }, { refused: true }) },
  },
  'lead/together': {
    ...together,
    forms: {
      make: form(({ ids }, today) => ({ module: 'tiny', cohort: ids.cohort ?? '', heldOn: today })),
    },
  },
  'lead/together/:session': {
    ...together,
    ids: { session: 'togetherDone' },
    forms: {
      off: form(({ ids }) => ({
        ...{ formId: 'off', mistaken: ids.cohortHead ?? '', reason: 'recorded in error' },
      })),
      there: form(({ ids }) => ({ formId: 'there', people: ids.other ?? '' })),
      shown: plain({ formId: 'shown', page: 'at-the-door', offered: 'at-the-door' }, open),
      look: plain({ formId: 'look', from: 'all', find: 'a' }),
      all: plain({ formId: 'all', from: 'all' }),
      none: plain({ formId: 'none', from: 'all' }),
      since: plain({ formId: 'since' }),
      day: form((_, today) => ({ formId: 'day', heldOn: today }), open),
      drop: plain({ formId: 'drop' }, open),
    },
  },
  'lead/together/:session/show/:page?': {
    ...together,
    ids: { session: 'together', page: 'page' },
    forms: {
      next: plain({ intent: 'next' }),
      over: plain({ intent: 'over' }, { refused: true }),
      summary: plain({ intent: 'summary' }, { refused: true }),
      choose: plain({ intent: 'choose', n: '0', choice: '0' }, { refused: true }),
    },
  },
};
