import { z } from 'zod';
import type { RoleNames } from '~db/schema';
import { lineProblem } from '../one-line';
import { tidySignIn } from '../staff-details';
import { brief, cellProblems, nothing } from './cells';
import { type Column, staffHeadings } from './headings';
import type { ListRow, StaffList } from './list-row';
import { readDate } from './read-date';
import { readDays } from './read-days';
import { readContract, readJob } from './read-job';
import { plainLine, readName } from './read-name';
import { readTable, type TableRow } from './read-table';

const longest: Partial<Record<Column, number>> = { email: 320, staffNumber: 40, teams: 400 };
const mail = z.email();

/**
 * What is wrong with one row is said in that row.
 * @param names what the school calls its role groups
 * @throws PeopleError `unreadable-list` when the whole cannot be read
 */
export function readList(text: string, names: RoleNames = {}): StaffList {
  const { rows, read, notRead } = readTable(text, staffHeadings);
  return { rows: rows.map((row) => readRow(row, names)), read, notRead };
}

function readRow({ n, cells }: TableRow<Column>, names: RoleNames): ListRow {
  const problems = cellProblems(Object.values(cells).flat());
  const notes: string[] = [];
  const all = (column: Column): string[] =>
    (cells[column] ?? []).filter((cell) => !nothing.test(cell));
  const one = (column: Column): string => plainLine(all(column)[0] ?? '');
  /** What `read` makes of a cell; when nothing, the row says so and goes on without it. */
  const readOr = <T>(column: Column, read: (text: string) => T | null, what: string): T | null => {
    const written = one(column);
    if (!written) return null;
    const value = read(written);
    if (value === null)
      notes.push(`${what} “${brief(written)}” is left out: we could not read it.`);
    return value;
  };
  const date = (column: 'startDate' | 'leaveDate', what: string) => {
    const written = one(column);
    const value = written ? readDate(written) : null;
    if (written && value === null) {
      problems.push(
        `${what} “${brief(written)}” is no date we can read. Write it as 01/09/2026, the day first.`,
      );
    }
    return value;
  };

  const whole = [one('forename'), one('surname')].filter(Boolean).join(' ');
  const name = readName(whole || one('name'));
  const { email, staffNumber } = tidySignIn({
    email: mailOf(one('email')),
    staffNumber: one('staffNumber'),
  });
  const teams = all('teams')
    .flatMap((cell) => cell.split(/[,;|\n]/))
    .map(plainLine)
    .filter(Boolean);
  const job = one('job') || null;
  const startDate = date('startDate', 'The start date');
  const leaveDate = date('leaveDate', 'The leaving date');

  if (!name) problems.push('There is no name.');
  else if (name.length > 200)
    problems.push(`The name is ${name.length} characters long: is a quotation mark missing?`);
  for (const text of [name, staffNumber ?? '', ...teams]) {
    const problem = lineProblem(text);
    if (problem) problems.push(`In “${brief(text)}”: ${problem}`);
  }
  if (email && !mail.safeParse(email).success)
    problems.push(`“${brief(email)}” is not an e-mail address.`);
  if (staffNumber?.includes('@'))
    problems.push('The staff number is an e-mail address. Put it in the e-mail column.');
  for (const [column, most] of Object.entries(longest) as [Column, number][]) {
    const length = all(column).join(', ').length;
    if (length > most)
      problems.push(`The ${said[column]} ${length} characters long; ${most} is the most.`);
  }
  if (startDate && leaveDate && leaveDate < startDate)
    problems.push('The leaving date is before the start date.');

  return {
    n,
    name,
    email,
    staffNumber,
    job,
    roleGroup: job ? readJob(job, names) : null,
    teams: teams.length > 0 ? [...new Set(teams)] : null,
    contract: readOr('contract', readContract, 'The contract') ?? contractOfJob(job),
    startDate,
    leaveDate,
    workingDays: readOr('workingDays', readDays, 'The working days'),
    problems: [...new Set(problems)],
    notes,
  };
}

const said: Partial<Record<Column, string>> = {
  email: 'e-mail address is',
  staffNumber: 'staff number is',
  teams: 'teams are',
};

/** “Jo Smith <jo@school.example>” and mailto: links come with copying from an address book. */
const mailOf = (written: string) =>
  (/<([^<>]+)>/.exec(written)?.[1] ?? written).replace(/^mailto:/i, '');

/** “Supply teacher” says it in the job; of the rest a job says nothing. */
function contractOfJob(job: string | null): ListRow['contract'] {
  const contract = job ? readContract(job) : null;
  return contract === 'agency' || contract === 'volunteer' || contract === 'governor'
    ? contract
    : null;
}
