import type { Attune } from '~/context.server';
import type { Reference } from '~/course/cited';
import { markChanges } from '~/course/mark-changes';
import type { Page } from '~/course/module';
import type { Pick as Picked } from '~db/schema/learning';
import { answersOf, attemptsOf } from './attempts.server';
import { referencesIn } from './cited';
import { readCommitment } from './commitment.server';
import { dutiesOf, isDone } from './completion';
import { currentEnrolment, type Enrolment, versionOf, type Whose } from './enrolments.server';
import { notStarted, notThere } from './errors';
import { type Standing, standingOf } from './facts.server';
import { helpAnswer } from './help.server';
import { nextPiece } from './home.server';
import { checkAnswers } from './pages.server';
import { type OwnPaper, ownPaperOn } from './paper/own-paper.server';
import { holds, pageOf, quizOf, scenarioOf, scenariosOf } from './parts';
import { reflectionsIn } from './reflections.server';
import { pageAfter, pageBefore, placeOf } from './route';
import { choicesOf, runsOf } from './runs.server';
import { isAskedOf, type Version } from './version';
import { type SegmentView, viewSegments } from './views/page.server';
import { viewQuiz } from './views/quiz.server';
import { viewScenario } from './views/scenario.server';

/** What the address asks to see, besides the page itself; nothing in it can show what is not due. */
export interface Asked {
  /** A check to try again, and what was picked this time. */
  again: { question: string; pick: Picked | null } | null;
  /** An answered item of the newest go at the quiz. */
  answered: string | null;
  /** The summary of the page's scenario, once it was read. */
  reading: 'summary' | null;
}

type PageName = { id: string; title: string };

export interface ModulePage {
  module: { slug: string; title: string; version: number; contentHash: string };
  enrolmentId: string;
  completed: boolean;
  page: PageName & { minutes: number; kind: 'page' | 'scenario' | 'quiz' | 'commit' | 'extra' };
  /** In a refresher: the version completed before, and whether this page reads otherwise since. */
  refreshes: {
    version: number;
    contentHash: string;
    page: 'changed' | 'new' | 'same' | 'quiz';
    /** How many places on it are marked. */
    marks: number;
    /** Something that stood on it stands there no more, in those words. */
    goneWords: boolean;
  } | null;
  segments: SegmentView[];
  /** "Page 3 of 9"; nothing on an extra page. */
  place: { n: number; of: number; done: number } | null;
  before: PageName | null;
  /** The next page in reading order. */
  after: PageName | null;
  /** The first thing not done yet, in whatever order; null when nothing is left. */
  onward: PageName | null;
  /** What this page asks for is done. */
  done: boolean;
  /** Other scenarios to choose from, where none is started on this page. */
  otherExamples: PageName[];
  /** A quiz of theirs that somebody typed in from paper; null on any other page. */
  paper: OwnPaper | null;
  sources: Reference[];
}

/**
 * A page of the module that this person is on, as they may see it now.
 * @throws LearningError 'not started'; 'not there' for a page their version does not have
 */
export function modulePage(
  attune: Attune,
  whose: Whose,
  slug: string,
  pageId: string,
  asked: Asked,
): ModulePage {
  const enrolled = currentEnrolment(attune.db, whose, slug);
  if (!enrolled) throw notStarted();
  const version = versionOf(attune, enrolled);
  const page = pageOf(version, pageId);
  if (!page) throw notThere('page');
  const standing = standingOf(attune.db, enrolled);
  const since = sinceBefore(attune, version, page);
  const shown = { segments: since.segments };
  const segments = withoutOpening(segmentsOf(attune, whose, enrolled, version, shown, asked));
  const duties = dutiesOf(version);
  const own = duties.filter((duty) => duty.pages.includes(page.id));
  const place = placeOf(version, page.id);
  const kind = own[0]?.kind ?? 'extra';
  const paper = kind === 'quiz' ? ownPaperOn(attune, whose, enrolled.id) : null;
  return {
    module: {
      slug: version.slug,
      title: version.title,
      version: version.version,
      contentHash: version.contentHash,
    },
    enrolmentId: enrolled.id,
    completed: enrolled.completedAt !== null,
    page: { ...nameOf(page), minutes: page.minutes, kind },
    refreshes: since.refreshes,
    segments,
    place: place
      ? { ...place, done: duties.filter((d) => isDone(d, version, standing.facts)).length }
      : null,
    before: maybeName(pageBefore(version, standing.facts, page.id)),
    after: maybeName(pageAfter(version, standing.facts, page.id)),
    onward: onwardFrom(version, standing),
    done: own.length > 0 && own.every((duty) => isDone(duty, version, standing.facts)),
    otherExamples: otherExamples(version, page, segments, standing),
    paper,
    sources: referencesIn(version, [segments, paper]),
  };
}

