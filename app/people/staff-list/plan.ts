import { teamSpelling } from '../staff-details';
import { type Answers, jobDecided } from './answers';
import type { Known } from './known';
import { detailsOf, type Line, type Plan } from './lines';
import type { ListRow } from './list-row';
import { type Match, matchRows } from './match';
import { missingFrom } from './missing';
import { rowLine } from './row-line';
import { refuseClashes } from './sign-in-clashes';
import type { Situation } from './situation';

/** All that importing the list would do, as the staff list stands; changes nothing. */
export function planOf(situation: Situation): Plan {
  const { rows, staff, answers } = situation;
  const matches = matchRows(rows, staff);
  // Sorted, so that the order of rows makes no difference to how a team that is new to the school is spelled.
  const listed = rows.flatMap(({ teams }) => teams ?? []).sort();
  const teams = teamSpelling([...staff.flatMap((one) => one.teams), ...listed]);
  const twice = pickedTwice(matches, answers);
  const lines = rows.map((row) => rowLine(row, matches.get(row.n), situation, teams, twice));
  const missing = missingFrom(rows, staff, matches);
  refuseClashes(lines, staff, situation.elsewhere);
  return {
    lines: [...lines, ...leaving(missing, answers)],
    missing,
    jobs: unknownJobs(rows, lines, answers),
  };
}

function pickedTwice(matches: ReadonlyMap<number, Match>, { rows }: Answers): Set<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const [n, match] of matches) {
    const answer = rows[n];
    if (match.kind !== 'ask' || answer === undefined) continue;
    if (once.has(answer)) twice.add(answer);
    once.add(answer);
  }
  return twice;
}

function leaving(missing: readonly Known[], { leavers, leaveOn }: Answers): Line[] {
  if (leaveOn === null) return [];
  return missing
    .filter(
      ({ id, onlyLead, startDate }) => leavers.includes(id) && !onlyLead && startDate <= leaveOn,
    )
    .map((before) => {
      const after = { ...detailsOf(before), leaveDate: leaveOn };
      return { n: null, kind: 'leave', name: before.name, before, after, notes: [], choices: [] };
    });
}

function unknownJobs(
  rows: readonly ListRow[],
  lines: readonly Line[],
  answers: Answers,
): Plan['jobs'] {
  const added = new Set(lines.filter(({ kind }) => kind === 'add').map(({ n }) => n));
  const people = new Map<string, number>();
  for (const { n, job, roleGroup } of rows) {
    if (roleGroup === null && added.has(n)) people.set(job ?? '', (people.get(job ?? '') ?? 0) + 1);
  }
  return [...people]
    .map(([job, n]) => ({ job, people: n, as: jobDecided(answers, job) }))
    .sort((a, b) => b.people - a.people || a.job.localeCompare(b.job, 'en-GB'));
}
