import type { Choice, Ending, Scenario, Step } from '~/course/module';

/** Where one can stand in a scenario. */
export type Place = { type: 'step'; step: Step } | { type: 'ending'; ending: Ending };

/** The step or ending with this id, or nothing. */
export function placeAt(scenario: Scenario, id: string): Place | undefined {
  const step = scenario.steps.find((s) => s.id === id);
  if (step) return { type: 'step', step };
  const ending = scenario.endings.find((e) => e.id === id);
  return ending ? { type: 'ending', ending } : undefined;
}

/** What may be chosen there; an ending's choices are ways back. */
export function choicesAt(scenario: Scenario, id: string): Choice[] {
  const place = placeAt(scenario, id);
  if (!place) return [];
  return place.type === 'step' ? place.step.choices : place.ending.choices;
}

/** Where choice number `choice` (from 0) leads from `at`, or nothing when that is no move. */
export function moveFrom(scenario: Scenario, at: string, choice: number): Place | undefined {
  const to = choicesAt(scenario, at)[choice]?.to;
  return to === undefined ? undefined : placeAt(scenario, to);
}

export function idOf(place: Place): string {
  return place.type === 'step' ? place.step.id : place.ending.id;
}
