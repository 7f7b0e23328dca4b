import { addDays } from './london-date';
import { type Count, countOf, type Pass, type Standing, standings } from './standing';
import { median, monthsFrom, recentMonths } from './whole-months';

export interface GroupCount extends Count {
  group: string;
}

export interface Member {
  personId: string;
  name: string | null;
  roleGroup: string;
  teams: string[];
  contract: string;
  /** Civil date. */
  startDate: string;
}

export interface ModuleCount extends Count {
  module: string;
  title: string;
}

/** One module in full: by role group, by team, and who is not trained yet. */
export interface ModuleDetail extends ModuleCount {
  /** Of those in progress or not started: due before the day asked about. */
  late: number;
  /** Of those trained, by the newest version that each has completed, whole or as a refresher; the newest first. */
  versions: { version: number; people: number }[];
  roleGroups: GroupCount[];
  /** Someone in two teams counts in both. */
  teams: GroupCount[];
  contracts: GroupCount[];
  /** In their first 90 days. */
  newStarters: Count;
  recency: Recency;
  notYet: {
    group: string;
    people: { personId: string; name: string | null; standing: Standing }[];
  }[];
}

/** How long ago those trained completed it, or its newest refresher. */
export interface Recency {
  /** Whole months, the middle of all; null when nobody is trained. */
  medianMonths: number | null;
  within24Months: number;
}

/** A new starter is somebody in their first so many days. */
export const newStarterDays = 90;

/** Shown for those who are in no team. */
export const noTeam = 'In no team';

/**
 * Every module of which the record has a line.
 * @param date civil date
 * @param order slugs as the school lists its modules; those no longer among them come last, by title
 */
export function countModules(
  staff: readonly Member[],
  passes: readonly Pass[],
  date: string,
  order: readonly string[] = [],
): ModuleCount[] {
  const place = (module: string) => (order.includes(module) ? order.indexOf(module) : order.length);
  const titles = new Map(passes.map(({ module, moduleTitle }) => [module, moduleTitle]));
  return [...titles]
    .map(([module, title]) => ({
      module,
      title,
      ...countOf(staff, standings(passes, [module], date)),
    }))
    .sort((a, b) => place(a.module) - place(b.module) || a.title.localeCompare(b.title, 'en-GB'));
}

export function detailOf(
  staff: readonly Member[],
  passes: readonly Pass[],
  of: ModuleCount,
  date: string,
): ModuleDetail {
  const standing = standings(passes, [of.module], date);
  const counted = ([group, members]: [string, Member[]]) => ({
    group,
    ...countOf(members, standing),
  });
  const roleGroups = grouped(staff, ({ roleGroup }) => [roleGroup]);
  const teams = grouped(staff, ({ teams }) => (teams.length > 0 ? teams : [noTeam]));
  const notYet = roleGroups.map(([group, members]) => ({
    group,
    people: members
      .map(({ personId, name }) => ({ personId, name, standing: standing(personId) }))
      .filter((person) => person.standing !== 'trained'),
  }));
  const late = new Set(
    passes
      .filter(({ module, dueOn }) => module === of.module && dueOn !== null && dueOn < date)
      .filter(({ status }) => status === 'in progress' || status === 'due')
      .map(({ personId }) => personId),
  );
  return {
    ...of,
    late: staff.filter(({ personId }) => late.has(personId) && standing(personId) !== 'trained')
      .length,
    versions: newestVersions(staff, passes, of.module, standing),
    roleGroups: roleGroups.map(counted),
    teams: teams.map(counted),
    contracts: grouped(staff, ({ contract }) => [contract]).map(counted),
    newStarters: countOf(
      staff.filter(({ startDate }) => startDate > addDays(date, -newStarterDays)),
      standing,
    ),
    recency: recencyOf(
      staff.filter(({ personId }) => standing(personId) === 'trained'),
      passes.filter(({ module }) => module === of.module),
      date,
    ),
    notYet: notYet.filter(({ people }) => people.length > 0),
  };
}

function recencyOf(trained: readonly Member[], passes: readonly Pass[], date: string): Recency {
  const newest = newestCompletions(passes);
  const since = trained.flatMap(({ personId }) => {
    const on = newest.get(personId);
    return on === undefined ? [] : [monthsFrom(on, date)];
  });
  return {
    medianMonths: median(since),
    within24Months: since.filter((months) => months < recentMonths).length,
  };
}

/** Of each person, the day of their newest completion, a refresher too. */
export function newestCompletions(passes: readonly Pass[]): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { personId, status, completedOn } of passes) {
    if (status !== 'current' || completedOn === null) continue;
    if (completedOn > (newest.get(personId) ?? '')) newest.set(personId, completedOn);
  }
  return newest;
}

function newestVersions(
  staff: readonly Member[],
  passes: readonly Pass[],
  module: string,
  standing: (personId: string) => Standing,
): ModuleDetail['versions'] {
  const newest = new Map<string, number>();
  for (const { personId, module: about, status, version } of passes) {
    if (about !== module || status !== 'current' || version === null) continue;
    newest.set(personId, Math.max(version, newest.get(personId) ?? version));
  }
  const counts = new Map<number, number>();
  for (const { personId } of staff) {
    const version = standing(personId) === 'trained' ? newest.get(personId) : undefined;
    if (version !== undefined) counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  return [...counts]
    .map(([version, people]) => ({ version, people }))
    .sort((a, b) => b.version - a.version);
}

/** Members by group, by the group's name; someone may be in several. */
export function grouped(
  staff: readonly Member[],
  groupsOf: (member: Member) => string[],
): [string, Member[]][] {
  const groups = new Map<string, Member[]>();
  for (const member of staff) {
    for (const group of groupsOf(member)) {
      groups.set(group, [...(groups.get(group) ?? []), member]);
    }
  }
  const last = (group: string) => Number(group === noTeam);
  return [...groups].sort(([a], [b]) => last(a) - last(b) || a.localeCompare(b, 'en-GB'));
}
