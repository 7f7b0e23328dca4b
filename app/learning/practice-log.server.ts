import { and, desc, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { PracticeLists } from '~/course/practices';
import type { Actor } from '~/people/actor';
import { practiceLog } from '~db/schema';
import type { Whose } from './enrolments.server';
import { pickSomething } from './errors';

export const noteContext = (personId: string) => `practice note:${personId}`;

/** A minute's note as it is picked; `barrier` and `note` may be empty. */
export interface NewPractice {
  /** A fresh uuid, made with the form: sent twice, a note is kept once. */
  id: string;
  practice: string;
  setting: string;
  went: string;
  barrier: string;
  next: string;
  note: string;
}

const asked = {
  practice: ['practices', 'Choose what you tried.'],
  setting: ['settings', 'Choose where it was.'],
  went: ['went', 'Choose how it went.'],
  next: ['next', 'Choose what you will do next.'],
  barrier: ['barriers', 'Choose from the list, or leave it.'],
} as const satisfies Record<string, readonly [keyof PracticeLists, string]>;

/** What is still to pick, by field. */
export function lackingInPractice(
  lists: PracticeLists,
  input: NewPractice,
): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const field of ['practice', 'setting', 'went', 'barrier', 'next'] as const) {
    const [list, words] = asked[field];
    const known = lists[list].some(({ id }) => id === input[field]);
    if (!known && !(field === 'barrier' && input.barrier === '')) errors[field] = [words];
  }
  return errors;
}

/**
 * Keeps one note. The picks are ids of the lists; what is typed is encrypted, and only ever opened for its writer.
 * @throws LearningError 'pick something'
 */
export function logPractice(
  attune: Attune,
  actor: Actor,
  lists: PracticeLists,
  { note, barrier, ...picked }: NewPractice,
): void {
  const [lacking] = Object.values(lackingInPractice(lists, { ...picked, barrier, note }));
  if (lacking?.[0]) throw pickSomething(lacking[0]);
  const now = attune.now().getTime();
  const { schoolId, personId } = actor;
  attune.db
    .insert(practiceLog)
    .values({
      schoolId,
      personId,
      ...picked,
      barrier: barrier || null,
      note: note.trim() === '' ? null : attune.keyring.encrypt(note, noteContext(personId)),
      at: now,
    })
    .onConflictDoNothing()
    .run();
}

/** One's own note, gone for good. */
export function deletePractice(attune: Attune, actor: Actor, input: { id: string }): void {
  attune.db
    .delete(practiceLog)
    .where(
      and(
        eq(practiceLog.id, input.id),
        eq(practiceLog.schoolId, actor.schoolId),
        eq(practiceLog.personId, actor.personId),
      ),
    )
    .run();
}

export interface Logged {
  id: string;
  /** UTC milliseconds. */
  at: number;
  practice: string;
  setting: string;
  went: string;
  barrier: string | null;
  next: string;
  /** Empty when there is none. */
  note: string;
}

/** One person's notes, newest first, in the words of the lists; an id that is on none stands as it is. One query. */
export function practicesOf(
  { db, keyring }: Pick<Attune, 'db' | 'keyring'>,
  { schoolId, personId }: Whose,
  lists: PracticeLists | null,
): Logged[] {
  const titleIn = (list: keyof PracticeLists, id: string) =>
    lists?.[list].find((entry) => entry.id === id)?.title ?? id;
  return db
    .select()
    .from(practiceLog)
    .where(and(eq(practiceLog.schoolId, schoolId), eq(practiceLog.personId, personId)))
    .orderBy(desc(practiceLog.at), desc(practiceLog.id))
    .all()
    .map(({ id, at, practice, setting, went, barrier, next, note }) => ({
      id,
      at,
      practice: titleIn('practices', practice),
      setting: titleIn('settings', setting),
      went: titleIn('went', went),
      barrier: barrier === null ? null : titleIn('barriers', barrier),
      next: titleIn('next', next),
      note: note === null ? '' : keyring.decrypt(note, noteContext(personId)),
    }));
}
