import { isThere, type Someone, staffHistory, staffList } from './people';
import { presences } from './presences';
import { type RawEvent, until } from './raw-events';
import { allWays, isClosed, type Way } from './ways';

type Standing = 'trained' | 'in progress' | 'not started' | 'not open yet' | 'not asked';

const byName = (a: string, b: string) => a.localeCompare(b, 'en-GB');
const unique = <T>(list: readonly T[]) => [...new Set(list)];

/** Whole months from one civil date to another, month by month. */
export function monthsSince(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  let months = 0;
  let [year, month] = [fromYear, fromMonth];
  while (year < toYear || (year === toYear && month < toMonth)) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    if (year < toYear || month < toMonth || toDay >= fromDay) months += 1;
  }
  return months;
}

export function middle(numbers: number[]): number | null {
  const rest = [...numbers].sort((a, b) => a - b);
  while (rest.length > 2) rest.splice(rest.length - 1, 1) && rest.splice(0, 1);
  return rest.length === 0 ? null : rest.reduce((a, b) => a + b) / rest.length;
}

export const isWhole = (way: Way) => way.state === 'done' && way.kind !== 'refresher';

export function standing(
  person: Someone,
  module: string,
  ways: readonly Way[],
  date: string,
): Standing {
  const mine = ways.filter((w) => w.person === person.id && w.module === module);
  if (mine.some(isWhole)) return 'trained';
  if (mine.some(({ state }) => state === 'begun')) return 'in progress';
  const waiting = mine.filter(({ state }) => state === 'asked' || state === 'asked again');
  if (waiting.length === 0) return 'not asked';
  return waiting.every((way) => isClosed(way, date)) ? 'not open yet' : 'not started';
}

function count(members: readonly Someone[], module: string, ways: readonly Way[], date: string) {
  const of = (wanted: Standing) =>
    members.filter((one) => standing(one, module, ways, date) === wanted).length;
  return {
    staff: members.length,
    trained: of('trained'),
    inProgress: of('in progress'),
    notStarted: of('not started'),
    notOpen: of('not open yet'),
    notAsked: of('not asked'),
  };
}

/** Modules of which there is anything on record, in the school’s order, then by title. */
function modulesOf(ways: readonly Way[], order: readonly string[]) {
  const slugs = unique(ways.map(({ module }) => module));
  const place = (slug: string) => (order.includes(slug) ? order.indexOf(slug) : 999);
  return slugs
    .map((module) => ({ module, title: ways.findLast((w) => w.module === module)?.title ?? '' }))
    .sort((a, b) => place(a.module) - place(b.module) || byName(a.title, b.title));
}

export function between(months: Map<string, number>, from: string, to: string) {
  const all = [from.slice(0, 7), to.slice(0, 7), ...months.keys()].sort();
  const found: { month: string; n: number }[] = [];
  let month = all[0] ?? '';
  while (month <= (all[all.length - 1] ?? '')) {
    found.push({ month, n: months.get(month) ?? 0 });
    const next = new Date(`${month}-15T00:00:00Z`);
    next.setUTCMonth(next.getUTCMonth() + 1);
    month = next.toISOString().slice(0, 7);
  }
  return found;
}

