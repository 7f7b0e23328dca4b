import { form, plain, type RightsTable } from './entry';

const fresh = '01930000-0000-7000-8000-000000000000';
const hash = { hash: 'contentHash' };

/** What everyone on the staff list does: learning, and their own account. */
export const learningRoutes: RightsTable = {
  learn: { reads: 'learn' },
  'learn/:module': {
    ...{ reads: 'learn', sends: 'learn' },
    forms: {
      start: plain({ intent: 'start', n: '0' }, { as: 'cohortHead' }),
      'start knowing': plain({ intent: 'start knowing', n: '0' }, { as: 'cohortHead' }),
      'start refresher': plain({ intent: 'start refresher', n: '1' }, { refused: true }),
      'know already': form(
        ({ ids }) => ({ intent: 'know already', enrolmentId: ids.enrolment ?? '' }),
        { as: 'midway', refused: true },
      ),
      'read put back': form(({ ids }) => ({ intent: 'read put back', entry: ids.putBack ?? '' })),
      confidence: form(
        ({ ids }) => ({
          ...{ intent: 'confidence', enrolmentId: ids.enrolment ?? '', moment: 'before' },
          'before-1': '3',
        }),
        { as: 'midway' },
      ),
    },
  },
  'learn/:module/certificate/:completion': { reads: 'learn' },
  'learn/:module/certificate/:completion/proof.txt': { reads: 'learn' },
  'learn/:module/certificate/:completion/certificate.pdf': { reads: 'learn' },
  'learn/:module/as-it-was/:hash': { reads: 'learn', ids: hash },
  'learn/:module/:page': {
    ...{ reads: 'learn', sends: 'learn', as: 'midway' },
    forms: {
      continue: form(({ ids }) => ({ intent: 'continue', enrolmentId: ids.enrolment ?? '' })),
      check: form(({ ids }) => ({
        ...{ intent: 'check', enrolmentId: ids.enrolment ?? '', question: 'which-greeting' },
        'pick-which-greeting': '0',
      })),
      'start scenario': form(({ ids, facts }) => ({
        ...{ intent: 'start scenario', enrolmentId: ids.enrolment ?? '' },
        ...{ scenario: facts.scenario ?? '', n: '0' },
      })),
      choose: form(({ ids, facts }) => ({
        ...{
          intent: 'choose',
          runId: ids.run ?? '',
          n: '0',
          choice: facts.choice ?? '',
          why: 'To see',
        },
      })),
      'read debrief': form(({ ids }) => ({ intent: 'read debrief', runId: ids.run ?? '' }), {
        refused: true,
      }),
      'read summary': form(({ ids, facts }) => ({
        ...{ intent: 'read summary', enrolmentId: ids.enrolment ?? '' },
        ...{ scenario: facts.scenario ?? '', n: '0' },
      })),
      'open attempt': form(({ ids }) => ({
        ...{ intent: 'open attempt', enrolmentId: ids.enrolment ?? '', n: '0' },
      })),
      answer: form(({ ids, facts }) => ({
        ...{ intent: 'answer', attemptId: ids.attempt ?? '', item: facts.item ?? '' },
        ...{ confidence: 'sure', [`pick-${facts.item}`]: '0' },
      })),
      help: form(
        ({ ids }) => ({ intent: 'help', enrolmentId: ids.enrolment ?? '', agreed: 'yes' }),
        { refused: true },
      ),
      'seen paper': form(({ ids }) => ({ intent: 'seen paper', enrolmentId: ids.enrolment ?? '' })),
      reflect: form(({ ids }) => ({
        ...{ intent: 'reflect', enrolmentId: ids.enrolment ?? '', prompt: 'your-doorway' },
        'words-your-doorway': 'Other words',
      })),
      commit: form(({ ids }) => ({
        ...{ intent: 'commit', enrolmentId: ids.enrolment ?? '' },
        ...{ what: 'Say when', when: 'Tuesday', know: 'I kept it' },
      })),
    },
  },
  'something-wrong/:module/:page?': {
    ...{ reads: 'learn', sends: 'learn', as: 'midway' },
    forms: {
      report: form(({ facts }) => ({
        ...{ 'report-id': fresh, 'report-version': facts.contentHash ?? '' },
        ...{ 'report-kind': 'fact', 'report-words': 'A word' },
      })),
      'the same report': form(({ ids, facts }) => ({
        ...{ 'report-id': ids.report ?? '', 'report-version': facts.contentHash ?? '' },
        ...{ 'report-kind': 'fact', 'report-words': 'Another word' },
      })),
    },
  },
  'my-cohort/:cohort': { reads: 'see a cohort they lead', as: 'cohortHead' },
  'guide/:guide': { reads: 'learn' },
  recall: {
    ...{ reads: 'learn', sends: 'learn' },
    forms: {
      start: plain({ intent: 'start' }),
      skip: plain({ intent: 'skip' }),
      off: plain({ intent: 'off' }),
      on: plain({ intent: 'on' }),
      answer: form(({ ids, facts }) => ({
        ...{ intent: 'answer', id: ids.recall ?? '' },
        ...Object.fromEntries(new URLSearchParams(facts.recallAnswer)),
      })),
    },
  },
  'follow-up/:module': {
    ...{ reads: 'learn', sends: 'learn' },
    forms: {
      skip: form(({ ids }) => ({ intent: 'skip', enrolmentId: ids.done ?? '' })),
      save: form(({ ids }) => ({
        ...{ intent: 'save', enrolmentId: ids.done ?? '', tried: 'yes', happened: 'It went well' },
        'later-1': '4',
      })),
    },
  },
  practice: {
    ...{ reads: 'learn', sends: 'learn' },
    forms: {
      remove: form(({ ids }) => ({ remove: ids.practice ?? '' })),
      note: form(({ practice }) => ({ ...practice, id: fresh })),
      'the same note': form(({ ids, practice }) => ({ ...practice, id: ids.practice ?? '' })),
    },
  },
  account: {
    ...{ reads: 'learn', sends: 'learn' },
    forms: {
      elsewhere: plain({ formId: 'elsewhere' }),
      password: plain(
        { formId: 'password', current: 'not it at all', password: 'four plain words here' },
        { refused: true },
      ),
    },
  },
  'account/record': { reads: 'learn' },
  'account/words': {
    ...{ reads: 'learn', sends: 'learn' },
    forms: {
      reflection: form(({ ids }) => ({ what: 'reflection', id: ids.reflection ?? '' }), {
        as: 'midway',
      }),
      commitment: form(({ ids }) => ({ what: 'commitment', enrolmentId: ids.done ?? '' })),
      happened: form(({ ids }) => ({ what: 'happened', enrolmentId: ids.done ?? '' })),
      why: form(({ ids }) => ({ what: 'why', runId: ids.run ?? '', n: '0' }), { as: 'midway' }),
      draft: plain({ what: 'draft', key: '/lead/people/new#form' }),
    },
  },
  'account/my-words.txt': { reads: 'learn' },
  'account/my-data.json': { reads: 'learn' },
  'account/passport.pdf': { reads: 'learn' },
  'account/reminders': {
    ...{ reads: 'learn', sends: 'learn' },
    forms: { tone: plain({ tone: 'brief', day: '2' }) },
  },
  'account/due-dates.ics': { reads: 'learn', as: 'cohortHead' },
};
