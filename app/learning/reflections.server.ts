import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { reflection } from '~db/schema';
import { requireEnrolment } from './enrolments.server';
import { notThere, writeSomething } from './errors';
import { promptOf } from './parts';

export const reflectionContext = (personId: string) => `reflection:${personId}`;

/**
 * Keeps what someone writes for themselves under a prompt; a later text replaces the earlier one.
 * @throws LearningError 'write something' when it is empty
 */
export function saveReflection(
  attune: Attune,
  actor: Actor,
  input: { enrolmentId: string; prompt: string; text: string },
): void {
  if (input.text.trim() === '')
    throw writeSomething('Write something first, or go on without: it is up to you.');
  const { enrolled, version } = requireEnrolment(attune, actor, input.enrolmentId);
  if (promptOf(version, input.prompt) === undefined) throw notThere('question');
  const now = attune.now().getTime();
  const written = {
    contentHash: enrolled.contentHash,
    text: attune.keyring.encrypt(input.text, reflectionContext(actor.personId)),
    at: now,
  };
  attune.db
    .insert(reflection)
    .values({
      id: uuid({ msecs: now }),
      personId: actor.personId,
      module: enrolled.module,
      prompt: input.prompt,
      ...written,
    })
    .onConflictDoUpdate({
      target: [reflection.personId, reflection.module, reflection.prompt],
      set: written,
    })
    .run();
}

/** One's own reflection, gone for good. */
export function deleteReflection(attune: Attune, actor: Actor, input: { id: string }): void {
  attune.db
    .delete(reflection)
    .where(and(eq(reflection.id, input.id), eq(reflection.personId, actor.personId)))
    .run();
}

export interface WrittenReflection {
  id: string;
  text: string;
  /** UTC milliseconds. */
  at: number;
}

/** What one wrote in a module: prompt id → reflection. */
export function reflectionsIn(
  attune: Attune,
  personId: string,
  module: string,
): Map<string, WrittenReflection> {
  const rows = attune.db
    .select()
    .from(reflection)
    .where(and(eq(reflection.personId, personId), eq(reflection.module, module)))
    .all();
  return new Map(
    rows.map(({ id, prompt, text, at }) => [
      prompt,
      { id, at, text: attune.keyring.decrypt(text, reflectionContext(personId)) },
    ]),
  );
}
