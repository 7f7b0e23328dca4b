import { grouped, type Member, newestCompletions } from '../coverage';
import { type Count, countOf, isNotOpenYet, type Pass, standings } from '../standing';
import { median, monthsFrom, recentMonths } from '../whole-months';

/** How far one group has come, over all modules together, on the day asked about. */
export interface CoverageRow {
  /** Null: every role group. */
  roleGroup: string | null;
  /** Null: every team. */
  team: string | null;
  headcount: number;
  /** Places: a person and a module, wherever somebody is asked for it or has begun it. */
  assigned: number;
  /** Of those, begun without anybody having given it to them, or with what gave it taken back since. */
  unasked: number;
  /** Of `assigned`, given to be begun only after that day, and not begun. */
  later: number;
  /** Of `assigned`, completed whole, and the completion stands. */
  completed: number;
  /** Of `completed`, by somebody who said that they knew it already, and did the quiz without its pages. */
  knownAlready: number;
  /** Of everyone's newest completion, a refresher too, in whole months; null when nobody has one. */
  medianMonthsSince: number | null;
  /** How many have completed something in the 24 months before. */
  within24Months: number;
  /** Of each topic, in order, where everybody stands with the modules that cover it: as far as they have come with any. */
  byTopic: Count[];
}

/**
 * The whole staff first, then each role group, then each team; someone in two teams counts in both.
 * @param staff on the staff that day
 * @param passes lines about modules as they stood
 * @param topics of each topic, the modules that cover it
 * @param date civil date
 */
export function coverageRows(
  staff: readonly Member[],
  passes: readonly Pass[],
  topics: readonly (readonly string[])[],
  date: string,
): CoverageRow[] {
  const byPerson = new Map<string, Pass[]>();
  for (const pass of passes) {
    const lines = byPerson.get(pass.personId);
    if (lines) lines.push(pass);
    else byPerson.set(pass.personId, [pass]);
  }
  const stands = topics.map((covering) => standings(passes, covering, date));
  const row = (
    members: readonly Member[],
    group: Partial<Pick<CoverageRow, 'roleGroup' | 'team'>> = {},
  ) => ({
    ...{ roleGroup: null, team: null, ...group },
    ...countsOf(
      members.map(({ personId }) => byPerson.get(personId) ?? []),
      date,
    ),
    byTopic: stands.map((standing) => countOf(members, standing)),
  });
  return [
    row(staff),
    ...grouped(staff, ({ roleGroup }) => [roleGroup]).map(([roleGroup, members]) =>
      row(members, { roleGroup }),
    ),
    ...grouped(staff, ({ teams }) => teams).map(([team, members]) => row(members, { team })),
  ];
}

function countsOf(
  people: readonly (readonly Pass[])[],
  date: string,
): Omit<CoverageRow, 'roleGroup' | 'team' | 'byTopic'> {
  const done = people.map((lines) => new Set(lines.filter(isWhole).map(({ module }) => module)));
  const known = people.map(
    (lines) =>
      new Set(lines.filter((line) => isWhole(line) && isKnown(line)).map(({ module }) => module)),
  );
  const asked = people.map((lines) => new Set(lines.filter(isAsked).map(({ module }) => module)));
  const given = people.map(
    (lines) =>
      new Set(
        lines
          .filter((line) => isAsked(line) && line.assignedOn !== null)
          .map(({ module }) => module),
      ),
  );
  const since = people.flatMap((lines) =>
    [...newestCompletions(lines).values()].map((newest) => monthsFrom(newest, date)),
  );
  const assigned = sum(asked.map(({ size }) => size));
  return {
    headcount: people.length,
    ...{ assigned, unasked: assigned - sum(given.map(({ size }) => size)) },
    later: assigned - sum(people.map((lines) => openBy(lines, date).size)),
    completed: sum(done.map(({ size }) => size)),
    knownAlready: sum(known.map(({ size }) => size)),
    medianMonthsSince: median(since),
    within24Months: since.filter((n) => n < recentMonths).length,
  };
}

const isKnown = ({ cpdType }: Pass) => cpdType === 'known already';
const isWhole = ({ status, cpdType }: Pass) => status === 'current' && cpdType !== 'refresher';

/** Whoever was exempted is not asked, and a withdrawn completion leaves what was asked behind it. */
const isAsked = ({ status }: Pass) => status !== 'exempt' && status !== 'withdrawn';

/** The modules that somebody could be at on a civil date, or has begun. */
const openBy = (lines: readonly Pass[], date: string) =>
  new Set(
    lines.filter((line) => isAsked(line) && !isNotOpenYet(line, date)).map(({ module }) => module),
  );

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
