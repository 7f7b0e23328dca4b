import { test } from 'vitest';
import { type Broken, expectOneProblem, pages } from '../../../tests/fixtures/content/broken';

const broken: Broken[] = [
  {
    rule: 'components have what they need',
    edits: [[pages.saw, 'Reflect id="your-doorway"', 'Reflect']],
    in: pages.saw,
    line: '<Reflect',
    says: '<Reflect> has no id',
  },
  {
    rule: 'whole numbers are written in braces',
    edits: [[pages.door, 'id="which-greeting" outcome={1}', 'id="which-greeting" outcome="3"']],
    in: pages.door,
    line: 'outcome="3"',
    says: 'outcome of <Question> is not written',
    mend: 'write outcome={3}',
  },
  {
    rule: 'flags stand alone',
    edits: [[pages.quiz, 'id="good-note" many', 'id="good-note" many="yes"']],
    in: pages.quiz,
    line: 'many="yes"',
    says: 'many of <Question> is not written',
  },
  {
    rule: 'kinds of ending are the three',
    edits: [[pages.late, 'id="sits-down" kind="repaired"', 'id="sits-down" kind="mended"']],
    in: pages.late,
    line: 'mended',
    says: 'kind of <Ending> is not written',
  },
  {
    rule: 'components stand where they may',
    edits: [[pages.saw, 'We do not know how much', '<Commit/>\n\nWe do not know how much']],
    in: pages.saw,
    line: '<Commit/>',
    says: '<Commit> cannot stand here',
  },
  {
    rule: 'options stand in a question',
    edits: [[pages.one, '<Commit/>', '- [ ] This\n- [ ] That\n\n<Commit/>']],
    in: pages.one,
    line: '- [ ] This',
    says: 'outside a question',
  },
  {
    rule: 'an option says whether it is right',
    edits: [
      [
        pages.door,
        '- [ ] A long, kind talk about yesterday',
        '- A long, kind talk about yesterday',
      ],
    ],
    in: pages.door,
    line: '- A long, kind talk about yesterday',
    says: 'does not say whether it is right',
  },
  {
    rule: 'a question asks something',
    edits: [[pages.quiz, 'How long does a greeting need?\n', '']],
    in: pages.quiz,
    line: 'id="how-long"',
    says: 'asks nothing',
  },
  {
    rule: 'a question ends with its list',
    edits: [
      [
        pages.quiz,
        '> Then the next one waits in the rain.\n',
        '> Then the next one waits in the rain.\n\nAnd that is that.\n',
      ],
    ],
    in: pages.quiz,
    line: 'And that',
    says: 'goes on after its list',
  },
  {
    rule: 'a statement names its category',
    edits: [[pages.quiz, 'She left the room twice :: Seen', 'She left the room twice']],
    in: pages.quiz,
    line: 'left the room twice',
    says: 'does not say where it belongs',
  },
  {
    rule: 'only questions stand in the quiz',
    edits: [[pages.quiz, '<Quiz draw={5}>\n', '<Quiz draw={5}>\nGood luck with this.\n\n']],
    in: pages.quiz,
    line: 'Good luck',
    says: 'between its questions',
  },
  {
    rule: 'text of a scenario stands in its parts',
    edits: [[pages.late, '<Step id="stares">', 'Loose words.\n\n<Step id="stares">']],
    in: pages.late,
    line: 'Loose',
    says: 'outside its steps',
  },
  {
    rule: 'a choice is one link',
    edits: [[pages.late, '(#waits "avoids")', '(#waits "avoids") perhaps']],
    in: pages.late,
    line: 'perhaps',
    says: 'is not one link',
  },
  {
    rule: 'a choice has a tag',
    edits: [[pages.late, '(#waits "avoids")', '(#waits)']],
    in: pages.late,
    line: '(#waits)',
    says: 'has no tag',
  },
  {
    rule: 'a tag is one of five',
    edits: [[pages.late, '(#waits "avoids")', '(#waits "ignores")']],
    in: pages.late,
    line: 'ignores',
    says: '“ignores”',
  },
  {
    rule: 'figures of a hundred add up',
    edits: [[pages.saw, '- 70 ::', '- 71 ::']],
    in: pages.saw,
    line: '<Hundred',
    says: 'add up to 101',
  },
];

test.each(broken)('$rule', expectOneProblem);
