import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { hashCode, makeCode } from '~/people/code.server';
import { addDays, londonDate, startOfLondonDay } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { person, quizCode } from '~db/schema';
import { LearningError } from '../errors';
import { quizOf } from '../parts';

export const mostCodes = 100;
/** A code on paper lies about: it is good for a week unless somebody says otherwise, and for four at most. */
export const usualDays = 7;
export const mostDays = 28;

export interface MadeCode {
  personId: string;
  name: string;
  /** Shown once; only its hash is kept. */
  code: string;
}

const refused = (field: string, words: string) =>
  new LearningError('pick something', 400, words, field);

/**
 * Makes a code for each of these, good to the end of a day; unused older ones of theirs for the same module end.
 *
 * @param lastDay civil date, the last on which it can be used
 * @returns by name, with the codes, which are shown once
 * @throws LearningError 'not there' for somebody who is not on the staff list, or no such quiz; 'pick something'
 */
export function createQuizCodes(
  attune: Pick<Attune, 'db' | 'now' | 'course'>,
  actor: Actor,
  input: { module: string; personIds: readonly string[]; lastDay: string },
): MadeCode[] {
  const ids = [...new Set(input.personIds)];
  if (ids.length === 0) throw refused('people', 'Tick at least one person.');
  if (ids.length > mostCodes) {
    throw refused('people', `Tick at most ${mostCodes} people at a time.`);
  }
  const now = attune.now();
  const today = londonDate(now);
  if (input.lastDay < today || input.lastDay > addDays(today, mostDays)) {
    throw refused('lastDay', `Choose a day from today to ${mostDays} days from now.`);
  }
  const module = attune.course.module(input.module);
  if (!module || !quizOf(module)) {
    throw new LearningError('not there', 404, 'There is no module with a quiz of this name.');
  }
  const at = now.getTime();
  return inTransaction(attune.db, (tx) => {
    const people = tx
      .select({ id: person.id, name: person.name, leaveDate: person.leaveDate })
      .from(person)
      .where(and(eq(person.schoolId, actor.schoolId), inArray(person.id, ids)))
      .orderBy(asc(person.name), asc(person.id))
      .all();
    if (people.length < ids.length) {
      throw new LearningError('not there', 404, 'Somebody you ticked is not on your staff list.');
    }
    const gone = people.find(({ leaveDate }) => leaveDate !== null && leaveDate < today);
    if (gone) throw refused('people', `${gone.name} has left, so a code would lead nowhere.`);
    tx.update(quizCode)
      .set({ withdrawnAt: at })
      .where(
        and(
          inArray(quizCode.personId, ids),
          eq(quizCode.module, module.slug),
          isNull(quizCode.usedAt),
          isNull(quizCode.withdrawnAt),
        ),
      )
      .run();
    return people.map(({ id: personId, name }) => {
      const code = makeCode();
      tx.insert(quizCode)
        .values({
          ...{ id: uuid({ msecs: at }), codeHash: hashCode(code), schoolId: actor.schoolId },
          ...{ personId, module: module.slug, createdBy: actor.personId, createdAt: at },
          expiresAt: startOfLondonDay(addDays(input.lastDay, 1)),
        })
        .run();
      return { personId, name, code };
    });
  });
}

export type CodeState = 'open' | 'used' | 'withdrawn' | 'ended';

export interface QuizCode {
  id: string;
  personId: string;
  name: string;
  /** Civil dates: when it was made, and the last day on which it can be used. */
  madeOn: string;
  until: string;
  usedOn: string | null;
  state: CodeState;
}

/** The codes made for one module's quiz at a school, the newest first. One query. */
export function quizCodesOf(db: Db, schoolId: string, module: string, now: Date): QuizCode[] {
  return db
    .select({ code: quizCode, name: person.name })
    .from(quizCode)
    .innerJoin(person, eq(person.id, quizCode.personId))
    .where(and(eq(quizCode.schoolId, schoolId), eq(quizCode.module, module)))
    .orderBy(asc(person.name), asc(quizCode.createdAt))
    .all()
    .map(({ code, name }) => ({
      ...{ id: code.id, personId: code.personId, name },
      madeOn: londonDate(code.createdAt),
      until: londonDate(code.expiresAt - 1),
      usedOn: code.usedAt === null ? null : londonDate(code.usedAt),
      state: stateOf(code, now.getTime()),
    }));
}

function stateOf(code: typeof quizCode.$inferSelect, now: number): CodeState {
  if (code.usedAt !== null) return 'used';
  if (code.withdrawnAt !== null) return 'withdrawn';
  return code.expiresAt <= now ? 'ended' : 'open';
}

/** A code on a slip that went astray opens nothing any more. One that was used stays as it is. */
export function withdrawQuizCode(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  id: string,
): void {
  const { changes } = db
    .update(quizCode)
    .set({ withdrawnAt: now().getTime() })
    .where(
      and(
        eq(quizCode.id, id),
        eq(quizCode.schoolId, actor.schoolId),
        isNull(quizCode.usedAt),
        isNull(quizCode.withdrawnAt),
        gt(quizCode.expiresAt, now().getTime()),
      ),
    )
    .run();
  if (changes === 0) {
    throw new LearningError(
      'not there',
      404,
      'There is no such code that could still be used: somebody may have used it a moment ago.',
    );
  }
}
