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
/** What a school calls a role group, and that it has no use for one. */
export type RoleNames = Partial<Record<RoleGroup, { name?: string; hidden?: boolean }>>;
export type Contract = 'permanent' | 'fixed term' | 'agency' | 'volunteer' | 'governor';
export type Role = 'staff' | 'lead' | 'deputy' | 'head' | 'office' | 'trust lead';
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
export type Weekday = (typeof weekdays)[number];

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

/** Several schools that give their staff the same training. What each school's people learned stays the school's. */
export const trust = sqliteTable('trust', {
  id: id('id').primaryKey(),
  name: words('name').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const school = sqliteTable('school', {
  id: id('id').primaryKey(),
  name: words('name').notNull(),
  urn: words('urn'),
  whoToTell: json<WhoToTell>('who_to_tell'),
  /** What stays as it is whatever is learned here, in the school's own words; shown to all staff. */
  willNotChange: words('will_not_change'),
  /** What the school calls its role groups; null: by their own names. */
  roleNames: json<RoleNames>('role_names'),
  /** Null: of none. */
  trustId: id('trust_id').references(() => trust.id),
  /** The head's leave for the trust to see, by name, who has still to do what. */
  namesToTrust: flag('names_to_trust').notNull().default(false),
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
    /** Null when nobody has said. */
    workingDays: json<Weekday[]>('working_days'),
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
    /** Only of a deputy: the first day on which they stand in for the lead, and the last; null: until it is taken back. */
    fromOn: civilDate('from_on'),
    untilOn: civilDate('until_on'),
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
    /** Begun with a code for one module's quiz: its slug. Such a session opens that quiz and nothing else. */
    quiz: words('quiz'),
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

/** The hash of a one-time code that opens `/setup`: on an empty database, or for another school of a trust. */
export const setupCode = sqliteTable('setup_code', {
  codeHash: words('code_hash').primaryKey(),
  createdAt: instant('created_at').notNull(),
  /** Whose trust the school will be of; null for the first school. */
  trustId: id('trust_id').references(() => trust.id),
  /** Null: for as long as there is no school. */
  expiresAt: instant('expires_at'),
});

export type ImportState = 'to check' | 'done' | 'undone';
export type ImportDeed = 'added' | 'changed' | 'back' | 'left';

/**
 * A staff list from a spreadsheet: as read while it is being checked, then only what it did. Nothing of a list is kept
 * but the columns that Attune uses, and no list that nobody confirmed is kept for more than a day.
 */
export const staffImport = sqliteTable(
  'staff_import',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    by: id('by')
      .notNull()
      .references(() => person.id),
    /** The file's name; null when it was pasted. */
    file: words('file'),
    state: words('state').$type<ImportState>().notNull(),
    /** A `StaffList` (app/people/staff-list/list-row.ts) while it is being checked, then null. */
    list: json<unknown>('list'),
    /** The `Answers` (app/people/staff-list/answers.ts) given so far, then null. */
    answers: json<unknown>('answers'),
    /** How many rows there were of each kind, once done. */
    counts: json<Record<string, number>>('counts'),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
    undoneAt: instant('undone_at'),
    undoneBy: id('undone_by').references(() => person.id),
  },
  (t) => [index('staff_import_school').on(t.schoolId, t.createdAt)],
);

/** What an import did to one person; `before` and `after` hold only what it changed. */
export const staffImportRow = sqliteTable(
  'staff_import_row',
  {
    importId: id('import_id')
      .notNull()
      .references(() => staffImport.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    deed: words('deed').$type<ImportDeed>().notNull(),
    /** Null once the time for undoing is over. */
    before: json<Record<string, unknown>>('before'),
    after: json<Record<string, unknown>>('after'),
    /** What became of it when the import was undone: put back, or why it was kept. */
    undone: words('undone'),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.personId] }),
    index('staff_import_row_person').on(t.personId),
  ],
);
