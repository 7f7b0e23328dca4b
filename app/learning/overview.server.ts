import type { Attune } from '~/context.server';
import type { Reference } from '~/course/cited';
import type { Page } from '~/course/module';
import { reviewedInWords } from '~/course/said';
import { allReferences } from './cited';
import { dutiesOf, type Facts, hasShownTheyKnow, isDone } from './completion';
import { confidenceOf, type Moment } from './confidence.server';
import {
  currentEnrolment,
  type Enrolment,
  enrolmentsOf,
  versionOf,
  type Whose,
} from './enrolments.server';
import { noSuchModule } from './errors';
import { standingOf } from './facts.server';
import { type NextPiece, nextPiece } from './home.server';
import { offeredTo } from './offered.server';
import { scenariosOf } from './parts';
import { type Changes, changesBetween } from './refresher.server';
import { changesFor } from './refresher-offer.server';
import { introMinutes, type Progress, progressOf } from './route';
import { type ToldTogether, toldTogether } from './together/told.server';
import { isAskedOf, type Version } from './version';
import { type SegmentView, viewSegments } from './views/page.server';

export interface PageLine {
  id: string;
  title: string;
  minutes: number;
  /** Unchanged: in a refresher, there to read. */
  kind: 'page' | 'scenario' | 'quiz' | 'commit' | 'extra' | 'unchanged';
  done: boolean;
}

export interface Overview {
  slug: string;
  title: string;
  summary: string;
  version: number;
  contentHash: string;
  audience: string;
  minutes: number;
  /** Of those, for reading this page. */
  introMinutes: number;
  outcomes: string[];
  intro: SegmentView[];
  /** In words. */
  reviewed: string;
  sources: Reference[];
  pages: PageLine[];
  /** Enrolments so far; the form that starts one carries it. */
  enrolments: number;
  /** They may start it, or start it again. */
  offered: boolean;
  mine: Mine | null;
  /** A newer version than the one completed, with what changed. */
  newer: Changes | null;
}

/** Where this person stands in it. */
export interface Mine extends Progress {
  enrolmentId: string;
  contentHash: string;
  next: NextPiece | null;
  /** What was done of it with a group. */
  together: ToldTogether | null;
  /** On a refresher, what it is about. */
  refreshes: Changes | null;
  /** Nothing done yet. */
  fresh: boolean;
  /** "I know this already" may still be said. */
  maySayKnown: boolean;
  knownAlready: boolean;
  standardMet: boolean;
  /** The pages were not asked for, because the quiz showed that they are known. */
  pagesKnown: boolean;
  completedAt: number | null;
  completionId: string | null;
  confidence: Record<Moment, Record<number, number>>;
}

const notAnswered = {
  checks: new Map(),
  practice: null,
  reflections: new Map(),
  commitment: null,
  scenario: null,
  quiz: null,
};

/**
 * A module's first page: what it is, and where this person stands. Whoever is on an older version sees that one.
 * A school's own module that is neither open nor given to them is not there for whoever has not started it.
 * @throws LearningError 'no such module'
 */
export function overview(attune: Attune, whose: Whose, slug: string): Overview {
  const current = currentEnrolment(attune.db, whose, slug);
  const offered = offeredTo(attune, whose, slug);
  const version: Version | null = current ? versionOf(attune, current) : offered;
  if (!version) throw noSuchModule();
  const enrolled = enrolmentsOf(attune.db, whose).filter((e) => e.module === slug);
  const brief = aboutVersion(version);
  const enrolments = enrolled.length;
  if (!current)
    return {
      ...brief,
      pages: lines(version, null),
      enrolments,
      offered: true,
      mine: null,
      newer: null,
    };

  const standing = standingOf(attune.db, current);
  const { facts } = standing;
  const fresh =
    facts.pages.length + facts.scenarios.length + facts.attempts.length === 0 && !facts.committed;
  return {
    ...brief,
    pages: lines(version, facts),
    enrolments,
    offered: offered !== null,
    mine: {
      ...progressOf(version, facts),
      enrolmentId: current.id,
      contentHash: current.contentHash,
      next: nextPiece(version, standing),
      together: toldTogether(attune.db, whose)(current.id, version, facts),
      refreshes: refreshedBy(attune, current),
      fresh,
      maySayKnown: maySayKnown(version, facts),
      knownAlready: facts.knownAlready,
      standardMet: facts.attempts.includes(true),
      pagesKnown: hasShownTheyKnow(facts),
      completedAt: current.completedAt,
      completionId: current.completionId,
      confidence: confidenceOf(attune.db, current.id),
    },
    newer: changesFor(attune, offered, enrolled),
  };
}

/** It spares whoever says it the pages, so it is offered only while there are some to be spared. */
function maySayKnown(version: Version, facts: Facts): boolean {
  if (version.refreshes || facts.together || facts.knownAlready) return false;
  const spared = dutiesOf(version).some(
    (duty) => duty.kind === 'page' && !isDone(duty, version, facts),
  );
  return spared && facts.attempts.length === 0;
}

function refreshedBy(
  { course }: Pick<Attune, 'course'>,
  { contentHash, refreshes }: Enrolment,
): Changes | null {
  const from = refreshes ? course.version(refreshes) : null;
  const to = course.version(contentHash);
  return from && to ? changesBetween(from, to, course.corrected(from, to)) : null;
}

function aboutVersion(version: Version) {
  const { slug, title, summary, contentHash, audience, minutes, outcomes, reviewed } = version;
  return {
    slug,
    title,
    summary,
    version: version.version,
    contentHash,
    audience,
    minutes,
    introMinutes: introMinutes(version),
    outcomes,
    reviewed: reviewedInWords(reviewed),
    // What is asked stands on pages, where it can be answered.
    intro: viewSegments(
      version.intro.filter((segment) => segment.type === 'prose' || segment.type === 'card'),
      notAnswered,
    ),
    sources: allReferences(version),
  };
}

function lines(version: Version, facts: Facts | null): PageLine[] {
  const duties = dutiesOf(version);
  const examples = new Map(
    scenariosOf(version).map(({ page, scenario }) => [page.id, scenario.id]),
  );
  return version.pages.map((page: Page) => {
    const duty = duties.find((d) => d.pages.includes(page.id));
    const example = examples.get(page.id);
    const { id, title, minutes } = page;
    const done =
      facts !== null &&
      (example === undefined
        ? duty
          ? isDone(duty, version, facts)
          : facts.pages.includes(id)
        : facts.scenarios.includes(example));
    const kind = isAskedOf(version, id) ? (duty?.kind ?? 'extra') : 'unchanged';
    return { id, title, minutes, kind, done };
  });
}
