import path from 'node:path';
import Database from 'better-sqlite3';

/** The floor of the lead's overview: the rows that it rests on, read by SQLite alone and made into JSON. Seconds. */
export function readAlone(dataDir: string): number {
  const db = new Database(path.join(dataDir, 'attune.db'), { readonly: true });
  const tables = ['staff_row', 'training_row'].map((table) =>
    db.prepare(`select * from ${table} where to_seq is null`).raw(),
  );
  const began = performance.now();
  for (const rows of tables) JSON.stringify(rows.all());
  const seconds = (performance.now() - began) / 1000;
  db.close();
  return seconds;
}
