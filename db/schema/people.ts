import { sql } from 'drizzle-orm';
import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, count, flag, id, instant, json, words } from '../columns';

export type RoleGroup =
  | 'teaching assistant'
  | 'teacher'
  | 'leader'
  | 'midday'
  | 'office'
  | 'site'
  | 'kitchen'
  | 'pastoral'
  | 'governor'
  | 'other';
export type Contract = 'permanent' | 'fixed term' | 'agency' | 'volunteer' | 'governor';
export type Role = 'staff' | 'lead' | 'head';

/** One entry of who to tell: a name and how to reach them. */
export interface Contact {
  name: string;
  phone: string;
}
/** Whom staff tell, as the school entered it. No module opens to learners until it is there. */
export interface WhoToTell {
  safeguardingLead: Contact;
  deputySafeguardingLead: Contact;
  childrensSocialCare: Contact;
  head: Contact;
  chairOfGovernors: Contact;
  localAuthorityOfficer: Contact;
}

export const school = sqliteTable('school', {
  id: id('id').primaryKey(),
  name: words('name').notNull(),
  urn: words('urn'),
  whoToTell: json<WhoToTell>('who_to_tell'),
  /** What stays as it is whatever is learned here, in the school's own words; shown to all staff. */
  willNotChange: words('will_not_change'),
  createdAt: instant('created_at').notNull(),
});

/** A member of staff of one school. E-mail and staff number are stored in lower case; either signs in. */
export const person = sqliteTable(
  'person',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    name: words('name').notNull(),
    email: words('email'),
    staffNumber: words('staff_number'),
    roleGroup: words('role_group').$type<RoleGroup>().notNull(),
    contract: words('contract').$type<Contract>().notNull(),
    teams: json<string[]>('teams').notNull(),
    startDate: civilDate('start_date').notNull(),
    leaveDate: civilDate('leave_date'),
    passwordHash: words('password_hash'),
    /** When the person set a password for the first time. */
    joinedAt: instant('joined_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('person_email').on(t.email).where(sql`email is not null`),
    uniqueIndex('person_staff_number')
      .on(t.schoolId, t.staffNumber)
      .where(sql`staff_number is not null`),
    index('person_school').on(t.schoolId, t.name),
  ],
);

export const personRole = sqliteTable(
  'person_role',
  {
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    role: words('role').$type<Role>().notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
);

/** A one-use way in: a link or a printed code. Only the SHA-256 of the code is stored. */
export const joinCode = sqliteTable(
  'join_code',
  {
    codeHash: words('code_hash').primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    createdBy: id('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('join_code_person').on(t.personId)],
);

/** id is the SHA-256 of the token in the cookie; `expiresAt` is unix seconds, as Lucia keeps it. */
export const session = sqliteTable(
  'session',
  {
    id: id('id').primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    expiresAt: count('expires_at').notNull(),
    /** A shared computer's session ends after 15 idle minutes; one's own device's after 30 days. */
    sharedDevice: flag('shared_device').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Set at sign-out. An ended or expired session can do one thing for 24 hours: save a draft of what was typed. */
    endedAt: instant('ended_at'),
  },
  (t) => [index('session_person').on(t.personId)],
);

/** Failed sign-ins and wrong codes, for throttling. `key` is a SHA-256 of address or of the name typed. */
export const failedSignIn = sqliteTable(
  'failed_sign_in',
  {
    id: id('id').primaryKey(),
    key: words('key').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('failed_sign_in_key').on(t.key, t.at)],
);

/** One row at most: the hash of the one-time code that opens `/setup` on an empty database. */
export const setupCode = sqliteTable('setup_code', {
  codeHash: words('code_hash').primaryKey(),
  createdAt: instant('created_at').notNull(),
});
