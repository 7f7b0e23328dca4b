import { civilDateInWords } from '~/course/said';
import type { Counted, FirstAndLater } from '~/learning/understanding/first-and-later.server';
import type { Table } from '~/record/export/table';
import type { LoggedChange } from '~/school-changes/change-log.server';
import type { Measure } from '~/school-changes/impact.server';
import { caveat, ladder } from '~/school-changes/ladder';
import { measureInWords, stopped, writtenInWords } from '~/school-changes/measure-words';
import { changeKindInWords, takenOut } from './changes-in-words';
import { longTable } from './summary-annexes';
import { aside, type Block, type Section, saidOr, text } from './summary-sections';

/** What staff understood, in words about fives of people. */
export function understoodSection({ first, later }: FirstAndLater, words: string): Section {
  const said = (what: string, counted: Counted | null) => {
    if (!counted) return `${what}: fewer than five to count, so nothing is said.`;
    const { people, share } = counted;
    return share
      ? `${what}: ${share} (${people} counted).`
      : `${what}: ${people} counted, too few to say more.`;
  };
  return {
    title: '4. What staff understand, and what still trips us up',
    blocks: [
      {
        type: 'list',
        items: [
          said('Met the whole standard at their very first go at a module’s quiz', first),
          ...later.map(({ weeks, counted }) =>
            said(`Had the question right that came back ${weeks} school weeks later`, counted),
          ),
        ],
      },
      aside(
        'First goes are no rate of passing: whoever has completed a module has met its standard, at whichever go.',
      ),
      ...saidOr('The school has not written down yet what staff find hard.', words),
    ],
  };
}

export function changedSection(changes: readonly LoggedChange[]) {
  const { blocks, annex } = longTable(
    'Nothing is on the change log yet.',
    'The change log, the newest first',
    {
      head: ['What changed', 'Why', 'Day', 'Kind', 'Parts a to j'],
      rows: changes.map(({ words, changedOn, kind, themes }) => [
        words?.what ?? 'A change',
        words?.why ?? takenOut,
        civilDateInWords(changedOn),
        changeKindInWords(kind),
        themes.join(', '),
      ]),
    },
    'what we changed',
  );
  return { section: { title: '5. What we changed', blocks }, annex };
}

/** From the practice log: what at least five people noted, the newest term first. */
export function triedSection(themes: Table['rows']) {
  const counted = [...themes]
    .filter(([, , people]) => people !== null)
    .map(([term, theme, people, barriers]) => [
      ...[String(term), String(theme), String(people)],
      String(barriers || 'Nothing that five people named'),
    ]);
  const newestFirst = [...new Set(counted.map(([term]) => term))].reverse();
  const rows = newestFirst.flatMap((term) => counted.filter(([of]) => of === term));
  const { blocks, annex } = longTable(
    'Fewer than five people have noted anything in the practice log, or nobody has.',
    'From the practice log, people counted in fives',
    { head: ['Term', 'Theme', 'People', 'What got in the way'], rows },
    'what staff are trying',
  );
  return { section: { title: '6. What staff are trying', blocks }, annex };
}

/** The newest of the school's own figures stand on the first pages. */
const mostMeasures = 3;

/** The school's own figures, each with its caveat and its step on the ladder. */
export function impactSection(measures: readonly Measure[]): {
  section: Section;
  annex: Section | null;
} {
  const title = '7. What the school has measured';
  if (measures.length === 0) {
    const none = text('The school has not written down any figure of its own yet.');
    return { section: { title, blocks: [none] }, annex: null };
  }
  const shown = measures.slice(0, mostMeasures).flatMap(measureSaid);
  if (measures.length <= mostMeasures) return { section: { title, blocks: shown }, annex: null };
  const whole = `What the school has measured, all ${measures.length}`;
  const rest = text(
    `These are the newest ${mostMeasures} of ${measures.length}. The annex “${whole}” has them all.`,
  );
  return {
    section: { title, blocks: [...shown, rest] },
    annex: { title: whole, blocks: measures.flatMap(measureSaid) },
  };
}

function measureSaid(measure: Measure): Block[] {
  const { level, source } = measure;
  const { first, putRight } = writtenInWords(measure);
  return [
    text(measureInWords(measure)),
    aside(
      `${caveat} Step ${level} of the ladder: ${ladder.find((step) => step.level === level)?.title.toLowerCase()}. From: ${stopped(source)} ${[first, ...putRight].join(' ')}`,
    ),
  ];
}
