import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import { listStaff } from '~/people/staff-list.server';
import { waysInOf } from '~/people/ways-in.server';
import { askedIn } from '~/record/asked-of.server';
import { addDays, londonDate } from '~/record/london-date';
import type { Db } from '~db/client.server';
import { assignment, cohort } from '~db/schema';
import { listCohorts } from './cohorts.server';
import { type Friday, fridayList } from './friday';
import { readGrid } from './grid.server';
import { leavesIn } from './leave.server';
import type { Given } from './needs';
import { spokenOf } from './spoken-with.server';

type House = Pick<Attune, 'db' | 'now' | 'course'>;

/** Somebody who is off the list until a Friday (civil date), and which lead has spoken with them. */
export interface SetAside {
  personId: string;
  name: string;
  by: string;
  until: string;
}

/**
 * Who needs a hand this week, as the grid and the staff list say it today. The same number of queries for three people as
 * for five hundred.
 * @param hands who said that help may be offered, with what, and when (UTC milliseconds)
 */
export function readFriday(
  house: House,
  schoolId: string,
  hands: { personId: string; module: string; since: number }[],
): Friday & { aside: SetAside[] } {
  const { db, now } = house;
  const today = londonDate(now());
  const grid = readGrid(house, schoolId, { hands });
  const cells = new Map(grid.people.map((one) => [one.id, one.cells]));
  const staff = listStaff(db, schoolId);
  const nameOf = new Map(staff.map(({ id, name }) => [id, name]));
  const leaves = leavesIn(db, schoolId);
  const away = (personId: string) =>
    leaves
      .get(personId)
      ?.some(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || today <= endsOn));
  const waysIn = waysInOf(db, schoolId, now());
  const nextWeek = addDays(today, 7);
  const here = staff.filter(
    ({ id, startDate, leaveDate }) =>
      startDate <= nextWeek && (leaveDate === null || leaveDate >= today) && !away(id),
  );
  const spoken = spokenOf(house, schoolId);
  const list = fridayList({
    today,
    modules: grid.modules,
    people: here.map(({ id, name, startDate, joinedAt }) => ({
      personId: id,
      name,
      startDate,
      joined: joinedAt !== null,
      wayIn: waysIn.get(id) ?? null,
      cells: cells.get(id) ?? [],
    })),
    hands,
    asked: byPerson(askedIn(db, schoolId)),
    given: givenIn(db, schoolId),
    sizes: new Map(listCohorts(house, schoolId).map(({ id, size }) => [id, size])),
    spoken: new Map(spoken.map(({ personId, at }) => [personId, at])),
  });
  return {
    ...list,
    aside: spoken.flatMap(({ personId, by, until }) => {
      const name = nameOf.get(personId);
      return name ? [{ personId, name, by: nameOf.get(by) ?? 'a lead', until }] : [];
    }),
  };
}

function byPerson<One extends { personId: string }>(all: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(one.personId);
    if (group) group.push(one);
    else groups.set(one.personId, [one]);
  }
  return groups;
}

/** Every module that a cohort of the school was given and that was not taken back. One query. */
function givenIn(db: Db, schoolId: string): Given[] {
  return db
    .select({
      assignmentId: assignment.id,
      module: assignment.module,
      cohortId: assignment.cohortId,
      cohort: cohort.name,
      dueOn: assignment.dueOn,
      paidTime: assignment.paidTime,
    })
    .from(assignment)
    .innerJoin(cohort, eq(cohort.id, assignment.cohortId))
    .where(and(eq(assignment.schoolId, schoolId), isNull(assignment.withdrawnAt)))
    .orderBy(asc(assignment.dueOn), asc(assignment.id))
    .all();
}
