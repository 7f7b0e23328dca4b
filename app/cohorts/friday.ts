import { addDays } from '~/record/london-date';
import { weekdayOf } from './calendar';
import { lateTogether } from './late-together';
import type { Given, InNeed, LateCohort, Named, Reason } from './needs';
import type { Cell } from './status';

/** This week's list: first what is one thing for many, then people. */
export interface Friday {
  cohorts: LateCohort[];
  /** Too many to be given a way in one by one. */
  toInvite: Named[];
  people: InNeed[];
}

export interface FridayFacts {
  /** Civil date, like every other here. */
  today: string;
  /** In the order of everybody's cells. */
  modules: readonly { slug: string; title: string }[];
  people: readonly FridayPerson[];
  /** When they said that help may be offered, in UTC milliseconds. */
  hands: readonly { personId: string; since: number }[];
  /** What each is asked and has not completed, by person. */
  asked: ReadonlyMap<string, readonly { assignment: string; dueOn: string }[]>;
  given: readonly Given[];
  /** People in each cohort, by its id. */
  sizes: ReadonlyMap<string, number>;
  /** When somebody was spoken with, in UTC milliseconds. */
  spoken: ReadonlyMap<string, number>;
}

/** Somebody who is on the staff, or starts within the week, and is not away. */
export interface FridayPerson extends Named {
  startDate: string;
  joined: boolean;
  /** The newest that they were given. */
  wayIn: { madeOn: string; until: string; ended: boolean } | null;
  /** None before their first day. */
  cells: readonly Cell[];
}

/** Of so many without a way in, each may be a line of its own. */
const mostToInvite = 5;
/** A way in is left alone for so many days: slips wait in pigeon-holes. */
const daysToUse = 7;

/** The Friday after a day, never that day itself. */
export function nextFriday(today: string): string {
  return addDays(today, ((5 - weekdayOf(today) + 6) % 7) + 1);
}

/**
 * Who may need a hand and why, in the order in which to look. Nobody who was spoken with is on it, unless they asked for
 * a hand since. Somebody who has not joined has that reason alone: nothing else can be done before.
 */
export function fridayList(facts: FridayFacts): Friday {
  const { hands, spoken } = facts;
  const asks = new Map(hands.map(({ personId, since }) => [personId, since]));
  const waits = ({ personId }: Named) => {
    const at = spoken.get(personId);
    return at === undefined || (asks.get(personId) ?? 0) > at;
  };
  const all = facts.people.map((one) => ({
    personId: one.personId,
    name: one.name,
    reasons: one.joined ? learning(one, facts) : joining(one, facts.today),
  }));
  const late = lateTogether(all, facts.sizes);
  const together = new Set(
    late.flatMap(({ people, title }) => people.map(({ personId }) => `${personId} ${title}`)),
  );
  const waiting = all.filter(waits);
  const without = waiting.filter(({ reasons }) => reasons.some(needsWayIn));
  const toInvite = without.length > mostToInvite ? without : [];
  return {
    cohorts: late
      .map((one) => ({ ...one, people: one.people.filter(waits) }))
      .filter(({ people }) => people.length > 0),
    toInvite: toInvite.map(({ personId, name }) => ({ personId, name })),
    people: waiting
      .filter((one) => !toInvite.includes(one))
      .flatMap(({ personId, name, reasons }) => {
        const [first, ...others] = reasons
          .filter((one) => one.kind !== 'overdue' || !together.has(`${personId} ${one.module}`))
          .sort(inOrder);
        const need: InNeed[] = first ? [{ personId, name, reasons: [first, ...others] }] : [];
        return need;
      })
      .sort((a, b) => inOrder(a.reasons[0], b.reasons[0]) || a.name.localeCompare(b.name, 'en-GB')),
  };
}

const needsWayIn = ({ kind }: Reason) => kind === 'no way in' || kind === 'way in ended';

const order: Reason['kind'][] = [
  'asked for a hand',
  'overdue',
  'no way in',
  'way in ended',
  'way in unused',
  'due soon',
];
const dueOf = (reason: Reason) => ('dueOn' in reason ? reason.dueOn : '');
const inOrder = (a: Reason, b: Reason) =>
  order.indexOf(a.kind) - order.indexOf(b.kind) || dueOf(a).localeCompare(dueOf(b));

function joining({ startDate, wayIn }: FridayPerson, today: string): Reason[] {
  if (!wayIn) return [{ kind: 'no way in', startsOn: startDate > today ? startDate : null }];
  if (wayIn.ended) return [{ kind: 'way in ended', on: wayIn.until }];
  const waited = wayIn.madeOn <= addDays(today, -daysToUse) && startDate <= today;
  return waited ? [{ kind: 'way in unused', until: wayIn.until }] : [];
}

function learning(
  { personId, cells }: FridayPerson,
  { today, modules, asked, given }: FridayFacts,
): Reason[] {
  const nextWeek = addDays(today, 7);
  const theirs = asked.get(personId) ?? [];
  return cells.flatMap(({ status, on }, n): Reason[] => {
    const { slug, title: module } = modules[n] ?? { slug: '', title: '' };
    if (status === 'has asked for a hand') return [{ kind: 'asked for a hand', module }];
    if (on === null) return [];
    // The assignment by whose date they are asked.
    const ids = theirs.filter(({ dueOn }) => dueOn === on).map(({ assignment }) => assignment);
    const by = given.find((one) => one.module === slug && ids.includes(one.assignmentId)) ?? null;
    const about = { module, dueOn: on, given: by };
    if (status === 'overdue') return [{ kind: 'overdue', begun: false, ...about }];
    if (status === 'in progress, overdue') return [{ kind: 'overdue', begun: true, ...about }];
    const soon = status === 'not started' && on >= today && on <= nextWeek;
    return soon ? [{ kind: 'due soon', ...about }] : [];
  });
}
