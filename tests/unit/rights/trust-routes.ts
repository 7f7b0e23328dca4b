import { form, plain, type RightsTable } from './entry';

const both = <R extends string>(right: R) => ({ reads: right, sends: right });

/** Several schools of one trust; here each of the two is in a trust of its own. */
export const trustRoutes: RightsTable = {
  trust: {
    ...both('see the trust'),
    forms: { code: plain({}), end: plain({ codes: 'end' }) },
  },
  'trust/schools/:school': { reads: 'see the trust' },
  'trust/pathway': {
    ...both('see the trust'),
    forms: {
      give: form(({ ids }, today) => ({ pathway: ids.pathway ?? '', startsOn: today }), {
        refused: true,
      }),
    },
  },
  'trust/leads': {
    ...both('see the trust'),
    forms: {
      give: form(({ ids }) => ({ formId: 'give', person: ids.person ?? '' })),
      take: form(({ ids }) => ({ formId: 'take', person: ids.trustLead ?? '' }), { refused: true }),
    },
  },
  'lead/settings/trust': {
    ...both('settle the trust'),
    forms: {
      names: plain({ formId: 'names', names: 'yes' }),
      'take on': plain({ formId: 'take on' }, { refused: true }),
      start: plain({ name: 'Another trust' }, { refused: true }),
    },
  },
};
