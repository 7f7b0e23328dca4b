import type Database from 'better-sqlite3';
import type { Tx } from '~db/client.server';
import { append } from './append.server';
import { clientOf, preparedOnce } from './client.server';
import { londonDate } from './london-date';

export interface Erasure {
  school: string;
  /** Whose name, e-mail and staff number go. */
  person: string;
  actor: string;
  actorRole: string;
}

const statements = preparedOnce((client: Database.Database) => ({
  erase: client.prepare(
    `delete from event_detail where name in ('name', 'email', 'staffNumber') and event_id in (
       select e.id from event e join event_detail about on about.event_id = e.id
       where e.school = ? and about.name = 'person' and about.value = ?)`,
  ),
}));

/**
 * Takes a person's name, e-mail and staff number out of the record: their disclosures go, from every event about that
 * person, and so does the name in every version of every row. Events, dates, role group and counts stay, and everything
 * still verifies. Call it inside the transaction that also clears the staff list. The bytes are overwritten in the
 * database file (secure_delete, see openDb); backups made before keep them until they are thrown away.
 */
export function erasePerson(
  tx: Tx,
  now: Date,
  { school, person, actor, actorRole }: Erasure,
): void {
  statements(clientOf(tx)).erase.run(school, JSON.stringify(person));
  const happenedOn = londonDate(now);
  append(tx, now, {
    school,
    verb: 'erased',
    object: person,
    actor,
    actorRole,
    person,
    happenedOn,
    data: {},
  });
}
