import { eq } from 'drizzle-orm';
import type { Db, Tx } from '~db/client.server';
import { archivedVersion } from '~db/schema';
import type { Module } from './module';
import { sinceWritten } from './stored';

/** Keeps a version whole, once; learning calls it in the transaction in which someone starts. */
export function archive(tx: Tx, module: Module, now: Date): void {
  tx.insert(archivedVersion)
    .values({
      contentHash: module.contentHash,
      module: module.slug,
      version: module.version,
      title: module.title,
      content: module,
      archivedAt: now.getTime(),
    })
    .onConflictDoNothing()
    .run();
}

/** A version that someone started, as it was; null when nobody did. */
export function readArchived(db: Db, contentHash: string): Module | null {
  const row = db
    .select({ content: archivedVersion.content })
    .from(archivedVersion)
    .where(eq(archivedVersion.contentHash, contentHash))
    .get();
  return row ? sinceWritten(row.content as Module) : null;
}
