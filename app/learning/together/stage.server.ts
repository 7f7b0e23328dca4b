import type { Attune } from '~/context.server';
import type { Html, Module, Page, Reference, Scenario, Segment } from '~/course/module';
import { referencesIn } from '../cited';
import { dutiesOf, type Facts } from '../completion';
import { pageOf, scenarioOf, scenariosOf } from '../parts';
import { pageAfter, pageBefore } from '../route';
import { placeAt } from '../scenario-path';
import {
  type AnsweredView,
  type QuestionView,
  viewAnswered,
  viewQuestion,
} from '../views/question.server';
import { type ScenarioView, viewScenario } from '../views/scenario.server';
import { TogetherError } from './errors';
import { choicesOn, endOfWay } from './group-way';
import { type TogetherSession, versionShown } from './sessions.server';
import { isForGroups, shownOf } from './what-counts';

/** A part of a page on the screen. Nothing in it is about anybody, and nothing is collected. */
export type StagePart =
  | { type: 'prose'; html: Html }
  | { type: 'card'; title: string; html: Html }
  /** `means` once the room asked to see it. */
  | { type: 'check'; question: QuestionView; means: AnsweredView | null }
  | { type: 'talk'; prompt: string }
  | { type: 'scenario'; scenario: ScenarioView }
  | { type: 'commit' };

export interface PageName {
  id: string;
  title: string;
}

export interface Stage {
  module: string;
  /** Null on the opening. */
  page: PageName | null;
  parts: StagePart[];
  /** "3 of 8"; nothing on a page that is extra. */
  place: { n: number; of: number } | null;
  /** Null: the opening comes before. */
  before: PageName | null;
  /** Null: nothing comes after. */
  next: PageName | null;
  /** All that can be shown, to go to directly. */
  pages: PageName[];
  otherExamples: PageName[];
  outcomes: string[];
  references: Reference[];
}

/** What the address asks to see: a check's meanings, or the end of the scenario. */
export interface AskedOnStage {
  means: string | null;
  look: 'debrief' | 'summary' | null;
}

/**
 * One page for a big screen; without `pageId` the opening. Of checks the answers are there only when they are asked for.
 * @throws TogetherError `not-here` for a page that the version does not have, the quiz's too
 */
export function stage(
  attune: Pick<Attune, 'course'>,
  session: TogetherSession,
  shown: ReadonlySet<string>,
  pageId: string | undefined,
  asked: AskedOnStage,
): Stage {
  const version = versionShown(attune, session);
  const page = pageId === undefined ? undefined : pageOf(version, pageId);
  if (pageId !== undefined && (!page || !canBeShown(page))) {
    throw new TogetherError('not-here', 'This session has no such page.', '', 404);
  }
  const parts = partsOf(page?.segments ?? version.intro, session.ways, asked);
  const stops = dutiesOf(version).filter(({ kind }) => kind !== 'quiz');
  const stop = page ? stops.findIndex(({ pages }) => pages.includes(page.id)) : -1;
  const route = routeFor(version, shown);
  return {
    module: version.title,
    page: page ? nameOf(page) : null,
    parts,
    place: stop < 0 ? null : { n: stop + 1, of: stops.length },
    before: page ? nameOrNull(route.before(page)) : null,
    next: nameOrNull(route.after(page)),
    pages: version.pages.filter(canBeShown).map(nameOf),
    otherExamples: page && scenarioOf(page) ? examplesBesides(version, page) : [],
    outcomes: page ? [] : version.outcomes,
    references: referencesIn(version, parts),
  };
}

/** The quiz is each person's own. The commitment is shown, to talk about. */
const canBeShown = (page: Page) =>
  isForGroups(page) || page.segments.some(({ type }) => type === 'commit');

/** Where to go on: the first page that was not shown, or the opening. */
export function firstNotShown(
  attune: Pick<Attune, 'course'>,
  session: TogetherSession,
  shown: ReadonlySet<string>,
): PageName | null {
  const version = versionShown(attune, session);
  const left = dutiesOf(version).find(
    ({ kind, pages }) =>
      (kind === 'page' || kind === 'scenario') && !pages.some((page) => shown.has(page)),
  );
  if (shown.size === 0 || !left?.pages[0]) return null;
  return nameOrNull(pageOf(version, left.pages[0]));
}

const nameOf = ({ id, title }: Page): PageName => ({ id, title });
const nameOrNull = (page: Page | undefined) => (page ? nameOf(page) : null);

const examplesBesides = (version: Module, page: Page) =>
  scenariosOf(version)
    .filter((other) => other.page.id !== page.id)
    .map((other) => nameOf(other.page));

/** The learner's own route, but for the quiz. */
function routeFor(version: Module, shown: ReadonlySet<string>) {
  const facts: Facts = {
    knownAlready: false,
    pages: [],
    scenarios: shownOf(version, shown).flatMap(({ scenario }) => scenario ?? []),
    attempts: [],
    committed: false,
  };
  const unlessQuiz = (
    page: Page | undefined,
    go: typeof pageAfter | typeof pageBefore,
  ): Page | undefined =>
    page === undefined || canBeShown(page) ? page : unlessQuiz(go(version, facts, page.id), go);
  const first = dutiesOf(version)[0]?.pages[0];
  return {
    after: (page: Page | undefined) =>
      unlessQuiz(
        page ? pageAfter(version, facts, page.id) : pageOf(version, first ?? ''),
        pageAfter,
      ),
    before: (page: Page) => unlessQuiz(pageBefore(version, facts, page.id), pageBefore),
  };
}

function partsOf(
  segments: readonly Segment[],
  ways: TogetherSession['ways'],
  asked: AskedOnStage,
): StagePart[] {
  // biome-ignore lint/suspicious/useIterableCallbackReturn: every kind of segment returns; TypeScript checks that none is forgotten.
  const parts = segments.flatMap((segment): StagePart[] => {
    switch (segment.type) {
      case 'prose':
        return [{ type: 'prose', html: segment.html }];
      case 'card':
        return [{ type: 'card', title: segment.title, html: segment.html }];
      case 'check': {
        const { question } = segment;
        const means = asked.means === question.id ? viewAnswered(question, []) : null;
        return [{ type: 'check', question: viewQuestion(question), means }];
      }
      case 'reflect':
        return [{ type: 'talk', prompt: segment.prompt }];
      case 'scenario': {
        const way = ways[segment.scenario.id] ?? [];
        return [{ type: 'scenario', scenario: groupView(segment.scenario, way, asked.look) }];
      }
      case 'commit':
        return [{ type: 'commit' }];
      case 'quiz':
        return [];
    }
  });
  const underWay = parts.some(
    (part) => part.type === 'scenario' && (part.scenario.state !== 'step' || part.scenario.n > 0),
  );
  return underWay ? parts.filter(({ type }) => type !== 'prose') : parts;
}

/** A scenario as far as the group has come, seen as a learner's own run is. */
function groupView(
  scenario: Scenario,
  way: readonly number[],
  look: AskedOnStage['look'],
): ScenarioView {
  const at = endOfWay(scenario, way);
  const ended = placeAt(scenario, at)?.type === 'ending';
  const run = {
    ...{ id: '', enrolmentId: '', scenario: scenario.id, page: '', startedAt: 0 },
    ...{ at, ending: null, endedAt: null },
    debriefReadAt: look === 'debrief' && ended ? 0 : null,
    summaryReadAt: look === 'summary' ? 0 : null,
  };
  const reading = look === 'summary' ? look : null;
  return viewScenario(scenario, [run], choicesOn(scenario, way), reading);
}
