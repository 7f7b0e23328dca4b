import path from 'node:path';
import Database from 'better-sqlite3';
import type { Served } from './process';

/** One format at one size of school. */
export interface ExportTimes {
  people: number;
  file: string;
  seconds: number;
  firstByte: number;
  megabytes: number;
  /** How much the server grew while it streamed, at the most, in megabytes. */
  grew: number;
}

const files = [
  'training-record.csv',
  'training-record.zip',
  'training-record.xlsx',
  'summary.pdf',
  'everything.zip',
];

/** Each download at the size that the school has now, one after another. */
export async function exportTimes(
  server: Pick<Served, 'url' | 'memory'>,
  cookie: string,
  people: number,
): Promise<ExportTimes[]> {
  const times: ExportTimes[] = [];
  for (const file of files) {
    const before = server.memory();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, server.memory());
    }, 20);
    const taken = await take(`${server.url}/evidence/${file}`, cookie);
    clearInterval(watch);
    times.push({ people, file, ...taken, grew: peak - before });
  }
  return times;
}

async function take(url: string, cookie: string) {
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  const response = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' } });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
  const body = response.body.getReader();
  let [bytes, firstByte] = [0, 0];
  for (let read = await body.read(); !read.done; read = await body.read()) {
    if (bytes === 0) firstByte = since();
    bytes += read.value.length;
  }
  return { seconds: since(), firstByte, megabytes: bytes / 1_000_000 };
}

/**
 * Copies everybody who has learnt something, with their events and rows, until there are so many of them: in SQL, because to
 * append as much takes minutes. What comes of it is as large as the real thing, and no check of it would fit.
 * @returns how many there are then
 */
export function multiply(dataDir: string, school: string, to: number): number {
  const db = new Database(path.join(dataDir, 'attune.db'));
  db.pragma('synchronous = off');
  db.pragma('foreign_keys = off');
  const learners = `select person_id from training_row where school = '${school}' and person_id not like '%~%'`;
  const people = db
    .prepare(`select count(distinct person_id) from (${learners})`)
    .pluck()
    .get() as number;
  const size = db
    .prepare('select max(seq) + 1 from event where school = ?')
    .pluck()
    .get(school) as number;
  db.exec(`create temp table learner as select distinct person_id as id from (${learners})`);
  db.exec(
    `create temp table told as select e.id from event e join event_detail d on d.event_id = e.id and d.name = 'person'
     where e.school = '${school}' and json_extract(d.value, '$') in (select id from learner)`,
  );
  const there = db
    .prepare('select count(distinct person_id) from training_row where school = ?')
    .pluck()
    .get(school) as number;
  const copies = Math.max(0, Math.ceil((to - there) / people));
  db.transaction(() => {
    for (let n = 1; n <= copies; n += 1) copy(db, `~${size}-${n}`, n * size);
    db.prepare('update tree_edge set size = (select max(seq) + 1 from event where school = ?)').run(
      school,
    );
  })();
  db.close();
  return there + people * copies;
}

const ids: Record<string, readonly string[]> = {
  staff_row: ['person_id', 'record_id'],
  training_row: ['person_id', 'record_id', 'row_id', 'completion_id'],
  certificate_row: ['person_id', 'completion_id', 'code'],
  event: ['id', 'object'],
  event_detail: ['event_id', 'digest'],
};

function copy(db: Database.Database, tag: string, offset: number): void {
  for (const [table, own] of Object.entries(ids)) {
    const columns = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => {
      if (own.includes(name)) return `${name} || '${tag}'`;
      if (name === 'seq' || name === 'from_seq' || name === 'to_seq') return `${name} + ${offset}`;
      if (name === 'rests_on')
        return `(select json_group_array(value || '${tag}') from json_each(rests_on))`;
      if (name === 'value' && table === 'event_detail')
        return `case name when 'person' then json_quote(json_extract(value, '$') || '${tag}') else value end`;
      return name;
    });
    const which = {
      event: 'id in (select id from told)',
      event_detail: 'event_id in (select id from told)',
    }[table];
    db.exec(
      `insert into ${table} select ${columns.join(', ')} from ${table}
       where ${which ?? 'person_id in (select id from learner)'}`,
    );
  }
}
