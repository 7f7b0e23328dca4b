import { z } from 'zod';
import { lineProblem } from '~/people/one-line';
import { brief, cellProblems } from '~/people/staff-list/cells';
import { mostRows } from '~/people/staff-list/list-row';
import { plainLine, readName } from '~/people/staff-list/read-name';
import { unreadable } from '~/people/staff-list/unreadable';
import type { TrainingRow, TrainingRows, Who } from './list-row';

const mail = z.email();

/**
 * Names, e-mail addresses and staff numbers as people paste them: one to a line, or between semicolons as a calendar has
 * them; also “Smith, Jo” and “Jo Smith <jo@school.example>”.
 * @throws PeopleError `unreadable-list` when there are none, or too many.
 */
export function readNames(text: string): TrainingRows {
  const pieces = text
    .replace(/^\uFEFF/, '')
    .split(/[\n\r;\t]+/)
    .flatMap(addresses)
    .map(unmarked)
    .filter(Boolean);
  if (pieces.length === 0) throw unreadable('There is nothing here yet: paste the names.');
  if (pieces.length > mostRows) {
    throw unreadable(`Paste at most ${mostRows.toLocaleString('en-GB')} names at once.`);
  }
  return { rows: pieces.map((piece, i) => rowOf(piece, i + 1)), read: [], notRead: [] };
}

/** Commas stand between addresses, and within names. */
const addresses = (piece: string) =>
  (piece.match(/@/g)?.length ?? 0) > 1 ? piece.split(',') : piece;

/** Without what lists put before a name. */
const unmarked = (piece: string) => plainLine(piece.replace(/^\s*([-*•–·]|\d{1,3}[.)])\s+/, ''));

function rowOf(written: string, n: number): TrainingRow {
  const problem = lineProblem(written);
  const long = written.length > 300 ? ['This is too long to be a name.'] : [];
  return {
    n,
    written: brief(written),
    who: whoIs(written),
    details: null,
    problems: [...cellProblems([written]), ...(problem ? [problem] : []), ...long],
    notes: [],
  };
}

/** Without the staff list nobody can tell a number such as M014 from a name, so it is taken for either. */
export function whoIs(written: string): Who {
  const [, before = '', inside] = /^(.*?)<([^<>]+)>\s*$/.exec(written) ?? [];
  const address = (inside ?? written)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  const isMail = mail.safeParse(address).success;
  const name = isMail ? before.replace(/["“”]/g, '') : written;
  const number = isMail || /\s/.test(written) ? null : written.toLowerCase();
  return { name: readName(name) || null, email: isMail ? address : null, staffNumber: number };
}
