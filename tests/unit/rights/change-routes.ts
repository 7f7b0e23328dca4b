import { form, plain, type RightsTable } from './entry';

const reads = { reads: 'see the training record' } as const;
const writes = { reads: 'record school changes', sends: 'record school changes' } as const;
const change = (today: string) => ({
  ...{ what: 'A quiet corner in each room.', why: 'There was none.', kind: 'environment' },
  ...{ themes: 'c', owner: 'headteacher', changedOn: today, reviewOn: '' },
});

const measure = {
  ...{ what: 'Suspensions in one phase', level: '5', figure: 'count', unit: 'suspensions' },
  ...{ before: '14', beforeOf: '', beforePeriod: 'Autumn 2025', beforeUntil: '2024-12-20' },
  ...{ after: '9', afterOf: '', afterPeriod: 'Autumn 2026', afterUntil: '2025-12-19' },
  people: 'five or more',
  ...{ source: 'The census', alsoChanged: 'A smaller year group.' },
};

/** What the school changed and measured, and the self-audit beside it. */
export const changeRoutes: RightsTable = {
  'evidence/changes': reads,
  'evidence/changes/new': {
    ...writes,
    forms: { change: form((_, today) => change(today)) },
  },
  'evidence/changes/policies': reads,
  'evidence/changes/self-audit': reads,
  'evidence/changes/self-audit/:theme': {
    ...writes,
    forms: {
      words: plain({ formId: 'form', words: 'Two lines of the policy changed.' }),
      out: plain({ formId: 'out', moment: 'baseline' }),
    },
  },
  'evidence/changes/:change': {
    ...reads,
    sends: 'record school changes',
    forms: {
      again: plain({ formId: 'again', reviewOn: '' }),
      off: plain({ formId: 'off', reason: 'recorded in error' }),
    },
  },
  'evidence/changes/:change/correct': {
    ...writes,
    forms: { correct: form((_, today) => ({ ...change(today), reason: 'wrong details' })) },
  },
  'evidence/impact': {
    ...reads,
    sends: 'record school changes',
    forms: { off: form(({ ids }) => ({ measure: ids.measure ?? '', reason: 'wrong' })) },
  },
  'evidence/impact/new': { ...writes, forms: { measure: plain(measure) } },
  'evidence/frameworks': reads,
  'evidence/frameworks/:framework': reads,
  'evidence/frameworks/:framework/:topic': {
    ...writes,
    forms: { words: plain({ words: 'In the staff handbook.', hidden: 'no' }) },
  },
  'evidence/summary': reads,
  'evidence/summary/words': {
    ...writes,
    forms: { words: plain({ intent: 'Every pupil has somebody.', hard: '', next: 'Meet.' }) },
  },
  'evidence/designated-teacher': reads,
  'evidence/designated-teacher.pdf': reads,
  'evidence/governors': {
    reads: 'export the training record',
    sends: 'export the training record',
    forms: {
      make: form((_, today) => ({
        ...{ label: 'Autumn meeting', lastDay: today, figures: 'today', asAt: '' },
      })),
      withdraw: form(({ ids }) => ({ formId: 'withdraw', link: ids.governorsLink ?? '' })),
    },
  },
  'evidence/access': { reads: 'export the training record' },
  'evidence/who-looked.csv': { reads: 'export the training record' },
  'evidence/summary.pdf': { reads: 'export the training record' },
  'evidence/org-change-log.csv': { reads: 'export the training record' },
};
