import { eq } from 'drizzle-orm';
import type { Actor } from '~/people/actor';
import { addPeople, makeSchool, makeTestHouse, type TestHouse } from '~/people/test-house';
import { message, person } from '~db/schema';
import { type MessageRow, type NewMessage, writeMessage } from './write.server';

export interface TestOutbox extends TestHouse {
  lead: Actor;
  people: string[];
  rows(): MessageRow[];
  /** A reminder for one of the people, good for a week unless told otherwise. */
  write(personId: string, more?: Partial<NewMessage>): void;
}

/** A school on Monday 7 September 2026 at ten, with `n` people who have an e-mail address each. */
export async function makeOutbox(n: number): Promise<TestOutbox> {
  const house = makeTestHouse();
  const { attune } = house;
  const { lead } = await makeSchool(house);
  const people = addPeople(house, lead, n);
  return {
    ...house,
    lead,
    people,
    rows: () => attune.db.select().from(message).orderBy(message.writtenAt, message.id).all(),
    write(personId, more = {}) {
      const row = attune.db.select().from(person).where(eq(person.id, personId)).get();
      writeMessage(attune.db, attune, attune.now(), {
        schoolId: lead.schoolId,
        personId,
        kind: 'digest',
        address: row?.email ?? null,
        replyTo: null,
        subject: 'What is open for you',
        text: `Hello ${row?.name}`,
        writtenBy: lead.personId,
        goodUntil: attune.now().getTime() + 7 * 24 * 3_600_000,
        ...more,
      });
    },
  };
}
