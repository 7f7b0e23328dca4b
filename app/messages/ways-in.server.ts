import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { hashCode } from '~/people/code.server';
import { readStaffMember, type StaffMember } from '~/people/staff-list.server';
import { insertWayIn } from '~/people/way-in.server';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { joinCode, person } from '~db/schema';
import { MessageError } from './errors';
import { wayInText } from './way-in-text';
import { setAsideWaysIn, writeMessage } from './write.server';

type House = Pick<Attune, 'db' | 'now' | 'keyring' | 'config'>;

/** Whom a way in can be e-mailed to, and who would need a printed one. */
export function notJoined(
  staff: readonly StaffMember[],
  today: string,
): { mail: StaffMember[]; print: StaffMember[] } {
  const waiting = staff.filter(
    ({ joinedAt, leaveDate }) => joinedAt === null && (leaveDate === null || leaveDate >= today),
  );
  return {
    mail: waiting.filter(({ email }) => email !== null),
    print: waiting.filter(({ email }) => email === null),
  };
}

/** Until when people have a way in that nobody has used yet, in UTC milliseconds. */
export function openWaysIn(db: Db, schoolId: string, now: Date): Map<string, number> {
  const rows = db
    .select({ personId: joinCode.personId, expiresAt: joinCode.expiresAt })
    .from(joinCode)
    .innerJoin(person, eq(person.id, joinCode.personId))
    .where(
      and(
        eq(person.schoolId, schoolId),
        isNull(joinCode.usedAt),
        gt(joinCode.expiresAt, now.getTime()),
      ),
    )
    .all();
  return new Map(rows.map(({ personId, expiresAt }) => [personId, expiresAt]));
}

/** Somebody to whom a way in is to go, and the address that its sender was shown. */
export interface Recipient {
  personId: string;
  address: string | null;
}

/**
 * Makes a fresh way in for each person and puts it in the outbox, all or none. Older ways in of theirs end, whether or
 * not they had gone. A way in opens an account to whoever reads it, and the school office may change an address: it goes
 * to the address that the sender was shown, or to nobody.
 * @param schoolName for the words of the message
 * @returns how many were written
 * @throws MessageError `nobody-chosen`, `no-address` or `address-changed`; PeopleError `not-here` or `has-left`
 */
export function mailWaysIn(
  attune: House,
  actor: Actor,
  { recipients, schoolName }: { recipients: readonly Recipient[]; schoolName: string },
): number {
  const shown = new Map(recipients.map(({ personId, address }) => [personId, address]));
  if (shown.size === 0) {
    throw new MessageError('nobody-chosen', 'Choose at least one person.', 'person');
  }
  const { db, now, config } = attune;
  return inTransaction(db, (tx) => {
    const sender = readStaffMember(db, actor.schoolId, actor.personId);
    for (const [personId, address] of shown) {
      const { name, email } = readStaffMember(db, actor.schoolId, personId);
      if (email === null) {
        throw new MessageError(
          'no-address',
          `There is no e-mail address for ${name}. Print them a way in instead.`,
          'person',
        );
      }
      if (email !== address) {
        throw new MessageError(
          'address-changed',
          `The e-mail address of ${name} was changed after this page was opened, and is ${email} now. Check it with them before you send the link.`,
          'person',
          409,
        );
      }
      setAsideWaysIn(tx, now(), actor.schoolId, [personId]);
      const { code, expiresAt } = insertWayIn(tx, now(), actor, personId);
      writeMessage(tx, attune, now(), {
        schoolId: actor.schoolId,
        personId,
        kind: 'way in',
        address: email,
        replyTo: sender.email,
        ...wayInText({
          name,
          code,
          origin: config.origin,
          schoolName,
          lead: sender.name,
          signInName: email,
          expiresOn: londonDate(expiresAt),
        }),
        codeHash: hashCode(code),
        writtenBy: actor.personId,
        goodUntil: expiresAt,
      });
    }
    return shown.size;
  });
}
