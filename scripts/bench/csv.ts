import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';

/** Seconds to receive the whole file, and its size. */
export async function download(
  url: string,
  cookie: string,
): Promise<{ seconds: number; bytes: number }> {
  const began = performance.now();
  const response = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' } });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
  let bytes = 0;
  const body = response.body.getReader();
  for (let read = await body.read(); !read.done; read = await body.read())
    bytes += read.value.length;
  return { seconds: (performance.now() - began) / 1000, bytes };
}

/** The floor: the same rows, read by SQLite alone and written to a file as they come. Seconds. */
export async function dump(dataDir: string): Promise<number> {
  const db = new Database(path.join(dataDir, 'attune.db'), { readonly: true });
  const rows = db
    .prepare(
      `select t.*, s.* from training_row t
       join staff_row s on s.school = t.school and s.person_id = t.person_id and s.to_seq is null
       where t.to_seq is null order by s.name, t.module_title`,
    )
    .raw();
  const began = performance.now();
  const lines = function* () {
    for (const row of rows.iterate() as IterableIterator<unknown[]>) yield `${row.join(',')}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(path.join(dataDir, 'dump.csv')));
  const seconds = (performance.now() - began) / 1000;
  db.close();
  return seconds;
}
