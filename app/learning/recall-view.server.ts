import { schoolDayAfter, week } from '~/cohorts/calendar';
import { calendarFor } from '~/cohorts/school-calendar.server';
import type { Attune } from '~/context.server';
import type { Reference } from '~/course/cited';
import { londonDate } from '~/record/london-date';
import { referencesIn } from './cited';
import { shownOrder } from './draw.server';
import type { Whose } from './enrolments.server';
import { type RecallNow, recallNow, recallQuestion } from './recall.server';
import { moments, planRecall, roomFrom } from './recall-rule.server';
import {
  type AnsweredView,
  type QuestionView,
  viewAnswered,
  viewQuestion,
} from './views/question.server';

/** What the learner's first page says of it: “Three questions from …, about two minutes”. */
export interface RecallOffer {
  n: number;
  /** Titles of the modules they are from. */
  from: string[];
  minutes: number;
  /** Some were offered before and not answered yet. */
  begun: boolean;
}

export type RecallView =
  | { state: 'off' }
  | { state: 'nothing'; next: { on: string; guessed: boolean } | null; some: boolean }
  | ({ state: 'ready' } & RecallOffer)
  | { state: 'item'; id: string; n: number; of: number; title: string; question: QuestionView }
  | {
      state: 'explained';
      n: number;
      of: number;
      title: string;
      answered: AnsweredView;
      /** What the explanations cite. */
      sources: Reference[];
      lookAgain: { to: string; title: string } | null;
      last: boolean;
    };

/** Thirty to forty seconds an item, as everywhere. */
const minutesOf = (n: number) => Math.max(1, Math.ceil((n * 40) / 60));

/** The quiet card; null when there is nothing to ask, or the learner wants none. */
export function recallOffer({ off, open, planned, completed }: RecallNow): RecallOffer | null {
  const ids =
    open.length > 0 ? open.map((row) => row.enrolmentId) : planned.map((p) => p.enrolmentId);
  const n = open.length > 0 ? open.length : planned.reduce((sum, p) => sum + p.n, 0);
  if (off || n === 0) return null;
  const from = completed.filter((c) => ids.includes(c.enrolmentId)).map((c) => c.version.title);
  return { n, from, minutes: minutesOf(n), begun: open.length > 0 };
}

/**
 * The page of questions that came back: one at a time, each explained at once.
 * @param shown id of an answered question whose explanation is asked for
 */
export function viewRecall(
  attune: Pick<Attune, 'db' | 'course' | 'now'>,
  whose: Whose,
  shown: string | null,
): RecallView {
  const now = recallNow(attune, whose);
  const answered = now.rows.find((row) => row.id === shown && row.answeredAt !== null);
  const [row] = answered ? [answered] : now.open;
  if (!row) {
    if (now.off) return { state: 'off' };
    const offer = recallOffer(now);
    if (offer) return { state: 'ready', ...offer };
    return {
      state: 'nothing',
      next: nextRecall(attune, whose, now),
      some: now.completed.length > 0,
    };
  }
  const { version, question } = recallQuestion(attune, whose, row.id);
  const set = now.rows.filter((other) => other.askedAt === row.askedAt);
  const place = { n: set.indexOf(row) + 1, of: set.length, title: version.title };
  const order = shownOrder(row.id, question);
  if (!answered)
    return { state: 'item', id: row.id, ...place, question: viewQuestion(question, order) };
  const page = version.pages.find(({ id }) => id === question.page);
  const explained = viewAnswered(question, row.pick ?? [], order);
  return {
    state: 'explained',
    ...place,
    answered: explained,
    sources: referencesIn(version, explained),
    lookAgain: page ? { to: `/learn/${version.slug}/${page.id}`, title: page.title } : null,
    last: now.open.length === 0,
  };
}

/** The next day on which anything comes back, as far as the calendar knows. */
function nextRecall(
  attune: Pick<Attune, 'db' | 'now'>,
  whose: Whose,
  { completed, rows }: RecallNow,
): { on: string; guessed: boolean } | null {
  const calendar = calendarFor(attune.db, whose);
  const now = attune.now().getTime();
  const days = completed.flatMap(({ completedOn, schoolDays }) => {
    const weeks = moments.find((moment) => schoolDays < moment * week);
    const day = weeks === undefined ? null : schoolDayAfter(calendar, completedOn, weeks * week);
    return day ?? [];
  });
  const room = roomFrom(now, rows);
  const waiting = planRecall(
    now,
    completed,
    rows.map((row) => ({ ...row, askedAt: 0 })),
  );
  if (room !== null && waiting.length > 0) days.push({ on: londonDate(room), guessed: false });
  return days.sort((a, b) => a.on.localeCompare(b.on))[0] ?? null;
}
