import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '~db/client.server';
import { certificateRow, schoolChangeRow, staffRow, trainingRow } from '~db/schema/record';
import { openEvent } from './opened-event';
import { projections } from './projections.server';
import { reduce } from './reducer';
import { schoolsOnRecord, storedEvents } from './stored-events.server';

const tables: [table: SQLiteTable, key: string][] = [
  [staffRow, 'person_id'],
  [trainingRow, 'row_id'],
  [certificateRow, 'completion_id'],
  [schoolChangeRow, 'change_id'],
];

/**
 * Makes the projections again from events alone, and puts them in place of the tables where they differ.
 *
 * @param db a connection of its own: temporary tables hide those of the same name while this runs.
 * @returns null when table and events agreed, else the first difference in words.
 */
export function rebuild(db: Db): string | null {
  const client = db.$client;
  return client
    .transaction(() => {
      const difference = compareWithEvents(client);
      if (difference) {
        for (const [table] of tables) {
          const name = getTableName(table);
          client.exec(
            `delete from main.${name}; insert into main.${name} select * from temp.${name};`,
          );
        }
      }
      dropTemporary(client);
      return difference;
    })
    .immediate();
}

/** The first difference between the projections and what events alone would make of them; changes nothing. */
export function projectionsDiffer(db: Db): string | null {
  const difference = compareWithEvents(db.$client);
  dropTemporary(db.$client);
  return difference;
}

function compareWithEvents(client: Database.Database): string | null {
  dropTemporary(client);
  for (const [table, key] of tables) {
    const name = getTableName(table);
    const keys = name === 'training_row' ? [key, 'person_id', 'completion_id'] : [key];
    client.exec(`create temp table ${name} as select * from main.${name} where 0`);
    for (const k of keys)
      client.exec(`create index temp.again_${name}_${k} on ${name} (school, ${k})`);
  }
  const again = projections(client, 'temp');
  for (const school of schoolsOnRecord(client)) {
    const prior = again.prior(school);
    for (const { leaf, disclosures } of storedEvents(client, school)) {
      again.write(school, reduce(openEvent(leaf, disclosures), prior));
    }
  }
  for (const [table, key] of tables) {
    const difference = firstDifference(client, table, key);
    if (difference) return difference;
  }
  return null;
}

function firstDifference(
  client: Database.Database,
  table: SQLiteTable,
  key: string,
): string | null {
  const name = getTableName(table);
  const columns = Object.values(getTableColumns(table)).map((column) => `"${column.name}"`);
  const all = columns.join(', ');
  const only = (here: string, there: string) =>
    `select ${all} from ${here}.${name} except select ${all} from ${there}.${name}`;
  type Row = Record<string, unknown>;
  const first = (here: string, there: string) =>
    client.prepare<[], Row>(`${only(here, there)} order by from_seq, "${key}" limit 1`).get();
  const live = first('main', 'temp');
  const again = first('temp', 'main');
  const row = [live, again].sort(
    (a, b) => Number(a?.from_seq ?? 1e15) - Number(b?.from_seq ?? 1e15),
  )[0];
  if (!row) return null;
  const which = `${name} of ${row[key]}, from entry ${row.from_seq}`;
  const other = client
    .prepare<unknown[], Row>(
      `select * from ${row === live ? 'temp' : 'main'}.${name} where school = ? and "${key}" = ? and from_seq = ?`,
    )
    .get(row.school, row[key], row.from_seq);
  if (!other) {
    return row === live
      ? `${which}: the table has this row, and it does not follow from the events.`
      : `${which}: this row follows from the events, and the table lacks it.`;
  }
  const [inTable, byEvents] = row === live ? [row, other] : [other, row];
  const column = Object.keys(inTable).find((c) => inTable[c] !== byEvents[c]);
  return `${which}: ${column} is ${JSON.stringify(inTable[column ?? ''])} in the table, and ${JSON.stringify(byEvents[column ?? ''])} by the events.`;
}

function dropTemporary(client: Database.Database): void {
  for (const [table] of tables) client.exec(`drop table if exists temp.${getTableName(table)}`);
}
