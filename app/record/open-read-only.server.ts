import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Db } from '~db/client.server';
import * as schema from '~db/schema/index';

/** The database at `file`, for reading; temporary tables may be made, and nothing else written. */
export function openReadOnly(file: string): Db {
  const client = new Database(file, { readonly: true, fileMustExist: true });
  return drizzle(client, { schema });
}
