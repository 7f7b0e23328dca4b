import { sql } from 'drizzle-orm';
import type { Db } from '~db/client.server';

/** When somebody's e-mail address was last changed (civil date), and in which role that was done. */
export interface AddressChange {
  on: string;
  byRole: string;
}

/**
 * The latest change of each e-mail address at a school, by person, from the record alone; nobody whose address is the one
 * they were first entered with. One query. `personId` keeps one person.
 */
export function addressChanges(
  db: Db,
  school: string,
  personId?: string,
): Map<string, AddressChange> {
  const rows = db.all<{ personId: string } & AddressChange>(sql`
    select person_id as personId, recorded_on as "on", recorded_by_role as byRole
    from (
      select person_id, from_seq, email, recorded_on, recorded_by_role,
        lag(email) over by_time as before, row_number() over by_time as n
      from staff_row
      where school = ${school} ${personId === undefined ? sql`` : sql`and person_id = ${personId}`}
      window by_time as (partition by person_id order by from_seq)
    )
    where n > 1 and email is not before
    order by from_seq`);
  return new Map(rows.map(({ personId: id, ...change }) => [id, change]));
}
