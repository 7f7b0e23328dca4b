import type { Page } from '~/course/module';
import { type Duty, dutiesOf, type Facts, isDone } from './completion';
import { pageOf, scenariosOf } from './parts';
import type { Version } from './version';

export interface Progress {
  done: number;
  total: number;
  /** Minutes of what is left on the required route, as published; all of the module's while nothing is done. */
  minutesLeft: number;
}

/** Counts of what the completion rule asks for, and nothing else: no page views, no time. */
export function progressOf(version: Version, facts: Facts): Progress {
  const duties = dutiesOf(version);
  const left = duties.filter((duty) => !isDone(duty, version, facts));
  return {
    done: duties.length - left.length,
    total: duties.length,
    minutesLeft: left.length === duties.length ? version.minutes : minutesOf(version, left),
  };
}

/** Minutes of the pages where `duties` are done; of the scenarios the longest, as in the module's own minutes. */
function minutesOf(version: Version, duties: readonly Duty[]): number {
  const minutes = new Map(
    duties.map(({ pages }) => [
      pages[0],
      Math.max(0, ...pages.map((id) => pageOf(version, id)?.minutes ?? 0)),
    ]),
  );
  return [...minutes.values()].reduce((sum, n) => sum + n, 0);
}

/** Minutes of everything that is asked for. */
export function minutesAsked(version: Version): number {
  return minutesOf(version, dutiesOf(version));
}

/** Reading the module's first page, which asks for nothing: what the module's minutes hold besides its steps'. */
export function introMinutes(version: Version): number {
  return Math.max(0, version.minutes - minutesAsked(version));
}

/**
 * Where Continue on the overview leads: the first thing not done yet, or nothing when all is done. Whoever said "I know
 * this already" is led to the quiz first; whoever is inside a scenario, back to that one.
 *
 * @param scenarioUnderWay page of a scenario that was started and not finished
 */
export function nextPage(
  version: Version,
  facts: Facts,
  scenarioUnderWay?: string,
): Page | undefined {
  const left = dutiesOf(version).filter((duty) => !isDone(duty, version, facts));
  const showing = facts.knownAlready && !facts.attempts.some((met) => met !== null);
  const duty = (showing ? left.find((d) => d.kind === 'quiz') : undefined) ?? left[0];
  if (!duty) return undefined;
  const page = duty.pages.find((id) => id === scenarioUnderWay) ?? duty.pages[0];
  return page === undefined ? undefined : pageOf(version, page);
}

/**
 * The page after `from` when reading in order: the next stop of the required route. Once one scenario is done the other
 * ones are extra, so they are passed over, as are pages that are not required. Nothing after the last stop.
 */
export function pageAfter(version: Version, facts: Facts, from: string): Page | undefined {
  const order = version.pages.map((page) => page.id);
  const here = order.indexOf(from);
  const onExample = scenariosOf(version).some(({ page }) => page.id === from);
  for (const duty of dutiesOf(version)) {
    if (duty.kind === 'scenario' && (onExample || isDone(duty, version, facts))) continue;
    const first = duty.pages[0];
    if (first !== undefined && order.indexOf(first) > here) return pageOf(version, first);
  }
  return undefined;
}

/**
 * The stop before `from` on the required route. From a scenario that is the page before all of them; from what comes
 * after them, the scenario that was done last, or else the first.
 */
export function pageBefore(version: Version, facts: Facts, from: string): Page | undefined {
  const order = version.pages.map((page) => page.id);
  const here = order.indexOf(from);
  const scenarios = scenariosOf(version);
  const onExample = scenarios.some(({ page }) => page.id === from);
  const lastDone = scenarios.find(({ scenario }) => scenario.id === facts.scenarios.at(-1));
  const before = dutiesOf(version)
    .flatMap((duty) => {
      if (duty.kind !== 'scenario') return duty.pages.slice(0, 1);
      return onExample ? [] : (lastDone?.page.id ?? duty.pages[0] ?? []);
    })
    .filter((id) => order.indexOf(id) < here);
  const last = before.at(-1);
  return last === undefined ? undefined : pageOf(version, last);
}

/** "Page 3 of 9" on the required route; nothing for a page that is extra. */
export function placeOf(version: Version, pageId: string): { n: number; of: number } | undefined {
  const stops = [...new Map(dutiesOf(version).map((duty) => [duty.pages[0], duty])).values()];
  const index = stops.findIndex((duty) => duty.pages.includes(pageId));
  return index < 0 ? undefined : { n: index + 1, of: stops.length };
}
