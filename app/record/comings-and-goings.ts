import type { StaffRow } from './row-types';

export type Dated = Pick<StaffRow, 'personId' | 'name' | 'roleGroup' | 'startDate' | 'leaveDate'>;

/** Who came and went, with the day: so that a denominator that changed explains itself. */
export interface Comings {
  /** 1 September of the school year. */
  since: string;
  joined: { personId: string; name: string | null; roleGroup: string; on: string }[];
  left: { personId: string; name: string | null; roleGroup: string; on: string }[];
  /** On the list that day, with a first day still to come: not counted. */
  toCome: number;
}

/** On the staff on a civil date: started, and not left before it. The last day counts. */
export function isOnStaff({ startDate, leaveDate }: Dated, date: string): boolean {
  return startDate <= date && (leaveDate === null || leaveDate >= date);
}

/**
 * Joiners and leavers of the school year, September to August, in which `date` falls, up to that day.
 * @param earlier times at the school before the ones listed: whoever left and came back did both
 */
export function comingsAndGoings(
  listed: readonly Dated[],
  date: string,
  earlier: readonly Dated[] = [],
): Comings {
  // Whoever was put on the list in error and taken off again left before their first day: they never came.
  const everyone = listed.filter(
    ({ startDate, leaveDate }) => !leaveDate || leaveDate >= startDate,
  );
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);
  const since = `${year}-09-01`;
  const briefly = ({ personId, name, roleGroup }: Dated, on: string) => ({
    ...{ personId, name, roleGroup, on },
  });
  const byDay = (a: { on: string }, b: { on: string }) => a.on.localeCompare(b.on);
  const times = [...everyone, ...earlier];
  return {
    since,
    joined: times
      .filter(({ startDate }) => startDate >= since && startDate <= date)
      .map((member) => briefly(member, member.startDate))
      .sort(byDay),
    left: times
      .flatMap((member) =>
        member.leaveDate !== null && member.leaveDate >= since && member.leaveDate < date
          ? [briefly(member, member.leaveDate)]
          : [],
      )
      .sort(byDay),
    toCome: everyone.filter(({ startDate }) => startDate > date).length,
  };
}
