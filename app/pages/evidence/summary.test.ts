import { expect, test } from 'vitest';
import type { Count } from '~/record/standing';
import { figureInWords } from '~/school-changes/figures';
import { caveat } from '~/school-changes/ladder';
import { type Gaps, gapsIn } from './summary-gaps';
import { changedSection, impactSection, understoodSection } from './summary-said';
import { type Block, type Section, wordsOf } from './summary-sections';
import { withoutSmall } from './summary-trained.server';

const said = ({ blocks }: Section) =>
  blocks.map((block: Block) => JSON.stringify(block)).join('\n');

test('what too few understood is not said, and says so', () => {
  const section = said(
    understoodSection(
      {
        first: { people: 10, share: 'most' },
        later: [
          { weeks: 4, counted: { people: 5, share: null } },
          { weeks: 12, counted: null },
        ],
      },
      '',
    ),
  );
  expect(section).toContain('first go at a module’s quiz: most (10 counted).');
  expect(section).toContain('4 school weeks later: 5 counted, too few to say more.');
  expect(section).toContain('12 school weeks later: fewer than five to count, so nothing is said.');
  expect(section).not.toMatch(/%|out of/);
});

test('a figure of the school’s own never stands without its caveat and what else changed', () => {
  const measure = {
    ...{ id: 'm', level: 5 as const, what: 'Suspensions', figure: 'count' as const, unit: 'days' },
    ...{ before: '14', after: '9', beforeOf: null, afterOf: null, beforePeriod: '2025' },
    ...{ afterPeriod: '2026', source: 'The census', alsoChanged: 'A smaller year.' },
    ...{ writtenOn: '2026-11-01', firstWrittenOn: '2026-10-05', byRole: 'head' },
    ...{ beforeUntil: null, afterUntil: '2026-07-17' },
  };
  const earlier = [{ ...measure, after: '6', writtenOn: '2026-10-05' }];
  const section = said(impactSection([{ ...measure, earlier }]).section);
  for (const words of [
    figureInWords({ kind: 'count', typed: '14', of: null }, 'days'),
    'A smaller year.',
    caveat,
    'Step 5 of the ladder',
    '2026 (to 17 July 2026): 9 days',
    'Written down on 5 October 2026 by the school itself. Put right on 1 November 2026. Before that it said:',
    '2026 (to 17 July 2026): 6 days',
  ]) {
    expect(section).toContain(words);
  }
});

test('what is missing is said plainly, and what is not is not', () => {
  const module = (title: string, trained: number, rest: Partial<Count> = {}) => ({
    ...{ module: title.toLowerCase(), title, trained, staff: 8 },
    ...{ inProgress: 0, notStarted: 0, notOpen: 0, notAsked: 0, ...rest },
  });
  const told = (found: Pick<Gaps, 'modules' | 'without'>, changes: number, measures: number) =>
    gapsIn({ ...found, asAt: '2026-03-14', changes, measures }).map(wordsOf);
  const modules = [
    module('Patterns', 3, { inProgress: 1, notStarted: 1, notOpen: 1, notAsked: 2 }),
    module('Calm', 7, { notStarted: 1 }),
    module('Rest', 0, { notOpen: 4, notAsked: 4 }),
    module('Play', 7, { notAsked: 1 }),
    module('Repair', 8),
  ];
  const without = [
    { roles: ['midday', 'site'], assigned: 4, later: 3 },
    { roles: ['office'], assigned: 3, later: 3 },
    { roles: ['governor'], assigned: 0, later: 0 },
  ];
  expect(told({ modules, without }, 0, 1)).toEqual([
    'Patterns: 2 of 5 staff asked have not completed it; 1 not open yet; 2 not asked.',
    'Calm: 1 of 8 staff asked has not completed it.',
    'Rest: 4 not open yet; 4 not asked.',
    'Play: 1 not asked.',
    'Midday, site: nobody has completed a module.',
    'Office: nobody has completed a module, and none that they were given is open yet.',
    'Governor: nobody has completed a module, and none of them is asked to.',
    'No change in school is on the log.',
  ]);
  expect(told({ modules: [], without: [] }, 1, 0)).toEqual([
    'Nobody has been given a module yet.',
    'No figure of the school’s own stands beside the training.',
  ]);
  expect(said(changedSection([]).section)).toContain('Nothing is on the change log yet.');
});

test('role groups of fewer than five stand together, and never by themselves', () => {
  const row = (roleGroup: string, headcount: number, completed = 0) => ({
    ...{ roleGroup, team: null, headcount, assigned: headcount, completed, unasked: 0, later: 0 },
    ...{ knownAlready: 0, medianMonthsSince: null, within24Months: 0, byTopic: [] },
  });
  const told = (rows: ReturnType<typeof row>[]) =>
    withoutSmall(rows).map(({ roleGroup, headcount, completed }) => [
      ...[roleGroup, headcount, completed],
    ]);
  expect(told([row('teacher', 9), row('site', 1), row('kitchen', 2, 1), row('midday', 6)])).toEqual(
    [
      ['teacher', 9, 0],
      ['site, kitchen, midday', 9, 1],
    ],
  );
  expect(told([row('teacher', 9), row('leader', 4), row('site', 1)])).toEqual([
    ['teacher', 9, 0],
    ['site, leader', 5, 0],
  ]);
  expect(told([row('teacher', 9), row('midday', 5)])).toHaveLength(2);
});
