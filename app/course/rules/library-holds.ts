import type { Problem } from '../module';
import type { Library } from '../outline';
import { error } from '../problem';

/** Facts and frameworks rest on sources that there are; pathways lead through modules that there are, each opening before it is due. */
export function libraryHolds(library: Library, slugs: readonly string[]): Problem[] {
  const resting = [...library.facts.values(), ...library.frameworks.values()]
    .filter((entry) => !library.unread.has('sources.yaml') && !library.sources.has(entry.source))
    .map((entry) =>
      error(
        entry.file,
        entry.line,
        `“${entry.id}” rests on the source “${entry.source}”, which is not in sources.yaml`,
        'check its spelling, or add it there',
      ),
    );
  const pathways = library.pathways.flatMap((pathway) =>
    pathway.modules.flatMap(({ module, opens, due }) => {
      if (!slugs.includes(module)) {
        return [
          error(
            pathway.file,
            pathway.line,
            `pathway “${pathway.id}” leads through module “${module}”, which is not there`,
            'check its spelling, or remove it',
          ),
        ];
      }
      if (due < opens) {
        return [
          error(
            pathway.file,
            pathway.line,
            `in pathway “${pathway.id}”, module “${module}” is due before it opens`,
            'let it open in an earlier week than it is due',
          ),
        ];
      }
      return [];
    }),
  );
  return [...resting, ...pathways];
}
