import { lengths } from '../format';
import { routeSeconds, wholeMinutes } from '../minutes';
import type { Problem } from '../module';
import type { ModuleOutline } from '../outline';
import { error } from '../problem';
import { everyPageRead } from './pieces';

/** The time of the required route lies within the module's length. */
export function routeFitsItsLength(module: ModuleOutline): Problem[] {
  if (!module.front || !everyPageRead(module)) return [];
  const [least, most] = lengths[module.front.length];
  const minutes = wholeMinutes(routeSeconds(module));
  if (minutes >= least && minutes <= most) return [];
  const what = `the required route takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}; a ${module.front.length} module takes ${least} to ${most}`;
  const mend =
    minutes > most
      ? 'shorten it, make a page extra with required: false, or give another length'
      : 'add to it, or give another length';
  return [error(module.file, module.frontLine('length'), what, mend)];
}
