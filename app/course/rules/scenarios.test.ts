import { test } from 'vitest';
import { type Broken, expectOneProblem, pages } from '../../../tests/fixtures/content/broken';

const broken: Broken[] = [
  {
    rule: 'choices are even in length',
    edits: [
      [
        pages.late,
        '“That came out sharply. Good to see you.”',
        '“That came out more sharply than I meant. Good to see you.”',
      ],
    ],
    in: pages.late,
    line: 'more sharply',
    says: 'a choice of “stares” stands out by its length (59 characters',
  },
  {
    rule: 'links lead somewhere',
    edits: [
      [
        pages.late,
        '- [Let him work it out](#stands-by-peg "avoids")',
        '- [Let him work it out](#stands-by-peg "avoids")\n- [Hum](#nowhere "avoids")',
      ],
    ],
    in: pages.late,
    line: '#nowhere',
    says: 'leads to “nowhere”, which is not there',
  },
  {
    rule: 'a scenario starts somewhere',
    edits: [[pages.late, 'start="sam-arrives"', 'start="sam"']],
    in: pages.late,
    line: 'start="sam"',
    says: 'starts at “sam”',
  },
  {
    rule: 'every step is reached',
    edits: [
      [
        pages.late,
        '- [Say nothing and go on sorting books](#waits "avoids")\n',
        '- [Say nothing and go on sorting books](#stares "avoids")\n',
      ],
    ],
    in: pages.late,
    line: '<Step id="waits">',
    says: 'cannot be reached',
  },
  {
    rule: 'every step can be repaired',
    edits: [
      [
        pages.late,
        '- [Point at the page, and smile](#settles "connects")',
        '- [Point at the page, and smile](#stands-by-peg "connects")',
      ],
    ],
    in: pages.late,
    line: '<Step id="waits">',
    says: 'no repaired ending can be reached',
  },
  {
    rule: 'a scenario ends in three ways',
    edits: [[pages.peg, 'kind="contained"', 'kind="escalated"']],
    in: pages.peg,
    line: '<Scenario',
    says: 'no ending that is contained',
  },
  {
    rule: 'a scenario has a summary',
    edits: [
      [
        pages.peg,
        '<Summary>\nWhen a small thing goes wrong at the pegs, name what you can both see, and mend it together.\n</Summary>\n',
        '',
      ],
    ],
    in: pages.peg,
    line: '<Scenario',
    says: 'no summary',
  },
  {
    rule: 'a scenario has a debrief',
    edits: [
      [
        pages.peg,
        '<Debrief>\nAda may not have been able to read the new labels. It is worth asking who can see them.\n</Debrief>\n',
        '',
      ],
    ],
    in: pages.peg,
    line: '<Scenario',
    says: 'no debrief',
  },

  {
    rule: 'the kind choice moves about',
    edits: [
      [
        pages.late,
        '- [“Pick that bag up, now.”](#leaves-room "escalates")\n- [Wait, with your hands still](#stands-by-peg "holds")\n- [“That came out sharply. Good to see you.”](#sits-down "repairs")',
        '- [“That came out sharply. Good to see you.”](#sits-down "repairs")\n- [“Pick that bag up, now.”](#leaves-room "escalates")\n- [Wait, with your hands still](#stands-by-peg "holds")',
      ],
      [
        pages.peg,
        '- [Move the coat yourself, quickly](#coat-moved "avoids")\n- [“Your peg has a coat on it. Let us look.”](#pegs-sorted "connects")',
        '- [“Your peg has a coat on it. Let us look.”](#pegs-sorted "connects")\n- [Move the coat yourself, quickly](#coat-moved "avoids")',
      ],
    ],
    in: pages.late,
    line: '<Step id="sam-arrives">',
    says: 'is number 1 in every step',
  },
  {
    rule: 'a scenario has a lens',
    edits: [
      [
        pages.peg,
        '<Lens who="class">\nFour children stopped to watch, and one went to fetch the teacher.\n</Lens>\n',
        '',
      ],
    ],
    in: pages.peg,
    line: '<Scenario',
    says: 'no lens',
  },
];

test.each(broken)('$rule', expectOneProblem);
