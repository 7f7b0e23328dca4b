import { test } from 'vitest';
import { type Broken, expectOneProblem, pages } from '../../../tests/fixtures/content/broken';

const broken: Broken[] = [
  {
    rule: 'a question has a right answer',
    edits: [[pages.quiz, '- [x] A few seconds each', '- [ ] A few seconds each']],
    in: pages.quiz,
    line: 'id="how-long"',
    says: 'no right answer',
  },
  {
    rule: 'a question has three options',
    edits: [[pages.quiz, '- [ ] A rule for the morning\n  > Rules can wait for a minute.\n', '']],
    in: pages.quiz,
    line: 'id="name-first"',
    says: 'fewer than 3 options',
  },
  {
    rule: 'each option is explained',
    edits: [[pages.quiz, '  > Rules can wait for a minute.\n', '']],
    in: pages.quiz,
    line: '- [ ] A rule for the morning',
    says: 'no explanation',
  },
  {
    rule: 'an explanation that is not indented cuts a question in two',
    edits: [
      [
        pages.quiz,
        '- [ ] A rule for the morning\n  > Rules can wait for a minute.\n',
        '- [ ] A rule for the morning\n  > Rules can wait for a minute.\n- [ ] A joke\n> Jokes can wait.\n- [ ] A wave, and no word with it\n  > It has no name in it.\n- [ ] A nod\n  > It has no name in it.\n',
      ],
    ],
    in: pages.quiz,
    line: '- [ ] A question about yesterday',
    says: '“name-first” has options that stand apart',
  },
  {
    rule: 'options are even in length',
    edits: [
      [
        pages.quiz,
        '- [ ] About five minutes each',
        '- [ ] About five minutes for each of the pupils who come in',
      ],
    ],
    in: pages.quiz,
    line: 'minutes for each of the',
    says: 'stands out by its length',
  },
  {
    rule: 'right answers are not mostly the longest',
    edits: [
      [pages.quiz, '- [x] What you saw and heard', '- [x] What you saw and heard, in plain words'],
    ],
    in: pages.door,
    line: 'id="which-greeting"',
    says: 'the longest option in',
  },
  {
    rule: 'a quiz asks about safety',
    edits: ['tell-now--a', 'tell-now--b', 'do-not-guess', 'do-not-guess--b'].map((id) => [
      pages.quiz,
      `id="${id}" critical`,
      `id="${id}"`,
    ]),
    in: pages.quiz,
    line: '<Quiz',
    says: 'no item of the quiz is critical',
  },
  {
    rule: 'a point of safety is asked in two forms',
    edits: [[pages.quiz, 'id="tell-now--b" critical', 'id="tell-then"']],
    in: pages.quiz,
    line: 'id="tell-now--a"',
    says: '“tell-now--a” has only one form',
  },
  {
    rule: 'all forms of a point of safety are critical',
    edits: [[pages.quiz, 'id="tell-now--b" critical', 'id="tell-now--b"']],
    in: pages.quiz,
    line: 'id="tell-now--b"',
    says: 'is not critical itself',
  },
  {
    rule: 'an outcome is in the list',
    edits: [[pages.quiz, 'id="how-long" outcome={1}', 'id="how-long" outcome={4}']],
    in: pages.quiz,
    line: 'outcome={4}',
    says: 'outcome 4',
  },
  {
    rule: 'a page to look at again is there',
    edits: [
      [
        pages.quiz,
        'id="how-long" outcome={1} page="at-the-door"',
        'id="how-long" outcome={1} page="the-door"',
      ],
    ],
    in: pages.quiz,
    line: 'page="the-door"',
    says: 'page “the-door”, which is not there',
  },
  {
    rule: 'the bank is twice what is drawn',
    edits: [[pages.quiz, 'draw={5}', 'draw={7}']],
    in: pages.quiz,
    line: 'draw={7}',
    says: 'under twice the 7',
  },
  {
    rule: 'critical items fit the draw',
    edits: [[pages.quiz, 'draw={5}', 'draw={1}']],
    in: pages.quiz,
    line: 'draw={1}',
    says: '2 critical items',
  },

  {
    rule: 'right answers are spread over the positions',
    edits: [
      [
        pages.quiz,
        '- [ ] What you think is behind it\n  > A guess can follow a pupil for years.\n- [x] What you saw and heard\n  > Yes. Others can then think about it with you.',
        '- [x] What you saw and heard\n  > Yes. Others can then think about it with you.\n- [ ] What you think is behind it\n  > A guess can follow a pupil for years.',
      ],
      [
        pages.quiz,
        '- [ ] About five minutes each\n  > Nobody has that at ten to nine.\n- [x] A few seconds each\n  > Yes. It is small and it is often.',
        '- [x] A few seconds each\n  > Yes. It is small and it is often.\n- [ ] About five minutes each\n  > Nobody has that at ten to nine.',
      ],
    ],
    in: pages.door,
    line: 'id="which-greeting"',
    says: 'option 1 in 7 of 12 questions',
  },
  {
    rule: 'statements are sorted into two categories',
    edits: [[pages.quiz, 'with her friend :: Guessed', 'with her friend :: Seen']],
    in: pages.quiz,
    line: 'id="sort-notes"',
    says: 'sorted into one category',
  },
  {
    rule: 'the bank asks as many different things as are drawn',
    edits: [
      [pages.quiz, 'id="name-first"', 'id="head-down--b"'],
      [pages.quiz, 'id="head-down"', 'id="head-down--a"'],
      [pages.quiz, 'id="how-long"', 'id="head-down--c"'],
      [pages.quiz, 'id="after-a-slip"', 'id="head-down--d"'],
      [pages.quiz, 'id="good-note"', 'id="head-down--e"'],
      [pages.quiz, 'id="sort-notes"', 'id="head-down--f"'],
      [pages.quiz, 'id="who-decides-why"', 'id="head-down--g"'],
    ],
    in: pages.quiz,
    line: 'draw={5}',
    says: 'asks 4 different things',
  },
];

test.each(broken)('$rule', expectOneProblem);
