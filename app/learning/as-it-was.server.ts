import type { Attune } from '~/context.server';
import type { Reference } from '~/course/cited';
import type { Segment } from '~/course/module';
import { answersOf, attemptsOf } from './attempts.server';
import { referencesIn } from './cited';
import { shownOrder } from './draw.server';
import { enrolmentsOf, versionOf, type Whose } from './enrolments.server';
import { notThere } from './errors';
import { segmentsOf } from './module-page.server';
import { quizOf } from './parts';
import { isAskedOf } from './version';
import type { SegmentView } from './views/page.server';
import { type AnsweredView, viewAnswered } from './views/question.server';

export interface AsItWas {
  slug: string;
  title: string;
  version: number;
  contentHash: string;
  /** Of a refresher, the version completed before; its pages are then those that changed. */
  refreshes: number | null;
  startedAt: number;
  completedAt: number | null;
  intro: SegmentView[];
  pages: { id: string; title: string; segments: SegmentView[] }[];
  /** The items that this person answered, go by go, oldest first. */
  answered: AnsweredView[][];
  sources: Reference[];
}

const justAsItIs = { again: null, answered: null, reading: null };

/**
 * A version that this person started, whole, as they saw it: their own answers, their way through the scenarios, the
 * items they answered. Nothing that they were not shown.
 * @throws LearningError 'not there' for a version they never started
 */
export function asItWas(attune: Attune, whose: Whose, slug: string, contentHash: string): AsItWas {
  const enrolled = enrolmentsOf(attune.db, whose)
    .filter((e) => e.module === slug && e.contentHash === contentHash)
    .at(-1);
  if (!enrolled) throw notThere('version');
  const version = versionOf(attune, enrolled);
  const segmentsIn = (segments: Segment[]) =>
    segmentsOf(attune, whose, enrolled, version, { segments }, justAsItIs);
  const pages = version.pages.filter((page) => isAskedOf(version, page.id));
  const bank = quizOf(version)?.bank ?? [];
  const shown = {
    slug,
    title: version.title,
    version: version.version,
    contentHash,
    refreshes: version.refreshes?.version ?? null,
    startedAt: enrolled.startedAt,
    completedAt: enrolled.completedAt,
    intro: segmentsIn(version.intro),
    pages: pages.map((page) => ({
      id: page.id,
      title: page.title,
      segments: segmentsIn(page.segments),
    })),
    answered: attemptsOf(attune.db, enrolled.id)
      .reverse()
      .map((go) =>
        answersOf(attune.db, go.id).flatMap((answer) => {
          const question = bank.find((q) => q.id === answer.item);
          return question
            ? [viewAnswered(question, answer.pick, shownOrder(go.seed, question))]
            : [];
        }),
      ),
  };
  return { ...shown, sources: referencesIn(version, shown) };
}
