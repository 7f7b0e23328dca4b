import { form, plain, type RightsTable } from './entry';

const both = { reads: 'manage cohorts', sends: 'manage cohorts' } as const;
const letters = (facts: Record<string, string>) =>
  Object.fromEntries(new URLSearchParams(facts.letters));

/** The quiz on paper, and by code. */
export const paperRoutes: RightsTable = {
  'lead/quiz-codes': {
    ...both,
    forms: {
      make: form(({ ids, facts }, today) => ({
        ...{ module: facts.module ?? '', people: ids.other ?? '', lastDay: today },
      })),
      withdraw: form(({ ids }) => ({ withdraw: ids.quizCode ?? '' })),
    },
  },
  'lead/quiz-on-paper': {
    ...both,
    forms: {
      print: form(({ ids, facts }) => ({ module: facts.module ?? '', people: ids.other ?? '' })),
    },
  },
  'lead/quiz-on-paper/print/:batch': { reads: 'manage cohorts' },
  'lead/quiz-on-paper/:number': {
    ...both,
    forms: {
      look: form(({ facts }) => ({ ...letters(facts) })),
      change: form(({ facts }) => ({ ...letters(facts), step: 'change' })),
      save: form(({ facts }) => ({ ...letters(facts), step: 'save' })),
      nothing: plain({}, { refused: true }),
    },
  },
  'lead/quiz-on-paper/:number/take-back': {
    ...both,
    ids: { number: 'entered' },
    forms: { back: plain({ reason: 'recorded in error' }) },
  },
};
