import { expect, test } from 'vitest';
import { type Broken, expectOneProblem, pages } from '../../../tests/fixtures/content/broken';
import { copyContent } from '../../../tests/fixtures/content/copy-content';
import type { CastName, ModuleOutline } from '../outline';
import { problemsIn } from '../problems-for-test';
import { castAcrossModules } from './cast-across-modules';

const cast = '  thrives: [Ada, Sam]';
const stepsBack = 'The other child steps back.';

const broken: Broken[] = [
  {
    rule: 'who is cast has a name from the list',
    edits: [[pages.index, cast, '  thrives: [Ada, Samuel]']],
    in: pages.index,
    line: 'thrives',
    says: '“Samuel” is cast, and is not among the names',
  },
  {
    rule: 'who is cast is in a scenario',
    edits: [[pages.index, cast, '  thrives:\n    - Ada\n    - Imran']],
    in: pages.index,
    line: '- Imran',
    says: '“Imran” is cast, and no scenario mentions',
  },
  {
    rule: 'part of another name is not the name',
    edits: [
      [pages.index, cast, '  thrives: [Ben]'],
      [pages.peg, stepsBack, 'Benjamin steps back.'],
    ],
    in: pages.index,
    line: 'thrives',
    says: '“Ben” is cast, and no scenario mentions',
  },
  {
    rule: 'not all who hit are of one gender',
    edits: [
      [pages.index, cast, '  hits: [Imran, Sam]'],
      [pages.peg, stepsBack, 'Imran steps back.'],
    ],
    in: pages.index,
    line: 'hits',
    says: 'all who hit (Imran, Sam) are of one gender (boy)',
  },
  {
    rule: 'not all who are hurt are of one heritage',
    edits: [
      [pages.index, cast, '  hurt: [Bea, Sam]'],
      [pages.peg, stepsBack, 'Bea steps back.'],
    ],
    in: pages.index,
    line: 'hurt',
    says: 'of one heritage (British)',
  },
  {
    rule: 'names to cast have a gender that can be compared',
    edits: [['house-style.yaml', 'name: Zofia, gender: girl', 'name: Zofia, gender: female']],
    in: 'house-style.yaml',
    line: 'name: Zofia',
    says: '“gender” of entry 6 of “names” of “casting” cannot be used',
  },
];

test.each(broken)('$rule', expectOneProblem);

test('a name that stands twice in one list counts once', async () => {
  const content = await copyContent();
  await content.edit(pages.index, cast, '  hits: [Sam, Sam]');
  expect(await problemsIn(content.dir)).toEqual([]);
});

const names = new Map(
  [
    ['Ada', 'West African'],
    ['Kofi', 'West African'],
    ['Temi', 'West African'],
    ['Bea', 'British'],
    ['Ben', 'British'],
    ['Sam', 'British'],
  ].map(([name = '', heritage = '']): [string, CastName] => [
    name,
    { name, heritage, gender: 'girl' },
  ]),
);

function casting(slug: string, hits: string[], thrives: string[]): ModuleOutline {
  return {
    file: `modules/${slug}/index.mdx`,
    front: { cast: { hits, hurt: [], thrives } },
    frontLine: () => 7,
  } as unknown as ModuleOutline;
}

test('over all modules, those who hit are not mostly of one heritage that is seldom cast', () => {
  const modules = [
    casting('one', ['Ada', 'Bea'], ['Ben', 'Sam', 'Bea']),
    casting('two', ['Kofi'], ['Bea', 'Ben', 'Sam']),
    casting('three', ['Ada'], ['Ben', 'Sam', 'Bea']),
  ];
  expect(castAcrossModules(modules, { names })).toMatchObject([
    {
      file: 'modules/three/index.mdx',
      line: 7,
      level: 'warning',
      message:
        'over all modules, 3 of the 4 who hit have names that sound West African, and only 3 of all 12 who are cast',
    },
  ]);
});

test('those who hit may be of any heritage that is cast as often otherwise', () => {
  const modules = [
    casting('one', ['Ada', 'Kofi'], ['Temi', 'Ben', 'Sam']),
    casting('two', ['Bea'], ['Ada', 'Kofi']),
  ];
  expect(castAcrossModules(modules, { names })).toEqual([]);
  expect(castAcrossModules([casting('none', [], [])], { names })).toEqual([]);
});
