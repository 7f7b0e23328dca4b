/** A step of Guskey’s ladder of evidence, with what may be claimed from it and what may not. */
export interface Step {
  level: 1 | 2 | 3 | 4 | 5;
  title: string;
  /** Where evidence of it comes from. */
  evidence: string;
  mayClaim: string;
  mayNotClaim: string;
}

export const ladder: readonly Step[] = [
  {
    level: 1,
    title: 'What staff thought of it',
    evidence: 'A question or two after training, if the school asks them.',
    mayClaim: '“Staff found it useful.”',
    mayNotClaim: '“It works.”',
  },
  {
    level: 2,
    title: 'What staff understand',
    evidence: 'Modules completed to their standard, on the coverage page.',
    mayClaim: '“So many of so many staff met the standard.”',
    mayNotClaim: '“Practice has improved.”',
  },
  {
    level: 3,
    title: 'What the school changed',
    evidence: 'The change log, with its days.',
    mayClaim: '“We changed …”',
    mayNotClaim: '“Because of training, pupils …”',
  },
  {
    level: 4,
    title: 'What staff do',
    evidence:
      'What staff say they tried, rehearsals with a colleague, learning walks: all counted together.',
    mayClaim: '“Staff report that they …”',
    mayNotClaim: '“All staff always …”',
  },
  {
    level: 5,
    title: 'How it is for pupils',
    evidence:
      'The school’s own figures of groups: attendance, suspensions, time to settle, what pupils say.',
    mayClaim: '“Over the same time …; other things also changed.”',
    mayNotClaim: 'That one thing caused the other.',
  },
];

/** Steps on which a school may place figures of its own. */
export const measuredLevels = [1, 4, 5] as const;

/** Printed with every measure, wherever it stands. */
export const caveat = 'Other things also changed; this does not show that training caused it.';
