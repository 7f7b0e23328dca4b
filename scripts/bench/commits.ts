import path from 'node:path';
import Database from 'better-sqlite3';

/** The floor of a durable answer: rows a second that SQLite commits one by one with synchronous=FULL, on this disk. */
export function commitsPerSecond(dir: string, seconds = 2): number {
  const db = new Database(path.join(dir, 'floor.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table if not exists floor (id integer primary key, words text)');
  const insert = db.prepare('insert into floor (words) values (?)');
  const until = performance.now() + seconds * 1000;
  let rows = 0;
  while (performance.now() < until) {
    insert.run('an answer');
    rows += 1;
  }
  db.close();
  return rows / seconds;
}
