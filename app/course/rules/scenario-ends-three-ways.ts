import { endingKinds } from '../format';
import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { scenariosOf } from './pieces';

/** A scenario has an ending of each of the three kinds. */
export function scenarioEndsThreeWays(module: ModuleOutline): Problem[] {
  return scenariosOf(module).flatMap(({ file, line, id, endings }) => {
    const missing = endingKinds.filter((kind) => !endings.some((ending) => ending.kind === kind));
    const unclear = endings.some((ending) => ending.kind === null);
    if (missing.length === 0 || unclear) return [];
    return [
      error(
        file,
        line,
        `scenario “${id}” has no ending that is ${missing.join(', none that is ')}`,
        `add an <Ending id="…" kind="${missing[0]}">`,
      ),
    ];
  });
}
