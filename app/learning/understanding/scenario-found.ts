import type { Html, Scenario, Tag } from '~/course/module';
import { type Share, shareOf } from './share';

export interface PlaceFound {
  id: string;
  html: Html;
  /** Counted: whole fives. */
  people: number;
  choices: { html: Html; tag: Tag; to: string; share: Share }[];
}

/** A scenario as a map of first choices. */
export interface ScenarioFound {
  id: string;
  title: string;
  setting: string;
  places: PlaceFound[];
  /** Places with choices where too few have chosen. */
  placesNotShown: number;
}

/** @param chosen positions of the choices counted at a place; null comes back when there are none at any */
export function scenarioFound(
  scenario: Scenario,
  chosen: (place: string) => number[],
): ScenarioFound | null {
  const withChoices = [...scenario.steps, ...scenario.endings].filter(
    ({ choices }) => choices.length > 0,
  );
  const places = withChoices.flatMap(({ id, html, choices }): PlaceFound[] => {
    const made = chosen(id);
    if (made.length === 0) return [];
    const share = (n: number) => shareOf(made.filter((choice) => choice === n).length, made.length);
    return [
      {
        id,
        html,
        people: made.length,
        choices: choices.map(({ html, tag, to }, n) => ({ html, tag, to, share: share(n) })),
      },
    ];
  });
  if (places.length === 0) return null;
  const { id, title, setting } = scenario;
  return { id, title, setting, places, placesNotShown: withChoices.length - places.length };
}