const nameOf = ({ id, title }: Page): PageName => ({ id, title });
const maybeName = (page: Page | undefined) => (page ? nameOf(page) : null);

function onwardFrom(version: Version, standing: Standing): PageName | null {
  const next = nextPiece(version, standing);
  return next ? { id: next.page, title: next.title } : null;
}

/** The page as it is shown, and in a refresher what it is to whoever completed the version before. */
function sinceBefore(
  { course }: Pick<Attune, 'course'>,
  version: Version,
  page: Page,
): { segments: Page['segments']; refreshes: ModulePage['refreshes'] } {
  const asItIs = { segments: page.segments, refreshes: null };
  if (!version.refreshes) return asItIs;
  const { version: number, contentHash } = version.refreshes;
  const said = { version: number, contentHash, marks: 0, goneWords: false };
  if (holds(page, 'quiz')) return { ...asItIs, refreshes: { ...said, page: 'quiz' } };
  if (!isAskedOf(version, page.id)) return { ...asItIs, refreshes: { ...said, page: 'same' } };
  const completed = course.version(contentHash);
  const before = completed && pageOf(course.corrected(completed, version), page.id);
  if (!before) return { ...asItIs, refreshes: { ...said, page: 'new' } };
  const { segments, ...marked } = markChanges(before.segments, page.segments);
  return { segments, refreshes: { ...said, ...marked, page: 'changed' } };
}

type Segments = Pick<Page, 'segments'>;

/** Asks the database only for what the page holds. */
export function segmentsOf(
  attune: Attune,
  whose: Whose,
  enrolled: Enrolment,
  version: Version,
  page: Segments,
  asked: Asked,
): SegmentView[] {
  const { db } = attune;
  return viewSegments(page.segments, {
    checks: holds(page, 'check') ? checkAnswers(db, enrolled.id) : new Map(),
    practice: asked.again,
    reflections: holds(page, 'reflect')
      ? reflectionsIn(attune, whose.personId, enrolled.module)
      : new Map(),
    commitment: holds(page, 'commit') ? readCommitment(attune, whose.personId, enrolled.id) : null,
    scenario: scenarioView(attune, enrolled, page, asked),
    quiz: holds(page, 'quiz') ? quizView(attune, enrolled, version, asked) : null,
  });
}

function scenarioView({ db }: Attune, enrolled: Enrolment, page: Segments, asked: Asked) {
  const scenario = scenarioOf(page);
  if (!scenario) return null;
  const runs = runsOf(db, enrolled.id, scenario.id);
  const choices = runs[0] ? choicesOf(db, runs[0].id) : [];
  return viewScenario(scenario, runs, choices, asked.reading);
}

function quizView({ db }: Attune, enrolled: Enrolment, version: Version, asked: Asked) {
  const quiz = quizOf(version);
  if (!quiz) return null;
  const goes = attemptsOf(db, enrolled.id);
  const answers = goes[0] ? answersOf(db, goes[0].id) : [];
  const helpAsked = goes.length > 1 && helpAnswer(db, enrolled.id) !== null;
  return viewQuiz(version, quiz, goes, answers, asked.answered, helpAsked);
}

function otherExamples(
  version: Version,
  page: Page,
  segments: readonly SegmentView[],
  { facts }: Standing,
): PageName[] {
  const scenario = segments.find((segment) => segment.type === 'scenario')?.scenario;
  if (!scenario || scenario.state === 'step') return [];
  return scenariosOf(version)
    .filter((other) => isAskedOf(version, other.page.id))
    .filter((other) => other.page.id !== page.id && !facts.scenarios.includes(other.scenario.id))
    .map((other) => nameOf(other.page));
}

/** Once a scenario or the quiz is under way, the words that lead up to it have done their work. */
function withoutOpening(segments: SegmentView[]): SegmentView[] {
  const underWay = segments.findIndex(
    (segment) =>
      (segment.type === 'scenario' && segment.scenario.state !== 'ready') ||
      (segment.type === 'quiz' && segment.quiz.state !== 'intro'),
  );
  return segments.filter((segment, n) => n >= underWay || segment.type !== 'prose');
}
