import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { person, personRole, staffImportRow } from '~db/schema';
import type { Details } from './lines';

/** Without the column's own encoder, which would write a JSON column's null as the word. */
const given = (name: string) => sql`${sql.placeholder(name)}`;
/** A JSON column's text. */
export const asJson = (value: object | null): string | null => value && JSON.stringify(value);

const details = {
  name: given('name'),
  email: given('email'),
  staffNumber: given('staffNumber'),
  roleGroup: given('roleGroup'),
  contract: given('contract'),
  teams: given('teams'),
  startDate: given('startDate'),
  leaveDate: given('leaveDate'),
  workingDays: given('workingDays'),
};

/** What the placeholders of `details` stand for. */
export const detailsAsStored = ({ teams, workingDays, ...rest }: Details) => ({
  ...rest,
  teams: asJson(teams),
  workingDays: asJson(workingDays),
});

/** What is written for each person, prepared once: drizzle takes longer to build a statement than SQLite to run it. */
export const statementsFor = (tx: Tx) => ({
  addPerson: tx
    .insert(person)
    .values({
      id: given('id'),
      schoolId: given('schoolId'),
      createdAt: given('createdAt'),
      ...details,
    })
    .prepare(),
  addRole: tx
    .insert(personRole)
    .values({ personId: given('id'), role: 'staff', givenAt: given('createdAt') })
    .prepare(),
  changePerson: tx
    .update(person)
    .set(details)
    .where(eq(person.id, given('id')))
    .prepare(),
});

/** Notes what one import did to each person; see `staffImportRow`. */
export const prepareDeed = (tx: Tx, importId: string) =>
  tx
    .insert(staffImportRow)
    .values({
      importId,
      personId: given('personId'),
      deed: given('deed'),
      before: given('before'),
      after: given('after'),
    })
    .prepare();

/** Notes what became of it when the import was undone. */
export const prepareUndone = (tx: Tx, importId: string) =>
  tx
    .update(staffImportRow)
    .set({ undone: given('undone') })
    .where(
      and(eq(staffImportRow.importId, importId), eq(staffImportRow.personId, given('personId'))),
    )
    .prepare();
