import type { TrainingStatus } from '~db/schema/record';

/** A line about a module, with what counting needs of it. */
export interface Pass {
  personId: string;
  module: string;
  moduleTitle: string;
  status: TrainingStatus;
  version: number | null;
  cpdType: string | null;
  assignedOn: string | null;
  dueOn: string | null;
  /** The first day on which what is asked for is open; null: from the day on which it was given. */
  opensOn: string | null;
  /** Civil date. */
  completedOn: string | null;
}

/** All of them, the furthest first. */
export const everyStanding = [
  'trained',
  'in progress',
  'not started',
  'not open yet',
  'not asked',
] as const;
/**
 * Where one person stands with one module on the day asked about. Trained: completed whole, and that completion is
 * current. A refresher adds to one and stands for none. Not open yet: given to be begun only after that day.
 */
export type Standing = (typeof everyStanding)[number];

/** Everyone in a group, by standing; the five add up to `staff`. */
export interface Count {
  staff: number;
  trained: number;
  inProgress: number;
  notStarted: number;
  notOpen: number;
  notAsked: number;
}

const keyOf = {
  trained: 'trained',
  'in progress': 'inProgress',
  'not started': 'notStarted',
  'not open yet': 'notOpen',
  'not asked': 'notAsked',
} as const satisfies Record<Standing, keyof Count>;

/**
 * The furthest that any of a person's lines about any of these modules has come.
 * @param modules slugs; none: no module
 * @param date civil date
 */
export function standings(
  passes: readonly Pass[],
  modules: readonly string[],
  date: string,
): (personId: string) => Standing {
  const furthest = new Map<string, number>();
  for (const pass of passes) {
    if (!modules.includes(pass.module)) continue;
    const place = everyStanding.indexOf(standingOf(pass, date));
    furthest.set(pass.personId, Math.min(place, furthest.get(pass.personId) ?? place));
  }
  return (personId) => everyStanding[furthest.get(personId) ?? -1] ?? 'not asked';
}

function standingOf(pass: Pass, date: string): Standing {
  if (pass.status === 'current') return pass.cpdType === 'refresher' ? 'not asked' : 'trained';
  if (pass.status === 'in progress') return 'in progress';
  if (isNotOpenYet(pass, date)) return 'not open yet';
  return isDue(pass) ? 'not started' : 'not asked';
}

/** Given to be begun only after a civil date, and not begun. */
export const isNotOpenYet = (line: Pick<Pass, 'status' | 'opensOn'>, date: string): boolean =>
  isDue(line) && (line.opensOn ?? '') > date;

const isDue = ({ status }: Pick<Pass, 'status'>) => status === 'due' || status === 'refresh due';

/** Of groups of which nobody is in two. */
export function addedUp(counts: readonly Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((total, one) => total + one[key], 0);
  return {
    ...{ staff: sum('staff'), trained: sum('trained'), inProgress: sum('inProgress') },
    ...{ notStarted: sum('notStarted'), notOpen: sum('notOpen'), notAsked: sum('notAsked') },
  };
}

/** Everyone of a group, by where they stand. */
export function countOf(
  members: readonly { personId: string }[],
  standing: (personId: string) => Standing,
): Count {
  const rest = { inProgress: 0, notStarted: 0, notOpen: 0, notAsked: 0 };
  const count: Count = { staff: 0, trained: 0, ...rest };
  for (const { personId } of members) {
    count.staff += 1;
    count[keyOf[standing(personId)]] += 1;
  }
  return count;
}