export function tally(keys: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

const earlier = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** What `/evidence` says, counted again from the events. */
export function overview(
  everything: readonly RawEvent[],
  {
    date,
    teams,
    order,
    module,
  }: { date: string; teams: string[]; order: string[]; module: string },
) {
  const events = until(everything, date);
  const began = events[0]?.recordedOn ?? date;
  const listed = staffList(events);
  const chosen = listed.filter((p) => teams.length === 0 || p.teams.some((t) => teams.includes(t)));
  const staff = chosen.filter((person) => isThere(person, date));
  const { ways } = allWays(events);
  const modules = modulesOf(ways, order).map((one) => ({
    ...one,
    ...count(staff, one.module, ways, date),
  }));
  const shown = modules.find((one) => one.module === module) ?? modules[0];
  return {
    staff: staff.length,
    modules,
    detail: shown ? detail(staff, ways, shown, date) : null,
    comings: comings(events, chosen, date),
    months: shown
      ? between(
          tally(
            ways
              .filter((w) => w.module === shown.module && isWhole(w))
              .filter((w) => chosen.some(({ id }) => id === w.person))
              .map(({ doneOn }) => (doneOn ?? '').slice(0, 7)),
          ),
          began,
          date,
        )
      : [],
    teams: unique(listed.filter((p) => isThere(p, date)).flatMap((p) => p.teams)).sort(byName),
  };
}

function detail(
  staff: readonly Someone[],
  ways: readonly Way[],
  shown: { module: string; title: string } & ReturnType<typeof count>,
  date: string,
) {
  const { module } = shown;
  const mine = (person: Someone) =>
    ways.filter((w) => w.module === module && w.person === person.id);
  const trained = staff.filter((person) => standing(person, module, ways, date) === 'trained');
  const groups = (of: (person: Someone) => string[]) =>
    unique(staff.flatMap(of))
      .sort((a, b) => Number(a === 'In no team') - Number(b === 'In no team') || byName(a, b))
      .map((group) => ({ group, members: staff.filter((person) => of(person).includes(group)) }));
  const counted = (of: (person: Someone) => string[]) =>
    groups(of).map(({ group, members }) => ({ group, ...count(members, module, ways, date) }));
  const due = (way: Way) => way.asks.map((ask) => ask.due).sort()[0];
  const isLate = (way: Way) =>
    (way.state === 'asked' || way.state === 'begun') && (due(way) ?? date) < date;
  const newestVersions = trained.map((person) =>
    Math.max(...mine(person).flatMap((w) => (w.state === 'done' ? (w.version ?? []) : []))),
  );
  const since = trained.map((person) => {
    const days = mine(person).flatMap((w) => (w.state === 'done' && w.doneOn ? [w.doneOn] : []));
    return monthsSince(days.sort()[days.length - 1] ?? date, date);
  });
  return {
    ...shown,
    late: staff.filter((person) => !trained.includes(person) && mine(person).some(isLate)).length,
    versions: unique(newestVersions)
      .sort((a, b) => b - a)
      .map((version) => ({ version, people: newestVersions.filter((v) => v === version).length })),
    roleGroups: counted(({ role }) => [role]),
    teams: counted(({ teams }) => (teams.length === 0 ? ['In no team'] : teams)),
    contracts: counted(({ contract }) => [contract]),
    newStarters: count(
      staff.filter(({ start }) => start > earlier(date, 90)),
      module,
      ways,
      date,
    ),
    recency: {
      medianMonths: middle(since),
      within24Months: since.filter((months) => months < 24).length,
    },
    notYet: groups(({ role }) => [role])
      .map(({ group, members }) => ({
        group,
        people: members
          .map((one) => ({
            personId: one.id,
            name: one.name,
            standing: standing(one, module, ways, date),
          }))
          .filter((one) => one.standing !== 'trained'),
      }))
      .filter(({ people }) => people.length > 0),
  };
}

/** Everybody's times at the school: the one that is known now, and those that were over when they came back. */
function comings(events: readonly RawEvent[], chosen: readonly Someone[], date: string) {
  const histories = staffHistory(events);
  const year = date.slice(5) < '09-01' ? Number(date.slice(0, 4)) - 1 : Number(date.slice(0, 4));
  const since = `${year}-09-01`;
  const were = chosen.filter(({ start, leave }) => leave === null || leave >= start);
  const before = chosen.flatMap((now) =>
    (histories.get(now.id) ?? []).flatMap((then, n, all) => {
      const { leave } = then;
      const back = all[n + 1];
      if (leave === null || leave < then.start || !back) return [];
      return back.start > leave && now.start > leave ? [{ ...then, name: now.name }] : [];
    }),
  );
  const times = [...were, ...before];
  const said = ({ id, name, role }: Someone, on: string) => ({
    ...{ personId: id, name, roleGroup: role, on },
  });
  const inOrder = (list: ReturnType<typeof said>[]) =>
    list.sort((a, b) => `${a.on} ${a.personId}`.localeCompare(`${b.on} ${b.personId}`));
  return {
    since,
    joined: inOrder(
      times.filter(({ start }) => start >= since && start <= date).map((t) => said(t, t.start)),
    ),
    left: inOrder(
      times.flatMap((t) =>
        t.leave && t.leave >= since && t.leave < date ? [said(t, t.leave)] : [],
      ),
    ),
    toCome: were.filter(({ start }) => start > date).length,
  };
}

/** Sessions that somebody is on record for, the newest first. */
export function sessionsHeld(events: readonly RawEvent[]) {
  const there = presences(events).all.filter(({ takenBack }) => !takenBack);
  const largest = <T extends string | number>(values: (T | null)[]) =>
    values.filter((v) => v !== null).sort((a, b) => (a < b ? 1 : -1))[0] ?? null;
  return unique(there.map(({ session }) => session))
    .map((session) => {
      const of = there.filter((one) => one.session === session);
      return {
        ...{ session, title: largest(of.map(({ title }) => title)) ?? '' },
        kind: largest(of.map(({ kind }) => kind)) ?? '',
        provider: largest(of.map(({ provider }) => provider)),
        heldOn: of.map(({ on }) => on).sort()[0] ?? '',
        minutes: largest(of.map(({ minutes }) => minutes)),
        people: unique(of.map(({ person }) => person)).length,
        fromList: of.filter(({ listed }) => listed).length,
      };
    })
    .sort((a, b) =>
      a.heldOn === b.heldOn ? (a.title < b.title ? -1 : 1) : a.heldOn < b.heldOn ? 1 : -1,
    );
}
