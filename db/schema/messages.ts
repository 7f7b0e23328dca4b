import { sql } from 'drizzle-orm';
import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, count, flag, id, instant, json, words } from '../columns';
import { person, school } from './people';

export type MessageKind = 'digest' | 'lead digest' | 'way in';
/**
 * `sending` is committed before the server is told of the message. `may have arrived`: the text was under way and the
 * reply never came, so it goes again only when the lead says so. `handed over`: printed or copied by hand. `set aside`:
 * it will not go, for the reason in `reply`.
 */
export type MessageState =
  | 'waiting'
  | 'sending'
  | 'sent'
  | 'refused'
  | 'may have arrived'
  | 'handed over'
  | 'set aside';

/** The outbox. Ordinary rows, no evidence: deleted when their time is up. */
export const message = sqliteTable(
  'message',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    /** Whom it is for. */
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    kind: words('kind').$type<MessageKind>().notNull(),
    /** Null for someone with no e-mail address: to be printed. */
    address: words('address'),
    /** Where a reply goes; null when nobody is named. */
    replyTo: words('reply_to'),
    subject: words('subject').notNull(),
    /** Encrypted, context `message:<id>`; null once nobody needs it, which for a way in is as soon as it went. */
    text: words('text'),
    /** Made when the message is written, and the same whenever it goes. */
    messageId: words('message_id').notNull(),
    state: words('state').$type<MessageState>().notNull(),
    /** Of a digest: the Monday of its week. */
    weekOf: civilDate('week_of'),
    /** Of a way in: the SHA-256 of the code in its text. */
    codeHash: words('code_hash'),
    /** A person's id, or `schedule`. */
    writtenBy: id('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
    /** Not before this, and not after that. */
    notBefore: instant('not_before').notNull(),
    goodUntil: instant('good_until').notNull(),
    tries: count('tries').notNull(),
    /** Of whoever is sending it, so that nobody settles another's try. */
    claim: id('claim'),
    sendingSince: instant('sending_since'),
    settledAt: instant('settled_at'),
    /** What the server said last, or why the message was set aside. */
    reply: words('reply'),
  },
  (t) => [
    uniqueIndex('message_message_id').on(t.messageId),
    uniqueIndex('message_week').on(t.personId, t.kind, t.weekOf).where(sql`week_of is not null`),
    index('message_state').on(t.state, t.notBefore),
    index('message_school').on(t.schoolId, t.writtenAt),
  ],
);

export type ReminderTone = 'gentle' | 'brief' | 'required';

/** How someone wants to be reminded; without a row: gently, on any working day. */
export const reminderChoice = sqliteTable('reminder_choice', {
  personId: id('person_id')
    .primaryKey()
    .references(() => person.id),
  tone: words('tone').$type<ReminderTone>().notNull(),
  /** 1 is Monday, 5 Friday. */
  days: json<number[]>('days').notNull(),
});

/** When a school's reminders go by themselves; without a row: when the lead sends them. */
export const reminderSchedule = sqliteTable('reminder_schedule', {
  schoolId: id('school_id')
    .primaryKey()
    .references(() => school.id),
  /** Null when only the leads' Friday list is wanted. 1 is Monday, 5 Friday. */
  weekday: count('weekday'),
  hour: count('hour').notNull(),
  /** Whether the leads get Friday's list of who needs a hand. */
  fridays: flag('fridays').notNull(),
  setBy: id('set_by').notNull(),
  setAt: instant('set_at').notNull(),
  /** The Mondays of the weeks in which each last ran. */
  ranIn: civilDate('ran_in'),
  fridayRanIn: civilDate('friday_ran_in'),
});

/** Whom the lead leaves out of one week's reminders. */
export const reminderLeftOut = sqliteTable(
  'reminder_left_out',
  {
    weekOf: civilDate('week_of').notNull(),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.weekOf, t.personId] })],
);
