import { primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { count, instant, json, words } from '../columns';

/** Every version that someone has started, reported or signed, and what corrected it, whole, as segments. `content` is a `Module` (app/course/module.ts). */
export const archivedVersion = sqliteTable(
  'archived_version',
  {
    contentHash: words('content_hash').notNull(),
    module: words('module').notNull(),
    version: count('version').notNull(),
    title: words('title').notNull(),
    content: json<unknown>('content').notNull(),
    archivedAt: instant('archived_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contentHash] })],
);
