import { and, desc, eq, lte, sql } from 'drizzle-orm';
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

/**
 * The hash of the newest correction of a version, which has the same number, among those that somebody started before
 * anyone started `later`; its own when there is none. One query.
 */
export function newestCorrection(
  db: Db,
  { slug, version, contentHash }: Pick<Module, 'slug' | 'version' | 'contentHash'>,
  later: Pick<Module, 'contentHash'>,
): string {
  const laterBegan = sql`coalesce((select archived_at from archived_version where content_hash = ${later.contentHash}), 9e15)`;
  const row = db
    .select({ contentHash: archivedVersion.contentHash })
    .from(archivedVersion)
    .where(
      and(
        eq(archivedVersion.module, slug),
        eq(archivedVersion.version, version),
        lte(archivedVersion.archivedAt, laterBegan),
      ),
    )
    .orderBy(desc(archivedVersion.archivedAt))
    .get();
  return row?.contentHash ?? contentHash;
}
