import type { Problem } from '../module';
import type { Cast, CastName, CheckContext, ModuleOutline } from '../outline';
import { passagesIn } from '../plain-text';
import { error } from '../problem';
import { allPages, scenariosOf } from './pieces';

/** From this many scenarios on, a module says who is cast as what. */
const manyScenarios = 3;

const befalls = {
  hits: 'who hit',
  hurt: 'who are hurt',
  thrives: 'who are seen doing well',
} as const;
const kinds = ['hits', 'hurt', 'thrives'] as const;

/**
 * A module with three scenarios or more has a `cast`. Every name in it is listed in house-style.yaml and stands in a
 * scenario; and of two or more who hit, who are hurt or who thrive, not all have names of one gender or of one heritage.
 */
export function castIsFair(module: ModuleOutline, { library }: CheckContext): Problem[] {
  const { front, file } = module;
  if (!front) return [];
  const { cast } = front;
  if (!cast) {
    const scenarios = scenariosOf(module).length;
    if (scenarios < manyScenarios) return [];
    return [
      error(
        file,
        1,
        `the module has ${scenarios} scenarios and does not say who is cast as what`,
        'add a block cast: with three lists of pupils’ names, hits, hurt and thrives; an empty list is written []',
      ),
    ];
  }
  const story = storyOf(module);
  return kinds.flatMap((kind) => [
    ...cast[kind].flatMap((name, n) => wrongName(module, [kind, n], name, { library, story })),
    ...unfair(module, kind, cast, library.names),
  ]);
}

function wrongName(
  module: ModuleOutline,
  place: [keyof Cast, number],
  name: string,
  { library, story }: Pick<CheckContext, 'library'> & { story: string },
): Problem[] {
  const line = module.frontLine('cast', ...place);
  if (!library.names.has(name) && !library.unread.has('house-style.yaml')) {
    return [
      error(
        module.file,
        line,
        `“${name}” is cast, and is not among the names of house-style.yaml`,
        'check its spelling, or add the name there, under casting',
      ),
    ];
  }
  if (hasName(story, name)) return [];
  return [
    error(
      module.file,
      line,
      `“${name}” is cast, and no scenario mentions anybody of that name`,
      'check its spelling, or take it out of the cast',
    ),
  ];
}

function unfair(
  module: ModuleOutline,
  kind: keyof Cast,
  cast: Cast,
  names: ReadonlyMap<string, CastName>,
): Problem[] {
  const known = [...new Set(cast[kind])].flatMap((name) => names.get(name) ?? []);
  if (known.length < 2) return [];
  const all = known.map((each) => each.name).join(', ');
  return (['gender', 'heritage'] as const).flatMap((trait) => {
    const first = known[0]?.[trait];
    if (known.some((each) => each[trait] !== first)) return [];
    return [
      error(
        module.file,
        module.frontLine('cast', kind),
        `the names of all ${befalls[kind]} (${all}) are of one ${trait} (${first})`,
        'give one of these pupils another name, or give the part to another pupil',
      ),
    ];
  });
}

function storyOf(module: ModuleOutline): string {
  const pages = allPages(module).filter((page) =>
    page.pieces.some((piece) => piece.type === 'scenario'),
  );
  const settings = scenariosOf(module).map(({ title, setting }) => `${title} ${setting}`);
  const passages = passagesIn(pages.flatMap((page) => page.nodes ?? []));
  return [...settings, ...passages.map((passage) => passage.text)].join('\n');
}

function hasName(story: string, name: string): boolean {
  const at = story.split(name);
  const letter = /\p{L}/u;
  return at.some((before, n) => {
    const after = at[n + 1];
    return after !== undefined && !letter.test(before.slice(-1)) && !letter.test(after.slice(0, 1));
  });
}
