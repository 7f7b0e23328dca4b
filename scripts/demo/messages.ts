import type { Attune } from '~/context.server';
import { writeDigests } from '~/messages/digests.server';
import { markHandedOver, openToHandOver } from '~/messages/outbox.server';
import { mailWaysIn, notJoined } from '~/messages/ways-in.server';
import type { Actor } from '~/people/actor';
import { listStaff } from '~/people/staff-list.server';
import { londonDate } from '~/record/london-date';

/** A week's reminders, printed and handed over, as in a school without a mail server. */
export function handOutReminders(attune: Attune, lead: Actor): void {
  if (writeDigests(attune, lead.schoolId, lead.personId) === 0) return;
  const ids = openToHandOver(attune, lead.schoolId, false).map(({ id }) => id);
  markHandedOver(attune, lead, ids);
}

/** Links for the first two who have not joined, waiting to be printed or copied. */
export function writeTwoLinks(attune: Attune, lead: Actor, schoolName: string): void {
  const { mail } = notJoined(listStaff(attune.db, lead.schoolId), londonDate(attune.now()));
  const recipients = mail.slice(0, 2).map(({ id, email }) => ({ personId: id, address: email }));
  if (recipients.length > 0) mailWaysIn(attune, lead, { recipients, schoolName });
}
