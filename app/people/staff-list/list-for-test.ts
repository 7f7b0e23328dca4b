import fc from 'fast-check';
import type { Attune } from '~/context.server';
import { inTransaction } from '~db/client.server';
import { person } from '~db/schema';
import type { Actor } from '../actor';
import { confirmImport, markOf } from './apply.server';
import { answerImport, createImport, planImport, readOpenImport } from './imports.server';
import type { Line } from './lines';
import { undoImport } from './undo.server';

/** One row as somebody might have it in a spreadsheet. */
export interface Written {
  name: string;
  email: string;
  number: string;
  job: string;
  teams: string;
  start: string;
}

export const headings = ['Name', 'E-mail', 'Staff number', 'Job title', 'Teams', 'Start date'];
export const cellsOf = (row: Written) => [
  row.name,
  row.email,
  row.number,
  row.job,
  row.teams,
  row.start,
];

const quoted = (cell: string) =>
  /[",;\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** As a spreadsheet writes it. */
export const print = (rows: string[][], delimiter = ',', end = '\r\n') =>
  rows.map((cells) => cells.map(quoted).join(delimiter) + end).join('');

export const listOf = (rows: Written[]) => print([headings, ...rows.map(cellsOf)]);

/** Few names, addresses and numbers, so that lists are full of people who are almost each other. */
export const written: fc.Arbitrary<Written> = fc.record({
  name: fc.constantFrom(
    'Sam Lee',
    'SAM LEE',
    'Sian O’Hara',
    "Siân O'Hara",
    'Ana Lee',
    'Jo Fox',
    'Jo  Fox',
    'Li Wei',
  ),
  email: fc.constantFrom(
    '',
    'sam@x.example',
    'Sam@X.example',
    'jo@x.example',
    'jo@y.example',
    'ana@x.example',
    'li@x.example',
  ),
  number: fc.constantFrom('', '', '1', '2', '3', 'M4'),
  job: fc.constantFrom('', 'TA', 'Class teacher', 'Wizard', 'Cook'),
  teams: fc.constantFrom('', 'Year 4', 'year 4; Phonics', 'Phonics, Year 4'),
  start: fc.constantFrom('', '2026-09-01', '01/09/2024', '5 Jan 2026'),
});

/** Brings a list in as the lead does, without what cohorts make of it. */
export const confirm = ({ db, now }: Attune, lead: Actor, id: string, mark: string) =>
  inTransaction(db, (tx) => confirmImport(tx, now(), lead, id, mark));

/** Undoes it in the same way. */
export const undo = ({ db, now }: Attune, lead: Actor, id: string) =>
  inTransaction(db, (tx) => undoImport(tx, now(), lead, id));

/** Imports a text as the lead does, answering as told. Returns the import's id and what was done. */
export function bringIn(
  attune: Attune,
  lead: Actor,
  text: string,
  answer: (line: Line) => string | null = () => null,
): { id: string; lines: Line[] } {
  const id = createImport(attune, lead, { text, file: null });
  const plan = () =>
    planImport(attune.db, readOpenImport(attune.db, lead.schoolId, id), attune.now());
  const rows: Record<string, string> = {};
  for (const line of plan().lines) {
    const chosen = line.kind === 'ask' ? answer(line) : null;
    if (chosen) rows[String(line.n)] = chosen;
  }
  answerImport(attune, lead, id, { rows });
  const now = plan();
  confirm(attune, lead, id, markOf(now));
  return { id, lines: now.lines };
}

/** The staff list as it stands, without ids: all but those who were put there in error and taken off again. */
export function standing({ db }: Attune): string[] {
  return db
    .select()
    .from(person)
    .all()
    .filter(({ leaveDate, startDate }) => leaveDate === null || leaveDate >= startDate)
    .map(
      ({
        name,
        email,
        staffNumber,
        roleGroup,
        contract,
        teams,
        startDate,
        leaveDate,
        workingDays,
      }) =>
        JSON.stringify([
          name,
          email,
          staffNumber,
          roleGroup,
          contract,
          [...teams].sort(),
          startDate,
          leaveDate,
          workingDays,
        ]),
    )
    .sort();
}
