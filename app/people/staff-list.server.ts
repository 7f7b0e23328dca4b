import { and, asc, eq, gte, isNull, or } from 'drizzle-orm';
import type { Db, Tx } from '~db/client.server';
import { person, personRole, type Role, type Weekday } from '~db/schema';
import { rolesOf, staffRow } from './staff-rows.server';

export interface StaffMember {
  id: string;
  name: string;
  email: string | null;
  staffNumber: string | null;
  roleGroup: string;
  contract: string;
  teams: string[];
  workingDays: Weekday[] | null;
  startDate: string;
  leaveDate: string | null;
  /** UTC milliseconds; null until they have set a password. */
  joinedAt: number | null;
  roles: Role[];
}

const shown = {
  id: person.id,
  name: person.name,
  email: person.email,
  staffNumber: person.staffNumber,
  roleGroup: person.roleGroup,
  contract: person.contract,
  teams: person.teams,
  workingDays: person.workingDays,
  startDate: person.startDate,
  leaveDate: person.leaveDate,
  joinedAt: person.joinedAt,
};

/**
 * Everyone on the school's staff list, leavers too, by name, in two queries. Whoever was put there in error and taken off
 * again left before their first day, and is not among them.
 */
export function listStaff(db: Db | Tx, schoolId: string): StaffMember[] {
  const people = db
    .select(shown)
    .from(person)
    .where(
      and(
        eq(person.schoolId, schoolId),
        or(isNull(person.leaveDate), gte(person.leaveDate, person.startDate)),
      ),
    )
    .orderBy(asc(person.name), asc(person.id))
    .all();
  const roles = new Map<string, Role[]>();
  const given = db
    .select({ personId: personRole.personId, role: personRole.role })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(eq(person.schoolId, schoolId))
    .all();
  for (const { personId, role } of given)
    roles.set(personId, [...(roles.get(personId) ?? []), role]);
  return people.map((one) => ({ ...one, roles: roles.get(one.id) ?? [] }));
}

/** One of them. @throws PeopleError `not-here`, also for another school's id. */
export function readStaffMember(db: Db, schoolId: string, personId: string): StaffMember {
  const {
    passwordHash: _,
    createdAt: __,
    schoolId: ___,
    ...row
  } = staffRow(db, schoolId, personId);
  return { ...row, roles: rolesOf(db, personId) };
}

/** The names that teams go by in this school, to offer when someone is added. */
export function teamsOf(staff: Pick<StaffMember, 'teams'>[]): string[] {
  return [...new Set(staff.flatMap(({ teams }) => teams))].sort((a, b) =>
    a.localeCompare(b, 'en-GB'),
  );
}
