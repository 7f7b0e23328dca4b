import type { Actor } from '~/people/actor';
import { DemoClock } from '../../../scripts/demo/clock';
import { DemoLearner } from '../../../scripts/demo/learner';
import type { World } from './world';

/** Has someone complete a module some days ago (or on the Friday before), through the same functions as the pages. */
export function completedAgo(world: World, who: Actor, slug: string, daysAgo: number): void {
  const clock = new DemoClock(Date.now(), daysAgo);
  const then = { ...world.attune, now: clock.now };
  new DemoLearner(then, clock, { ...who, role: 'staff' }, slug, 0).take('met');
}
