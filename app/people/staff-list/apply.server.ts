import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { type ImportDeed, staffImport } from '~db/schema';
import type { Actor } from '../actor';
import { PeopleError } from '../errors';
import { planImport, readOpenImport } from './imports.server';
import { changed, type Details, effectOf, type Kind, type Line, type Plan } from './lines';
import { asJson, prepareDeed } from './statements.server';
import { writeLines } from './write-line.server';

/** Stands for all that a plan does, so that a button can say which plan was looked at. */
export const markOf = (plan: Plan): string =>
  createHash('sha256').update(effectOf(plan)).digest('base64url');

const deeds: Partial<Record<Kind, ImportDeed>> = {
  add: 'added',
  change: 'changed',
  back: 'back',
  leave: 'left',
};

/**
 * Brings the list in, inside the caller's transaction: the plan as it was looked at, or none. Returns what was written.
 * @param mark of the plan that was shown.
 * @throws PeopleError `list-changed` when the staff list has changed since and the plan with it; `import-closed` the
 *   second time; `not-here`.
 */
export function confirmImport(tx: Tx, now: Date, actor: Actor, id: string, mark: string): Line[] {
  const plan = planImport(tx, readOpenImport(tx, actor.schoolId, id), now);
  if (markOf(plan) !== mark) {
    throw new PeopleError(
      'list-changed',
      'The staff list has changed since you looked, so nothing was done. Look again at what will happen now.',
      '',
      409,
    );
  }
  const did = prepareDeed(tx, id);
  const written = writeLines(tx, now, actor, plan.lines);
  for (const [line, personId] of written) {
    const deed = deeds[line.kind];
    if (!deed) throw new Error(`Row ${line.n} was written and is of kind ${line.kind}`);
    did.run({ personId, deed, ...differences(line) });
  }
  const counts: Record<string, number> = {};
  for (const { kind } of plan.lines) counts[kind] = (counts[kind] ?? 0) + 1;
  tx.update(staffImport)
    .set({ state: 'done', list: null, answers: null, counts, doneAt: now.getTime() })
    .where(eq(staffImport.id, id))
    .run();
  return [...written.keys()];
}

/** Of someone who was there before, what changed and nothing else. */
function differences({ before, after }: Line) {
  if (!before || !after) return { before: null, after: null };
  const keys = changed(before, after);
  const only = (from: Details) => asJson(Object.fromEntries(keys.map((key) => [key, from[key]])));
  return { before: only(before), after: only(after) };
}
