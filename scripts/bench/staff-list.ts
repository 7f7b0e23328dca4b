import path from 'node:path';
import Database from 'better-sqlite3';
import { formTagOf } from '~/people/form-tag.server';

const columns = 'Forename,Surname,E-mail,Staff number,Job title,Team,Start date,Working days';

/** A list of this many people, as a trust might have it. */
function listOf(people: number): string {
  const rows = Array.from({ length: people }, (_, n) => {
    const days = n % 4 === 0 ? 'Mon-Wed' : '';
    const job = n % 3 === 0 ? 'Class teacher' : 'TA';
    return `Ann${n},O’Person ${n % 700},p${n}@list.example,N${n},${job},Team ${n % 60},01/09/2024,${days}`;
  });
  return [columns, ...rows].join('\r\n');
}

export interface ListTimes {
  /** Seconds from sending the file to seeing what it will do. */
  look: number;
  /** Seconds from pressing the button to seeing what was done. */
  bringIn: number;
  /** The same for undoing it. */
  undo: number;
  /** Seconds that SQLite alone takes for the rows that bringing it in wrote. */
  floor: number;
}

/** Brings a list of new people in and undoes it again, as a lead does in a browser without JavaScript. */
export async function staffList(
  origin: string,
  dataDir: string,
  lead: { personId: string; cookie: string },
  people: number,
): Promise<ListTimes> {
  const formTag = formTagOf(lead.personId);
  const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const began = performance.now();
    const made = await work();
    return [made, (performance.now() - began) / 1000];
  };
  const page = async (url: string, body?: FormData | URLSearchParams) => {
    const headers = { cookie: lead.cookie };
    const init = body ? { method: 'POST', body, headers } : { headers };
    const answer = await fetch(new URL(url, origin), { ...init, redirect: 'manual' });
    const text = await answer.text();
    if (answer.status >= 400) throw new Error(`${url} answered ${answer.status}: ${text}`);
    return { text, to: answer.headers.get('location') ?? '' };
  };
  const post = async (url: string, fields: Record<string, string>) => {
    const { to } = await page(url, new URLSearchParams({ formTag, ...fields }));
    await page(to);
  };

  const sent = new FormData();
  sent.set('formTag', formTag);
  sent.set('text', '');
  sent.set('firstDay', '2026-09-07');
  sent.set('file', new File([listOf(people)], 'list.csv', { type: 'text/csv' }));
  const [{ url, mark }, look] = await timed(async () => {
    const { to } = await page('/lead/staff-list', sent);
    const [, shown = ''] = /name="mark" value="([^"]+)"/.exec((await page(to)).text) ?? [];
    return { url: to, mark: shown };
  });
  const rowsWritten = rowsFromNow(dataDir);
  const [, bringIn] = await timed(() => post(url, { formId: 'confirm', mark }));
  const rows = rowsWritten();
  const [, undo] = await timed(() => post(`${url}/undo`, {}));
  return { look, bringIn, undo, floor: writeAlone(dataDir, rows) };
}

const tables = ['person', 'person_role', 'event', 'event_detail', 'staff_row', 'staff_import_row'];

interface Rows {
  table: string;
  /** What makes the table and its indexes. */
  sql: string[];
  rows: unknown[][];
}

/** Returns what reads the rows written from now on. */
function rowsFromNow(dataDir: string): () => Rows[] {
  const reading = <T>(work: (db: Database.Database) => T): T => {
    const db = new Database(path.join(dataDir, 'attune.db'), { readonly: true });
    const read = work(db);
    db.close();
    return read;
  };
  const last = reading((db) =>
    tables.map((table) => db.prepare(`select coalesce(max(rowid), 0) from ${table}`).pluck().get()),
  );
  return () =>
    reading((db) =>
      tables.map((table, n) => ({
        table,
        sql: db
          .prepare<[string], string>(
            `select sql from sqlite_master where tbl_name = ? and sql is not null and type in ('table', 'index')
             order by type desc`,
          )
          .pluck()
          .all(table) as string[],
        rows: db
          .prepare(`select * from ${table} where rowid > ?`)
          .raw()
          .all(last[n]) as unknown[][],
      })),
    );
}

/** Seconds that SQLite takes to write rows into an empty database, in one transaction. */
function writeAlone(dataDir: string, tables: Rows[]): number {
  const db = new Database(path.join(dataDir, 'floor.db'));
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = full');
  db.pragma('foreign_keys = off');
  for (const { sql } of tables) for (const one of sql) db.exec(one);
  const began = performance.now();
  db.transaction(() => {
    for (const { table, rows } of tables) {
      const marks = Array.from(rows[0] ?? [], () => '?').join(', ');
      const insert = db.prepare(`insert into ${table} values (${marks})`);
      for (const row of rows) insert.run(...row);
    }
  })();
  const seconds = (performance.now() - began) / 1000;
  db.close();
  return seconds;
}
