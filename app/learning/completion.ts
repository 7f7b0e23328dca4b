import { holds } from './parts';
import { isAskedOf, type Version } from './version';

/**
 * Stored with each completion. Raise it with every change to what this file decides. 1: whole versions. 2: refreshers
 * too; what completes a whole version is as it was. 3: pages and scenarios done with a group count as one's own do.
 */
export const RULE_VERSION = 3;

/** All that the rule looks at: what one enrolment has done so far. */
export interface Facts {
  /** "I know this already" was said before the first go at the quiz. */
  knownAlready: boolean;
  /** Pages on which Continue was pressed, or which were shown to a group that they were in. */
  pages: readonly string[];
  /** Scenarios that ended with the debrief read, or whose summary was read, alone or with a group. */
  scenarios: readonly string[];
  /** Of both, those done with a group and not alone as well; left out when there are none. */
  together?: { pages: readonly string[]; scenarios: readonly string[] };
  /** One for each go at the quiz, in order: standard met or not, null while it is open. */
  attempts: readonly (boolean | null)[];
  committed: boolean;
}

/** One thing that completing this version asks for. `pages` are where it can be done, by id. */
export interface Duty {
  kind: 'page' | 'scenario' | 'quiz' | 'commit';
  pages: string[];
}

/**
 * What the version asks for, in the order of its pages: each required teaching page, one scenario of the reader's
 * choice (placed where the first one stands), the quiz, the commitment. A page that holds a scenario, the quiz or the
 * commitment asks for that and not for Continue.
 *
 * A refresher asks for its own pages only: of those with a scenario one, of the rest each, whether or not a newcomer
 * must read it; the quiz where there is one; and never for another commitment.
 */
export function dutiesOf(version: Version): Duty[] {
  const duties: Duty[] = [];
  const scenario: Duty = { kind: 'scenario', pages: [] };
  for (const page of version.pages) {
    if (!isAskedOf(version, page.id)) continue;
    const special = (['scenario', 'quiz', 'commit'] as const).filter(
      (type) => holds(page, type) && !(type === 'commit' && version.refreshes),
    );
    if (special.includes('scenario')) {
      if (scenario.pages.length === 0) duties.push(scenario);
      scenario.pages.push(page.id);
    }
    if (special.includes('quiz')) duties.push({ kind: 'quiz', pages: [page.id] });
    if (special.includes('commit')) duties.push({ kind: 'commit', pages: [page.id] });
    if (special.length === 0 && (page.required || version.refreshes))
      duties.push({ kind: 'page', pages: [page.id] });
  }
  return duties;
}

/** Whoever says "I know this already" shows it at the first go; after a "not yet" the ordinary route applies. */
export function hasShownTheyKnow(facts: Facts): boolean {
  return facts.knownAlready && facts.attempts[0] === true;
}

export function isDone(duty: Duty, version: Version, facts: Facts): boolean {
  switch (duty.kind) {
    case 'page':
      return hasShownTheyKnow(facts) || duty.pages.every((page) => facts.pages.includes(page));
    case 'scenario':
      return version.pages.some(
        (page) =>
          duty.pages.includes(page.id) &&
          page.segments.some(
            (s) => s.type === 'scenario' && facts.scenarios.includes(s.scenario.id),
          ),
      );
    case 'quiz':
      return facts.attempts.includes(true);
    case 'commit':
      return facts.committed;
  }
}

/**
 * THE completion rule. Required pages continued past (or known already), one scenario ended with its debrief or its
 * summary read, standard met, one thing committed to. A version without a scenario, a quiz or a commitment cannot be
 * completed, nor can a refresher that asks for nothing.
 */
export function isComplete(version: Version, facts: Facts): boolean {
  const duties = dutiesOf(version);
  const canBe = version.refreshes
    ? duties.length > 0
    : (['scenario', 'quiz', 'commit'] as const).every((kind) =>
        duties.some((duty) => duty.kind === kind),
      );
  return canBe && duties.every((duty) => isDone(duty, version, facts));
}

/** What they have done without any group. */
export function alone({ together, ...facts }: Facts): Facts {
  if (!together) return facts;
  return {
    ...facts,
    pages: facts.pages.filter((page) => !together.pages.includes(page)),
    scenarios: facts.scenarios.filter((scenario) => !together.scenarios.includes(scenario)),
  };
}

/** Complete, and not without what was done with a group. */
export function restsOnTogether(version: Version, facts: Facts): boolean {
  return isComplete(version, facts) && !isComplete(version, alone(facts));
}

/**
 * How a completion is recorded: as together only when it would not be one without what was done with a group, and as
 * known already only when the quiz stood for pages that were not read.
 */
export function cpdTypeOf(
  version: Version,
  facts: Facts,
): 'e-learning' | 'together' | 'known already' | 'refresher' {
  if (version.refreshes) return 'refresher';
  if (restsOnTogether(version, facts)) return 'together';
  const plain = { ...alone(facts), knownAlready: false };
  return isComplete(version, plain) ? 'e-learning' : 'known already';
}
