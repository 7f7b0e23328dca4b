import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { lastDaysRecorded } from '~/record/earlier-service.server';
import type { Db, Tx } from '~db/client.server';
import { person, personRole } from '~db/schema';
import type { Known } from './known';

/** Everyone who is or was on the school’s staff list, in three queries. */
export function knownStaff(db: Db | Tx, schoolId: string): Known[] {
  const leads = db
    .select({ id: person.id })
    .from(person)
    .innerJoin(personRole, eq(personRole.personId, person.id))
    .where(
      and(eq(person.schoolId, schoolId), eq(personRole.role, 'lead'), isNull(person.leaveDate)),
    )
    .all();
  const onlyLead = leads.length === 1 ? leads[0]?.id : undefined;
  const {
    id,
    name,
    email,
    staffNumber,
    roleGroup,
    contract,
    teams,
    workingDays,
    startDate,
    leaveDate,
  } = person;
  const lastDays = lastDaysRecorded(db, schoolId);
  return db
    .select({
      id,
      name,
      email,
      staffNumber,
      roleGroup,
      contract,
      teams,
      workingDays,
      startDate,
      leaveDate,
    })
    .from(person)
    .where(eq(person.schoolId, schoolId))
    .orderBy(asc(person.id))
    .all()
    .map((one) => {
      const earlier = (lastDays.get(one.id) ?? []).filter((day) => day < one.startDate).sort();
      return { ...one, onlyLead: one.id === onlyLead, wasHereUntil: earlier.at(-1) ?? null };
    });
}

/** Which of these e-mail addresses somebody at another school signs in with. */
export function takenElsewhere(db: Db | Tx, schoolId: string, emails: string[]): Set<string> {
  const found = db
    .select({ email: person.email })
    .from(person)
    .where(and(ne(person.schoolId, schoolId), inArray(person.email, emails)))
    .all();
  return new Set(found.flatMap(({ email }) => email ?? []));
}
