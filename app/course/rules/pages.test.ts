import { test } from 'vitest';
import { type Broken, expectOneProblem, pages } from '../../../tests/fixtures/content/broken';

const broken: Broken[] = [
  {
    rule: 'a citation exists',
    edits: [[pages.saw, '<Cite s="carter-2018"/>', '<Cite s="carter"/>']],
    in: pages.saw,
    line: 's="carter"',
    says: 'source “carter”',
  },
  {
    rule: 'a fact exists',
    edits: [[pages.door, '<Fact id="schools-counted"/>', '<Fact id="schools"/>']],
    in: pages.door,
    line: 'id="schools"',
    says: 'fact “schools”',
  },
  {
    rule: 'a framework exists',
    edits: [[pages.index, 'example-standard:', 'another-standard:']],
    in: pages.index,
    line: 'another-standard:',
    says: 'framework “another-standard”',
  },
  {
    rule: 'a topic exists',
    edits: [[pages.index, '    - welcome', '    - welcoming']],
    in: pages.index,
    line: 'example-standard:',
    says: '“welcoming” is not a topic',
  },
  {
    rule: 'a refused word stands only in a quotation',
    edits: [[pages.saw, 'Ask what he did, and when.', 'Ask what the naughty\nboy did, and when.']],
    in: pages.saw,
    line: 'naughty',
    says: '“naughty” is refused',
  },
  {
    rule: 'a refused phrase is found across lines',
    edits: [[pages.saw, 'Ask what he did, and when.', 'It was attention\nseeking, they said.']],
    in: pages.saw,
    line: 'attention\n',
    says: '“attention seeking” is refused',
  },
  {
    rule: 'a refused word is found in a title',
    edits: [[pages.saw, 'title: What you saw', 'title: Not a lazy pupil']],
    in: pages.saw,
    line: '---',
    says: '“a lazy pupil” is refused',
  },
  {
    rule: 'headings skip no level',
    edits: [[pages.door, '## What to look for', '### What to look for']],
    in: pages.door,
    line: '### What',
    says: 'level 3 follows one of level 1',
  },
  {
    rule: 'the title is the only first heading',
    edits: [[pages.door, '## What to look for', '# What to look for']],
    in: pages.door,
    line: '# What',
    says: 'one #',
  },
  {
    rule: 'a module lies within its length',
    edits: [[pages.index, 'length: starter', 'length: lead']],
    in: pages.index,
    line: 'length: lead',
    says: 'takes about 12 minutes',
  },
  {
    rule: 'a module is reviewed in time',
    edits: [[pages.index, 'reviewBy: 2099-01-01', 'reviewBy: 2026-01-31']],
    in: pages.index,
    line: 'reviewBy: 2026',
    says: 'to be reviewed by 2026-01-31',
    level: 'warning',
  },
  {
    rule: 'a fact is reviewed in time',
    edits: [['facts.yaml', 'reviewBy: 2099-09-01', 'reviewBy: 2026-01-31']],
    in: 'facts.yaml',
    line: 'id: schools',
    says: '“schools-counted” was to be reviewed',
    level: 'warning',
  },

  {
    rule: 'a page reads easily enough',
    edits: [
      [
        pages.one,
        'Choose one small thing that you can do this week.',
        'Notwithstanding considerable organisational complexity, educational practitioners increasingly recognise interdependent relationships between institutional expectations, individual developmental characteristics and environmental circumstances, particularly regarding communication, participation, adaptation and regulation. Consequently, comprehensive implementation necessitates systematic consideration of contextual variability, collaborative professional responsibility, appropriate documentation and sustainable accountability arrangements throughout every participating establishment, including supplementary provision and associated administrative services.',
      ],
    ],
    in: pages.one,
    line: 'Notwithstanding',
    says: 'reading ease',
  },
];

test.each(broken)('$rule', expectOneProblem);
