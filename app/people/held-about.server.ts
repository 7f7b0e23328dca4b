import { and, eq } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { joinCode, person, personRole, session, staffImport, staffImportRow } from '~db/schema';

/** What the staff list and the sign-in keep about one person, without the secrets themselves. */
export function heldAbout(db: Db, { schoolId, personId }: { schoolId: string; personId: string }) {
  const found = db
    .select()
    .from(person)
    .where(and(eq(person.schoolId, schoolId), eq(person.id, personId)))
    .get();
  if (!found) throw new Error(`There is no person ${personId} at school ${schoolId}`);
  const { passwordHash, ...details } = found;
  return {
    ...details,
    passwordSet: passwordHash !== null,
    roles: db
      .select({ role: personRole.role, givenAt: personRole.givenAt })
      .from(personRole)
      .where(eq(personRole.personId, personId))
      .all(),
    signIns: db
      .select({
        createdAt: session.createdAt,
        sharedDevice: session.sharedDevice,
        endedAt: session.endedAt,
      })
      .from(session)
      .where(eq(session.personId, personId))
      .all(),
    waysIn: db
      .select({
        createdAt: joinCode.createdAt,
        expiresAt: joinCode.expiresAt,
        usedAt: joinCode.usedAt,
      })
      .from(joinCode)
      .where(eq(joinCode.personId, personId))
      .all(),
    /** What lists from a spreadsheet changed about them. */
    staffLists: db
      .select({
        doneAt: staffImport.doneAt,
        deed: staffImportRow.deed,
        before: staffImportRow.before,
        after: staffImportRow.after,
        undone: staffImportRow.undone,
      })
      .from(staffImportRow)
      .innerJoin(staffImport, eq(staffImport.id, staffImportRow.importId))
      .where(eq(staffImportRow.personId, personId))
      .all(),
  };
}
