import { test } from 'vitest';
import { type Broken, expectOneProblem, pages } from '../../../tests/fixtures/content/broken';

const talk = '2. Talk in threes: who comes in late, and what do we say? Eight minutes.';

const broken: Broken[] = [
  {
    rule: 'the sheet begins with its title',
    edits: [[pages.meeting, '---\ntitle: Fifteen minutes on the door\n---\n\n', '']],
    in: pages.meeting,
    says: 'does not begin with its title',
  },
  {
    rule: 'a refused word is refused there too',
    edits: [[pages.meeting, talk, '2. Talk about naughty children. Eight minutes.']],
    in: pages.meeting,
    line: 'naughty',
    says: '“naughty” is refused',
  },
  {
    rule: 'a citation exists there too',
    edits: [[pages.meeting, 's="bell-2020"', 's="bell"']],
    in: pages.meeting,
    line: 's="bell"',
    says: 'source “bell”',
  },
  {
    rule: 'headings skip no level there either',
    edits: [[pages.meeting, '## The plan', '#### The plan']],
    in: pages.meeting,
    line: '#### The plan',
    says: 'level 4 follows one of level 2',
  },
  {
    rule: 'it carries no code',
    edits: [[pages.meeting, talk, '2. {process.exit()}']],
    in: pages.meeting,
    line: '{process',
    says: 'program code',
  },
  {
    rule: 'nothing is to be answered on a printed sheet',
    edits: [[pages.meeting, '<Card', '<Reflect id="door" prompt="Which door?"/>\n\n<Card']],
    in: pages.meeting,
    line: '<Reflect',
    says: '<Reflect> stands on a page where nobody can answer it',
  },
];

test.each(broken)('$rule', expectOneProblem);
