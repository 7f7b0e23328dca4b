import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { scenariosOf } from './pieces';

/** A scenario has a summary for whoever skips it, a debrief for whoever ends it, and at least one lens. */
export function scenarioHasSummary(module: ModuleOutline): Problem[] {
  return scenariosOf(module).flatMap(({ file, line, id, summary, debrief, lenses }) => {
    const lacks = (what: string, mend: string) =>
      error(file, line, `scenario “${id}” has no ${what}`, mend);
    return [
      ...(summary
        ? []
        : [
            lacks(
              'summary',
              'add a <Summary> that teaches the same point to whoever skips the example',
            ),
          ]),
      ...(debrief ? [] : [lacks('debrief', 'add a <Debrief> that says what there was to see')]),
      ...(lenses.length > 0
        ? []
        : [
            lacks('lens', 'add a <Lens who="child"> that tells the same minutes from another side'),
          ]),
    ];
  });
}
