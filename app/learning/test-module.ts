import type { Module, Question, Scenario } from '~/course/module';

/** A small whole module for tests: two teaching pages, an extra one, two scenarios, a quiz of 8 from 18, a commitment. */
const one = (id: string, more: Partial<Question> = {}): Question =>
  ({
    id,
    kind: 'one',
    stem: `<p>Stem of ${id}</p>`,
    critical: false,
    pre: false,
    options: [0, 1, 2].map((n) => ({
      html: `<p>${id} option ${n}</p>`,
      right: n === id.length % 3,
      explanation: `<p>Explained: ${id} ${n} <a href="#source-bell-2020">1</a></p>`,
    })),
    ...more,
  }) as Question;

const scenario = (id: string): Scenario => ({
  id,
  title: `Title of ${id}`,
  setting: 'Year 4 maths. You are the TA.',
  start: 'first',
  steps: [
    {
      id: 'first',
      html: `<p>${id}: first step</p>`,
      choices: [
        { html: '<p>Take over</p>', to: 'torn', tag: 'escalates' },
        { html: '<p>Leave</p>', to: 'left', tag: 'avoids' },
        { html: '<p>Offer</p>', to: 'points', tag: 'connects' },
      ],
    },
    {
      id: 'points',
      html: `<p>${id}: she points</p>`,
      choices: [
        { html: '<p>Praise loudly</p>', to: 'left', tag: 'escalates' },
        { html: '<p>Tick quietly</p>', to: 'stays', tag: 'connects' },
      ],
    },
  ],
  endings: [
    { id: 'stays', kind: 'repaired', html: `<p>${id}: she stays</p>`, choices: [] },
    {
      id: 'left',
      kind: 'contained',
      html: `<p>${id}: left alone</p>`,
      choices: [{ html: '<p>Go back to her</p>', to: 'points', tag: 'repairs' }],
    },
    {
      id: 'torn',
      kind: 'escalated',
      html: `<p>${id}: torn page</p>`,
      choices: [{ html: '<p>Say sorry</p>', to: 'first', tag: 'repairs' }],
    },
  ],
  lenses: [{ who: 'child', html: `<p>${id}: one way it might have been</p>` }],
  debrief: `<p>${id}: debrief</p>`,
  summary: `<p>${id}: summary</p>`,
});

const bank: Question[] = [
  one('no-diagnosis--a', { critical: true, outcome: 4, page: 'labels' }),
  one('no-diagnosis--b', { critical: true, outcome: 4, page: 'labels' }),
  one('tell-now--a', { critical: true, outcome: 5, page: 'labels' }),
  one('tell-now--b', { critical: true, outcome: 5, page: 'labels' }),
  ...Array.from({ length: 12 }, (_, n) =>
    one(`item-${n}`, { outcome: (n % 5) + 1, page: n % 2 ? 'labels' : 'secure-base' }),
  ),
  {
    ...one('many', { outcome: 3, page: 'secure-base' }),
    kind: 'many',
    options: [0, 1, 2, 3].map((n) => ({
      html: `<p>many ${n}</p>`,
      right: n < 2,
      explanation: `<p>Explained: many ${n}</p>`,
    })),
  } as Question,
  {
    id: 'sort',
    kind: 'sort',
    stem: '<p>Sort these</p>',
    critical: false,
    pre: false,
    outcome: 5,
    page: 'labels',
    categories: ['Seen', 'Guessed'],
    statements: [0, 1, 2].map((n) => ({
      html: `<p>sort ${n}</p>`,
      category: n % 2,
      explanation: `<p>Explained: sort ${n}</p>`,
    })),
  },
];

const page = (id: string, segments: Module['intro'], more: { required?: boolean } = {}) => ({
  id,
  title: `Title of ${id}`,
  required: true,
  minutes: 3,
  segments,
  ...more,
});
const prose = (html: string): Module['intro'][number] => ({ type: 'prose', html });

export const testModule: Module = {
  slug: 'patterns',
  title: 'Attachment: patterns, not labels',
  summary: 'What attachment is and is not.',
  version: 1,
  audience: 'All staff',
  outcomes: [1, 2, 3, 4, 5].map((n) => `do thing ${n}`),
  covers: {},
  reviewed: [],
  reviewBy: '2027-01-01',
  length: 'standard',
  intro: [prose('<p>Why it matters</p>')],
  pages: [
    page('secure-base', [
      prose('<p>Secure base</p>'),
      { type: 'check', question: one('pre-check', { pre: true }) },
      { type: 'reflect', id: 'think', prompt: 'What did you notice?' },
    ]),
    page('labels', [prose('<p>Labels</p>'), { type: 'check', question: one('check-labels') }]),
    page('more', [prose('<p>Extra reading</p>')], { required: false }),
    page('im-fine', [{ type: 'scenario', scenario: scenario('im-fine') }]),
    page('miss-miss', [{ type: 'scenario', scenario: scenario('miss-miss') }]),
    page('quiz', [{ type: 'quiz', draw: 8, bank }]),
    page('one-thing', [{ type: 'commit' }]),
  ],
  sources: [
    {
      id: 'bell-2020',
      citation: 'Bell, B. (2020). At the door.',
      grade: 'B',
      checked: '2026-01-10',
      reviewBy: '2099-01-10',
    },
  ],
  facts: [],
  minutes: 15,
  origin: 'attune',
  staffMeeting: null,
  contentHash: 'hash-of-patterns-1',
};

export const testBank = bank;
