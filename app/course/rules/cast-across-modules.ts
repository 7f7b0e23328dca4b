import type { Problem } from '../module';
import type { CastName, Library, ModuleOutline } from '../outline';
import { warning } from '../problem';

/** A heritage that hits this often may still be chance. */
const fewest = 2;
/** How often its fair part a heritage may be cast as the one who hits. */
const fairTimes = 2;

/**
 * Warns when, over all modules, names of one heritage are cast as the one who hits more than twice as often as their part
 * of everybody who is cast would give. A pupil counts once a module. Reported at the last module that does it.
 */
export function castAcrossModules(
  modules: readonly ModuleOutline[],
  { names }: Pick<Library, 'names'>,
): Problem[] {
  const known = (each: readonly string[]) =>
    [...new Set(each)].flatMap((name) => names.get(name) ?? []);
  const casts = modules.flatMap((module) => {
    const cast = module.front?.cast;
    if (!cast) return [];
    return [
      {
        module,
        hits: known(cast.hits),
        everybody: known([...cast.hits, ...cast.hurt, ...cast.thrives]),
      },
    ];
  });
  const hits = casts.flatMap((cast) => cast.hits);
  const everybody = casts.flatMap((cast) => cast.everybody);
  return [...new Set(hits.map((name) => name.heritage))].flatMap((heritage) => {
    const hitting = count(hits, heritage);
    const cast = count(everybody, heritage);
    const fair = (hits.length * cast) / everybody.length;
    const last = casts.findLast((each) => count(each.hits, heritage) > 0)?.module;
    if (!last || hitting < fewest || hitting <= fair * fairTimes) return [];
    return [
      warning(
        last.file,
        last.frontLine('cast', 'hits'),
        `over all modules, ${hitting} of the ${hits.length} who hit have names that sound ${heritage}, and only ${cast} of all ${everybody.length} who are cast`,
        'give one of those who hit another name, or cast more pupils of such names who do well',
      ),
    ];
  });
}

function count(names: readonly CastName[], heritage: string): number {
  return names.filter((name) => name.heritage === heritage).length;
}
