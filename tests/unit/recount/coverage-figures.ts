import { isWhole, middle, monthsSince } from './overview';
import { isThere, type Someone, staffList } from './people';
import { type RawEvent, until } from './raw-events';
import { allWays, isClosed, type Way } from './ways';

export interface GroupFigures {
  role: string | null;
  team: string | null;
  headcount: number;
  assigned: number;
  /** Of those, what nobody asks for, or asks for any more. */
  ownAccord: number;
  /** Of `assigned`, what nobody could begin by then, and nobody did. */
  closed: number;
  completed: number;
  /** Of these, with a completion for which no page was read. */
  known: number;
  since: number | null;
  within: number;
  topics: number[];
}

const byName = (a: string, b: string) => a.localeCompare(b, 'en-GB');

function figuresOf(
  members: readonly Someone[],
  ways: readonly Way[],
  topics: readonly (readonly string[])[],
  date: string,
) {
  const pairs = (holds: (way: Way) => boolean) =>
    members.flatMap(({ id }) => [
      ...new Set(ways.filter((w) => w.person === id && holds(w)).map(({ module }) => module)),
    ]).length;
  const since = members.flatMap(({ id }) => {
    const days = ways.flatMap((w) =>
      w.person === id && w.state === 'done' ? [w.doneOn ?? ''] : [],
    );
    return days.length === 0 ? [] : [monthsSince(days.sort().reverse()[0] ?? '', date)];
  });
  const counts = ({ state }: Way) => state !== 'let off' && state !== 'taken back';
  const asked = pairs((way) => counts(way) && way.asks.length > 0);
  return {
    headcount: members.length,
    assigned: pairs(counts),
    ownAccord: pairs(counts) - asked,
    closed: pairs(counts) - pairs((way) => counts(way) && !isClosed(way, date)),
    completed: pairs(isWhole),
    known: pairs((way) => way.state === 'done' && way.kind === 'known already'),
    since: middle(since),
    within: since.filter((months) => months < 24).length,
    topics: topics.map(
      (modules) =>
        members.filter(({ id }) =>
          ways.some((w) => w.person === id && isWhole(w) && modules.includes(w.module)),
        ).length,
    ),
  };
}

/** All staff, each role group, each team: counted again from the events. */
export function coverageFigures(
  everything: readonly RawEvent[],
  date: string,
  topics: readonly (readonly string[])[],
): GroupFigures[] {
  const events = until(everything, date);
  const staff = staffList(events).filter((person) => isThere(person, date));
  const { ways } = allWays(events);
  const group = (role: string | null, team: string | null): GroupFigures => {
    const members = staff.filter(
      (p) => (role === null || p.role === role) && (team === null || p.teams.includes(team)),
    );
    return { role, team, ...figuresOf(members, ways, topics, date) };
  };
  const roles = [...new Set(staff.map(({ role }) => role))].sort(byName);
  const teams = [...new Set(staff.flatMap((person) => person.teams))].sort(byName);
  return [
    group(null, null),
    ...roles.map((role) => group(role, null)),
    ...teams.map((team) => group(null, team)),
  ];
}

/** As `coverage-summary.csv` has them, a cell a column. */
export function coverageCells(
  rows: readonly GroupFigures[],
  shares: readonly (string | null)[],
): string[][] {
  const cell = (value: number | null) => (value === null ? '' : String(value));
  const hundredth = (n: number, of: number) => (of === 0 ? null : Math.round((100 * n) / of));
  return rows.map((row, n) => {
    const shown = shares.map((share) => (n === 0 ? share : null));
    return [
      ...[row.role ?? 'all', row.team ?? 'all'],
      ...[row.headcount, row.assigned, row.completed].map(cell),
      ...[hundredth(row.completed, row.assigned), row.since].map(cell),
      cell(hundredth(row.within, row.headcount)),
      ...row.topics.map((people) => cell(hundredth(people, row.headcount))),
      ...shown.map((share) => share ?? ''),
      String(shown.filter((share) => share === null).length),
    ];
  });
}
