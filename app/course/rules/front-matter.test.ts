import { test } from 'vitest';
import { type Broken, expectOneProblem, pages } from '../../../tests/fixtures/content/broken';

const broken: Broken[] = [
  {
    rule: 'front matter is YAML',
    edits: [[pages.index, 'summary: How', 'summary: "How']],
    in: pages.index,
    line: 'summary:',
    says: 'cannot be read as lines of “name: value”',
  },
  {
    rule: 'front matter is whole',
    edits: [
      [
        pages.index,
        'audience: Teaching assistants and everyone else who meets pupils in the morning\n',
        '',
      ],
    ],
    in: pages.index,
    line: 'title: A good start',
    says: '“audience” is missing',
  },
  {
    rule: 'front matter holds what it should',
    edits: [[pages.index, 'version: 1', 'version: one']],
    in: pages.index,
    line: 'version: one',
    says: '“version” cannot be used',
  },
  {
    rule: 'front matter holds nothing else',
    edits: [[pages.index, 'version: 1', 'version: 1\ncolour: red']],
    in: pages.index,
    line: 'colour: red',
    says: '“colour” is not something',
  },
  {
    rule: 'front matter holds real dates',
    edits: [[pages.index, 'reviewBy: 2099-01-01', 'reviewBy: 2099-02-30']],
    in: pages.index,
    line: 'reviewBy:',
    says: '“reviewBy” cannot be used',
  },
  {
    rule: 'a page begins with its title',
    edits: [[pages.one, '---\ntitle: One thing I will do\n---\n', '']],
    in: pages.one,
    says: 'does not begin with its title',
  },
  {
    rule: 'a page’s front matter holds nothing else',
    edits: [[pages.one, 'title: One thing I will do', 'title: One\nrequierd: false']],
    in: pages.one,
    line: 'requierd',
    says: '“requierd” is not something',
  },
  {
    rule: 'shared files hold what they should',
    edits: [['sources.yaml', 'grade: T', 'grade: D']],
    in: 'sources.yaml',
    line: 'grade: D',
    says: '“grade” of entry 2 cannot be used',
  },
  {
    rule: 'ids of sources stand once',
    edits: [
      [
        'sources.yaml',
        '- id: carter-2018\n',
        '- id: bell-2020\n  citation: Again\n  grade: B\n  checked: 2026-01-10\n  reviewBy: 2099-01-10\n- id: carter-2018\n',
      ],
    ],
    in: 'sources.yaml',
    line: '- id: bell-2020\n  citation: Again',
    says: 'already taken in line 1',
  },
  {
    rule: 'facts rest on a source',
    edits: [['facts.yaml', 'source: register-2025', 'source: nowhere']],
    in: 'facts.yaml',
    line: 'id: schools-counted',
    says: 'rests on the source “nowhere”',
  },
  {
    rule: 'pathways lead through modules that there are',
    edits: [['pathways.yaml', 'module: tiny', 'module: tinny']],
    in: 'pathways.yaml',
    line: 'id: first-steps',
    says: 'module “tinny”, which is not there',
  },
  {
    rule: 'pathways open before they are due',
    edits: [['pathways.yaml', 'opens: 1', 'opens: 6']],
    in: 'pathways.yaml',
    line: 'id: first-steps',
    says: 'due before it opens',
  },
  {
    rule: 'what is written instead was seen',
    edits: [['house-style.yaml', 'called out nine times', 'wanted somebody to look']],
    in: 'house-style.yaml',
    line: 'refuse: attention',
    says: 'guesses (“wanted”)',
  },
  {
    rule: 'refused words can be looked for',
    edits: [['house-style.yaml', 'refuse: naughty', 'refuse: "naughty)"']],
    in: 'house-style.yaml',
    line: 'naughty)',
    says: 'cannot be looked for',
  },
];

test.each(broken)('$rule', expectOneProblem);
