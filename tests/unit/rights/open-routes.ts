import type { RightsTable } from './entry';

const first = { anyone: 'before it nobody is signed in' };
const words = { anyone: 'the same words for everyone' };

/** Open to anyone, each for its reason. */
export const openRoutes: RightsTable = {
  '': { reads: { anyone: 'leads whoever is signed in to their first screen' } },
  'sign-in': { reads: first, sends: first },
  'sign-out': {
    reads: { anyone: 'asks whoever it is' },
    sends: { anyone: 'signs out whoever it is' },
  },
  setup: {
    reads: { anyone: 'behind the one-time code' },
    sends: { anyone: 'behind the one-time code' },
  },
  'join/:code?': {
    reads: { anyone: 'behind a one-use code' },
    sends: { anyone: 'behind a one-use code' },
  },
  'code/:code?': {
    reads: { anyone: 'behind a one-use code' },
    sends: { anyone: 'behind a one-use code' },
  },
  'by-code': {
    reads: { anyone: 'asks the guard for a session that a quiz code began' },
    sends: { anyone: 'asks the guard for a session that a quiz code began' },
  },
  'verify/:code?': { reads: { anyone: 'what a certificate’s code proves, to anyone' } },
  'governors/:token': { reads: { anyone: 'totals alone, behind a link that the head made' } },
  'governors/:token/summary.pdf': {
    reads: { anyone: 'totals alone, behind a link that the head made' },
  },
  privacy: { reads: words },
  accessibility: { reads: words },
  healthz: { reads: { anyone: 'for whoever watches the server' } },
  drafts: { sends: { anyone: 'asks the guard itself, for an ended session may keep a draft' } },
  'still-here': { sends: { anyone: 'asks the guard itself, and answers 401 without a redirect' } },
  '*': { reads: words, sends: words },
};
