import type { ScenarioOutline, StepOutline } from '../outline';

/** Steps and endings by id. */
export function placesOf(scenario: ScenarioOutline): Map<string, StepOutline> {
  return new Map([...scenario.steps, ...scenario.endings].map((place) => [place.id, place]));
}

/** Every place that can be come to from `start`, itself included. */
export function reachedFrom(scenario: ScenarioOutline, start: string): Set<string> {
  const places = placesOf(scenario);
  const reached = new Set<string>();
  const next = [start];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const place = places.get(id);
    if (!place || reached.has(id)) continue;
    reached.add(id);
    next.push(...place.choices.map((choice) => choice.to));
  }
  return reached;
}
