import { fillPlaceholders } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '~db/client.server';
import type { LineFilter } from '../line-filter.server';
import { inTurnStaff, linesOfOne, staffInTurn } from '../rows.server';
import { iterate } from './snapshot.server';

interface Asked {
  school: string;
  size: number;
  filter: LineFilter;
}

/** A person with their lines: what a column holds, by its name. What is theirs stands on each line as well. */
export interface InTurn {
  staff: Record<keyof typeof inTurnStaff, unknown>;
  lines: Record<string, unknown>[];
}

/**
 * The lines of `linesAsAt` in the same order, with these columns of each, a person at a time: sorted by one query, the
 * first would come only when the last is known, and all of them would be held until then. A person without lines is left out.
 */
export function* linesInTurn(
  db: Db,
  columns: Record<string, SQLiteColumn>,
  asked: Asked,
): Generator<InTurn> {
  const { sql, params } = linesOfOne(db, columns, asked).toSQL();
  const ofOne = db.$client.prepare<unknown[], unknown[]>(sql).raw();
  const staffKeys = Object.keys(inTurnStaff);
  const keys = [...staffKeys, ...Object.keys(columns)];
  const decoders = Object.values(columns);
  const staff = staffInTurn(db, asked.school, asked.size, asked.filter);
  for (const values of iterate(db, staff, inTurnStaff)) {
    const person = named(staffKeys, values) as InTurn['staff'];
    const found = ofOne.all(...fillPlaceholders(params, { person: person.personId }));
    if (found.length === 0) continue;
    const lines = found.map((raw) => named(keys, [...values, ...decoded(decoders, raw)]));
    yield { staff: person, lines };
  }
}

function decoded(columns: readonly SQLiteColumn[], raw: readonly unknown[]): unknown[] {
  return columns.map((column, i) => (raw[i] === null ? null : column.mapFromDriverValue(raw[i])));
}

function named(keys: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const of: Record<string, unknown> = {};
  for (const [i, key] of keys.entries()) of[key] = values[i];
  return of;
}
