/*
 * The components that content may use, and what each may carry. Nothing else gets through (rules/no-code.ts).
 */

/** What an attribute holds: words in quotes, a whole number in braces, a bare name, or one of a list of words. */
export type AttributeKind = 'words' | 'number' | 'flag' | readonly string[];

export interface ComponentFormat {
  attributes: Record<string, { kind: AttributeKind; optional?: true }>;
  /** Where it may stand: directly in a page, in these components, or anywhere in prose. */
  inside: readonly string[] | 'anywhere';
  /** Nothing stands between a beginning and an end of it. */
  empty?: true;
}

const words = { kind: 'words' } as const;
const flag = { kind: 'flag', optional: true } as const;

export const tags = ['escalates', 'avoids', 'holds', 'connects', 'repairs'] as const;
export const kindTags: readonly string[] = ['connects', 'repairs'];
export const endingKinds = ['repaired', 'contained', 'escalated'] as const;
export const lensOwners = ['adult', 'child', 'class'] as const;
export const grades = ['A', 'B', 'C', 'T', 'contested'] as const;
export const audiences = ['learners', 'leads'] as const;
export const lengths = { starter: [5, 20], standard: [20, 40], lead: [30, 60] } as const;

const formats: Record<string, ComponentFormat> = {
  Question: {
    attributes: {
      id: words,
      critical: flag,
      many: flag,
      sort: flag,
      pre: flag,
      outcome: { kind: 'number', optional: true },
      page: { kind: 'words', optional: true },
    },
    inside: ['page', 'Quiz'],
  },
  Quiz: { attributes: { draw: { kind: 'number' } }, inside: ['page'] },
  Scenario: {
    attributes: { id: words, title: words, setting: words, start: words },
    inside: ['page'],
  },
  Step: { attributes: { id: words }, inside: ['Scenario'] },
  Ending: { attributes: { id: words, kind: { kind: endingKinds } }, inside: ['Scenario'] },
  Lens: { attributes: { who: { kind: lensOwners } }, inside: ['Scenario'] },
  Debrief: { attributes: {}, inside: ['Scenario'] },
  Summary: { attributes: {}, inside: ['Scenario'] },
  Reflect: { attributes: { id: words, prompt: words }, inside: ['page'], empty: true },
  Card: { attributes: { title: words }, inside: ['page'] },
  Unsure: { attributes: {}, inside: ['page'] },
  Hundred: { attributes: { caption: words }, inside: ['page', 'Unsure', 'Card'] },
  Commit: { attributes: {}, inside: ['page'], empty: true },
  Cite: { attributes: { s: words }, inside: 'anywhere', empty: true },
  Fact: { attributes: { id: words }, inside: 'anywhere', empty: true },
  Quote: { attributes: { reframe: flag }, inside: 'anywhere' },
};

/** A map, so that no name that every object answers to is taken for a component. */
export const components: ReadonlyMap<string, ComponentFormat> = new Map(Object.entries(formats));

/** What content may lead to besides modules and guides. */
export const sitePages: readonly string[] = [
  '/',
  '/learn',
  '/practice',
  '/recall',
  '/account',
  '/account/record',
  '/account/words',
  '/account/reminders',
  '/evidence',
  '/evidence/record',
  '/lead',
  '/lead/assign',
  '/lead/before-you-start',
  '/lead/cohorts',
  '/lead/modules',
  '/lead/people',
  '/lead/reports',
  '/lead/settings',
  '/lead/term-dates',
  '/lead/who-to-tell',
  '/privacy',
  '/accessibility',
  '/verify',
];

/** Components that end a run of prose and become a segment of their own. */
export const segmentComponents: readonly string[] = [
  'Question',
  'Quiz',
  'Scenario',
  'Reflect',
  'Card',
  'Commit',
];
