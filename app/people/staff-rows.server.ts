import { and, eq, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from '~db/client.server';
import { person, personRole, type Role } from '~db/schema';
import { PeopleError } from './errors';
import type { StaffDetails } from './staff-details';

export type StaffRow = typeof person.$inferSelect;

/** Someone on this school's staff list. @throws PeopleError `not-here`, also for another school's id. */
export function staffRow(db: Db | Tx, schoolId: string, personId: string): StaffRow {
  const row = db
    .select()
    .from(person)
    .where(and(eq(person.schoolId, schoolId), eq(person.id, personId)))
    .get();
  if (!row)
    throw new PeopleError('not-here', 'There is no such person on your staff list.', '', 404);
  return row;
}

/** Which of these someone else signs in with already. */
export function takenProblems(
  db: Db | Tx,
  schoolId: string,
  { email, staffNumber }: Pick<StaffDetails, 'email' | 'staffNumber'>,
  except = '',
): PeopleError[] {
  const taken = (where: ReturnType<typeof and>) =>
    db
      .select({ id: person.id })
      .from(person)
      .where(and(where, ne(person.id, except)))
      .get();
  const problems: PeopleError[] = [];
  if (email && taken(eq(person.email, email))) {
    problems.push(
      new PeopleError(
        'already-used',
        'Someone signs in with this e-mail address already. Each person needs their own; a staff number will do instead.',
        'email',
      ),
    );
  }
  if (
    staffNumber &&
    taken(and(eq(person.schoolId, schoolId), eq(person.staffNumber, staffNumber)))
  ) {
    problems.push(
      new PeopleError(
        'already-used',
        'Someone at your school has this staff number already. Each person needs their own.',
        'staffNumber',
      ),
    );
  }
  return problems;
}

/**
 * The teams of everyone else at a school, as they are spelled there. Those of people with a last day come after the rest,
 * for a team that was renamed keeps its old spelling with whoever had left before.
 */
export function teamsBeside(db: Db | Tx, schoolId: string, except = ''): string[] {
  const leaving = sql<number>`${person.leaveDate} is not null`;
  const rows = db
    .selectDistinct({ teams: person.teams, leaving })
    .from(person)
    .where(and(eq(person.schoolId, schoolId), ne(person.id, except)))
    .orderBy(leaving)
    .all();
  return rows.flatMap(({ teams }) => teams);
}

export function rolesOf(db: Db | Tx, personId: string): Role[] {
  return db
    .select({ role: personRole.role })
    .from(personRole)
    .where(eq(personRole.personId, personId))
    .all()
    .map(({ role }) => role);
}
