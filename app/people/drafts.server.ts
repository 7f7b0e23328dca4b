import { and, eq } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { draft } from '~db/schema';

/** What the drafts of a form need of the house. */
type Store = Pick<Attune, 'db' | 'keyring' | 'now'>;

export interface Draft {
  /** Field name → what was typed, exactly. */
  fields: Record<string, string>;
  /** UTC milliseconds. */
  savedAt: number;
}

const context = (personId: string, key: string) => `draft:${personId}:${key}`;

/** Keeps what is being typed, on the server only and encrypted. `key` is `<path>#<form id>`; the newest one stays. */
export function saveDraft(
  { db, keyring, now }: Store,
  personId: string,
  key: string,
  fields: Record<string, string>,
): { savedAt: number } {
  const savedAt = now().getTime();
  const sealed = keyring.encrypt(JSON.stringify(fields), context(personId, key));
  db.insert(draft)
    .values({ personId, key, fields: sealed, savedAt })
    .onConflictDoUpdate({ target: [draft.personId, draft.key], set: { fields: sealed, savedAt } })
    .run();
  return { savedAt };
}

export function readDraft({ db, keyring }: Store, personId: string, key: string): Draft | null {
  const row = db
    .select()
    .from(draft)
    .where(and(eq(draft.personId, personId), eq(draft.key, key)))
    .get();
  if (!row) return null;
  try {
    const fields = JSON.parse(keyring.decrypt(row.fields, context(personId, key)));
    return { fields, savedAt: row.savedAt };
  } catch {
    // After a restore without the keys a draft cannot be opened; the page it belongs to still must.
    return null;
  }
}

export function clearDraft({ db }: Pick<Attune, 'db'>, personId: string, key: string): void {
  db.delete(draft)
    .where(and(eq(draft.personId, personId), eq(draft.key, key)))
    .run();
}
