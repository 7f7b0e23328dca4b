import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { inTransaction } from '~db/client.server';
import { enrolment, paperQuiz } from '~db/schema';
import { answersOf, attemptsOf } from '../attempts.server';
import { shownOrder } from '../draw.server';
import { versionOf, type Whose } from '../enrolments.server';
import { quizOf } from '../parts';
import { type AnsweredView, viewAnswered } from '../views/question.server';
import { enteredFor } from './sheet-rows.server';

/** That somebody typed in one's quiz: said until one puts it away. */
export interface EnteredForMe {
  enrolmentId: string;
  module: string;
  moduleTitle: string;
  /** The page of the quiz. */
  page: string;
  /** Civil date. */
  enteredOn: string;
  by: string | null;
}

type House = Pick<Attune, 'db' | 'course'>;

/** What was typed in for this person and not put away by them yet. */
export function enteredForMe(attune: House, whose: Whose): EnteredForMe[] {
  return enteredFor(attune.db, whose).flatMap((row) => {
    const version = versionOf(attune, row);
    const quiz = quizOf(version);
    if (!quiz || row.enteredAt === null) return [];
    const { enrolmentId, module, by } = row;
    const enteredOn = londonDate(row.enteredAt);
    return [{ enrolmentId, module, moduleTitle: version.title, page: quiz.page.id, enteredOn, by }];
  });
}

/** What was typed in from paper in one enrolment, with what each answer means. For its own person alone. */
export interface OwnPaper {
  enteredOn: string;
  by: string | null;
  /** They have put the notice away. */
  seen: boolean;
  /** Questions of the sheet that are still to be answered. */
  blank: number;
  /** `n`: the question's number on the sheet. */
  answered: { n: number; view: AnsweredView }[];
}

/** Null when nothing was typed in, or a newer go has been begun. */
export function ownPaperOn(attune: House, whose: Whose, enrolmentId: string): OwnPaper | null {
  const row = enteredFor(attune.db, whose, true).find((one) => one.enrolmentId === enrolmentId);
  if (!row || row.enteredAt === null) return null;
  const [go] = attemptsOf(attune.db, enrolmentId);
  if (!go || row.attemptId !== go.id) return null;
  const bank = quizOf(versionOf(attune, row))?.bank ?? [];
  const answers = answersOf(attune.db, go.id);
  const answered = go.items.flatMap((item, index) => {
    const given = answers.find((one) => one.item === item);
    const question = bank.find((one) => one.id === item);
    if (!given || !question || !row.entered?.includes(item)) return [];
    const view = viewAnswered(question, given.pick, shownOrder(go.seed, question));
    return [{ n: index + 1, view }];
  });
  return {
    ...{ enteredOn: londonDate(row.enteredAt), by: row.by, seen: row.seenAt !== null, answered },
    blank: go.items.length - answers.length,
  };
}

/** The person has read that their quiz was typed in. Doing it again changes nothing. */
export function putNoticeAway(
  attune: Attune,
  actor: Actor,
  { enrolmentId }: { enrolmentId: string },
): void {
  inTransaction(attune.db, (tx) => {
    const mine = tx
      .select({ id: enrolment.id })
      .from(enrolment)
      .where(
        and(
          eq(enrolment.id, enrolmentId),
          eq(enrolment.schoolId, actor.schoolId),
          eq(enrolment.personId, actor.personId),
        ),
      );
    tx.update(paperQuiz)
      .set({ seenAt: attune.now().getTime() })
      .where(
        and(
          inArray(paperQuiz.enrolmentId, mine),
          isNotNull(paperQuiz.enteredAt),
          isNull(paperQuiz.seenAt),
        ),
      )
      .run();
  });
}
