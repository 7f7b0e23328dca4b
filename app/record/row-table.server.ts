import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** `main` is the database itself, `temp` the tables in which a rebuild is made. */
export type Place = 'main' | 'temp';

/** Prepared statements over one projection table; rows go in and come out as drizzle's types say. */
export function rowTable<T extends SQLiteTable>(
  client: Database.Database,
  place: Place,
  table: T,
  key: keyof T['$inferSelect'] & string,
) {
  type Row = T['$inferSelect'];
  const columns = Object.entries(getTableColumns(table));
  const name = `"${place}"."${getTableName(table)}"`;
  const keyColumn = columns.find(([property]) => property === key)?.[1].name;
  const list = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const insert = client.prepare(`insert into ${name} (${list}) values (${marks})`);
  const close = client.prepare(
    `update ${name} set to_seq = ? where school = ? and "${keyColumn}" = ? and to_seq is null`,
  );
  const decode = (raw: unknown[]): Row =>
    Object.fromEntries(
      columns.map(([property, column], i) => [
        property,
        raw[i] === null ? null : column.mapFromDriverValue(raw[i]),
      ]),
    ) as Row;
  return {
    /** Opens a version, and closes the one that was open under `closes`, and under `ends`. */
    open(row: Row & { school: string; fromSeq: number }, closes: string, ends?: string): void {
      close.run(row.fromSeq, row.school, closes);
      if (ends !== undefined) close.run(row.fromSeq, row.school, ends);
      const values = row as Record<string, unknown>;
      insert.run(
        columns.map(([property, column]) => {
          const value = values[property];
          return value === null || value === undefined ? null : column.mapToDriverValue(value);
        }),
      );
    },
    /** Rows that meet `where`, as they were stored. */
    query(where: string) {
      const statement = client
        .prepare<unknown[], unknown[]>(`select ${list} from ${name} where ${where}`)
        .raw();
      return {
        all: (...values: unknown[]) => statement.all(...values).map(decode),
        get(...values: unknown[]): Row | null {
          const raw = statement.get(...values);
          return raw ? decode(raw) : null;
        },
      };
    },
    name,
  };
}
