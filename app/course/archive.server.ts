import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { type Db, inTransaction, type Tx } from '~db/client.server';
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

/**
 * Keeps a version that corrects one which somebody started: it has the same number and another hash. A refresher must
 * know it, even when nobody started it before a newer version came.
 */
export function archiveCorrections(db: Db, served: readonly Module[], now: Date): void {
  const kept = db
    .select({
      contentHash: archivedVersion.contentHash,
      module: archivedVersion.module,
      version: archivedVersion.version,
    })
    .from(archivedVersion)
    .all();
  const corrections = served.filter(
    ({ slug, version, contentHash }) =>
      kept.some((one) => one.module === slug && one.version === version) &&
      !kept.some((one) => one.contentHash === contentHash),
  );
  if (corrections.length === 0) return;
  inTransaction(db, (tx) => {
    for (const module of corrections) archive(tx, module, now);
  });
}

/** A version that was archived, as it was; null when it was not. */
export function readArchived(db: Db, contentHash: string): Module | null {
  const row = db
    .select({ content: archivedVersion.content })
    .from(archivedVersion)
    .where(eq(archivedVersion.contentHash, contentHash))
    .get();
  return row ? sinceWritten(row.content as Module) : null;
}

/**
 * The hash of the newest correction of a version, which has the same number, among those that were archived before
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
