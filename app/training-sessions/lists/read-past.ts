import { lineProblem } from '~/people/one-line';
import { tidySignIn } from '~/people/staff-details';
import { brief, cellProblems, nothing } from '~/people/staff-list/cells';
import { readDate } from '~/people/staff-list/read-date';
import { plainLine, readName } from '~/people/staff-list/read-name';
import { readTable, type TableRow } from '~/people/staff-list/read-table';
import type { SessionDetails } from '../details';
import type { TrainingRow, TrainingRows } from './list-row';
import { type PastColumn, pastHeadings } from './past-headings';
import { readKind } from './read-kind';
import { readMinutes } from './read-minutes';

const longest = 200;

/**
 * A list of past training. What is wrong with one row is said in that row.
 * @param today civil date: what is still to come is refused
 * @throws PeopleError `unreadable-list` when the whole cannot be read.
 */
export function readPast(text: string, today: string): TrainingRows {
  const { rows, read, notRead } = readTable(text, pastHeadings);
  return { rows: rows.map((row) => readRow(row, today)), read, notRead };
}

function readRow({ n, cells }: TableRow<PastColumn>, today: string): TrainingRow {
  const problems = cellProblems(Object.values(cells).flat());
  const notes: string[] = [];
  const one = (column: PastColumn): string =>
    plainLine((cells[column] ?? []).find((cell) => !nothing.test(cell)) ?? '');

  const whole = [one('forename'), one('surname')].filter(Boolean).join(' ');
  const name = readName(whole || one('name'));
  const { email, staffNumber } = tidySignIn({
    email: one('email').replace(/^mailto:/i, ''),
    staffNumber: one('staffNumber'),
  });
  const written = name || email || staffNumber || '';
  if (!written) problems.push('It does not say who.');

  const title = one('title') || one('perhapsTitle');
  if (!title) problems.push('It does not say what the training was.');
  const provider = one('provider') || null;
  for (const [what, text] of [
    ['The training', title],
    ['The provider', provider ?? ''],
  ] as const) {
    const problem = lineProblem(text);
    if (problem) problems.push(`In “${brief(text)}”: ${problem}`);
    if (text.length > longest)
      problems.push(`${what} is ${text.length} characters long; ${longest} is the most.`);
  }
  const when = one('heldOn');
  const heldOn = when ? readDate(when) : null;
  if (!when) problems.push('It does not say when.');
  else if (heldOn === null) {
    problems.push(
      `The date “${brief(when)}” is no day we can read. Write it as 01/09/2025, the day first.`,
    );
  } else if (heldOn > today) problems.push('That day is still to come.');

  const length = one('hours') || one('minutes');
  const minutes = length ? readMinutes(length, one('hours') ? 'hours' : 'minutes') : null;
  const hoursUnread = length !== '' && minutes === null;
  if (hoursUnread) notes.push(`How long, “${brief(length)}”, is left out: we could not read it.`);

  const details: SessionDetails = {
    title,
    kind: readKind(one('kind')),
    provider,
    heldOn: heldOn ?? '',
    minutes,
  };
  const who = { name: name || null, email, staffNumber };
  return { n, written, who, details, problems: [...new Set(problems)], notes, hoursUnread };
}
