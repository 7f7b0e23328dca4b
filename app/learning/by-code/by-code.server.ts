import { and, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Reference } from '~/course/cited';
import type { Db } from '~db/client.server';
import { answer } from '~db/schema';
import { attemptsOf } from '../attempts.server';
import { referencesIn } from '../cited';
import { dutiesOf } from '../completion';
import { currentEnrolment, enrolmentsOf, versionOf, type Whose } from '../enrolments.server';
import { noSuchModule } from '../errors';
import { standingOf } from '../facts.server';
import { modulePage } from '../module-page.server';
import { offeredTo } from '../offered.server';
import { quizOf } from '../parts';
import type { Version } from '../version';
import type { QuizView } from '../views/quiz.server';

/** What a code opens: one module's quiz and its commitment, as they go from here on. */
export interface QuizByCode {
  slug: string;
  title: string;
  /** How many enrolments there were: the form that starts one carries it. */
  enrolments: number;
  /** Null until it is started. */
  under: {
    enrolmentId: string;
    completed: boolean;
    refreshing: boolean;
    /** 'earlier': the last go was marked before the code was used, and how it went is not shown. */
    quiz: QuizView | 'earlier';
    /** What is cited in what is shown of the quiz. */
    sources: Reference[];
    goes: number;
    /** Asked for and not made, made, or not asked for. What was written is never shown. */
    commit: 'open' | 'made' | 'not asked';
  } | null;
}

/**
 * @param since when the code was used, UTC milliseconds
 * @param answered id of an answered item whose explanation is asked for
 * @throws LearningError 'no such module'
 */
export function quizByCode(
  attune: Attune,
  whose: Whose,
  { module: slug, since, answered }: { module: string; since: number; answered: string | null },
): QuizByCode {
  const { db } = attune;
  const enrolments = enrolmentsOf(db, whose).filter(({ module }) => module === slug).length;
  const current = currentEnrolment(db, whose, slug);
  const version: Version | null = current
    ? versionOf(attune, current)
    : offeredTo(attune, whose, slug);
  const page = version && quizOf(version)?.page;
  if (!version || !page) throw noSuchModule();
  const about = { slug, title: version.title, enrolments };
  if (!current) return { ...about, under: null };
  const goes = attemptsOf(db, current.id);
  const [last] = goes;
  const shows = last && answered && answeredSince(db, last.id, answered, since) ? answered : null;
  const asked = { again: null, answered: shows, reading: null };
  const segment = modulePage(attune, whose, slug, page.id, asked).segments.find(
    (one) => one.type === 'quiz',
  );
  if (!segment) throw noSuchModule();
  const { facts } = standingOf(db, current);
  const earlier = last?.markedAt != null && last.markedAt < since;
  const asksToCommit = dutiesOf(version).some(({ kind }) => kind === 'commit');
  return {
    ...about,
    under: {
      enrolmentId: current.id,
      completed: current.completedAt !== null,
      refreshing: version.refreshes !== undefined,
      quiz: earlier ? 'earlier' : segment.quiz,
      sources: earlier ? [] : referencesIn(version, segment.quiz),
      goes: goes.length,
      commit: facts.committed ? 'made' : asksToCommit ? 'open' : 'not asked',
    },
  };
}

/** An explanation says which answer was picked, so it is shown of what was answered with this code alone. */
function answeredSince(db: Db, attemptId: string, item: string, since: number): boolean {
  const given = db
    .select({ at: answer.at })
    .from(answer)
    .where(and(eq(answer.attemptId, attemptId), eq(answer.item, item)))
    .get();
  return given !== undefined && given.at >= since;
}
