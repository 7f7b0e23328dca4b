import { sql } from 'drizzle-orm';
import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, count, flag, id, instant, json, words } from '../columns';

/** Exactly the leaf of the Merkle tree; no field identifies a person. Triggers refuse UPDATE and DELETE. */
export const event = sqliteTable(
  'event',
  {
    id: id('id').primaryKey(),
    school: id('school').notNull(),
    seq: count('seq').notNull(),
    at: instant('at').notNull(),
    verb: words('verb').notNull(),
    object: words('object').notNull(),
    module: words('module'),
    contentHash: words('content_hash'),
    digests: json<string[]>('digests').notNull(),
  },
  (t) => [
    uniqueIndex('event_seq').on(t.school, t.seq),
    index('event_at').on(t.school, t.at, t.seq),
    index('event_renamed').on(t.school, t.seq).where(sql`verb = 'school renamed'`),
  ],
);

/** One disclosure `[salt, name, value]` of an event's data. Erasure deletes names, e-mails and staff numbers; triggers refuse the rest. */
export const eventDetail = sqliteTable(
  'event_detail',
  {
    eventId: id('event_id')
      .notNull()
      .references(() => event.id),
    digest: words('digest').notNull(),
    salt: words('salt').notNull(),
    name: words('name').notNull(),
    value: json<unknown>('value'),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.digest] })],
);

/** The right edge of each school's tree: all that appending needs. `edge` lists base64 hashes, largest subtree first. */
export const treeEdge = sqliteTable('tree_edge', {
  school: id('school').primaryKey(),
  /** The log's origin line; a restore moves to a new one. */
  origin: words('origin').notNull(),
  size: count('size').notNull(),
  edge: json<string[]>('edge').notNull(),
  /** `at` of the newest event: the next one is never earlier. */
  lastAt: instant('last_at').notNull(),
});

/*
 * Projections are bitemporal: a row says what was known from event `fromSeq` until just before `toSeq` (null: still so).
 * As at D is the rows open at the size of the log at the end of D, so today and any past day are one and the same query.
 */
const known = { fromSeq: count('from_seq').notNull(), toSeq: count('to_seq') };
/** What a row version rests on: the newest event that changed it, and all the events that an export must open for it. */
const source = {
  happenedOn: civilDate('happened_on'),
  recordedOn: civilDate('recorded_on').notNull(),
  recordedByRole: words('recorded_by_role').notNull(),
  recordedBy: id('recorded_by').notNull(),
  /** Id of the event that the row rests on. */
  recordId: id('record_id').notNull(),
  restsOn: json<string[]>('rests_on').notNull(),
};

export type TrainingStatus =
  | 'current'
  | 'in progress'
  | 'due'
  | 'refresh due'
  | 'exempt'
  | 'withdrawn';
/** One assignment that asks a person for a module. */
export interface Asked {
  assignment: string;
  assignedOn: string;
  dueOn: string;
  /** From when they are to learn it, when that is not at once. */
  opensOn?: string;
}

/** A session in which pages or a scenario of a line were done with a group. */
export interface Together {
  /** Id of the `did together` event. */
  entry: string;
  /** Empty in an export, which does not open them. */
  session: string;
  ledBy: string;
  /** Civil date. */
  heldOn: string;
}

export const staffRow = sqliteTable(
  'staff_row',
  {
    school: id('school').notNull(),
    personId: id('person_id').notNull(),
    ...known,
    /** Null once erased. */
    name: words('name'),
    email: words('email'),
    staffNumber: words('staff_number'),
    roleGroup: words('role_group').notNull(),
    teams: json<string[]>('teams').notNull(),
    contract: words('contract').notNull(),
    startDate: civilDate('start_date').notNull(),
    leaveDate: civilDate('leave_date'),
    ...source,
  },
  (t) => [
    primaryKey({ columns: [t.school, t.personId, t.fromSeq] }),
    index('staff_row_from').on(t.school, t.fromSeq),
  ],
);

/** How a session came on the record: somebody said who was there, or the school brought its own list of past training. */
export type EnteredFrom = 'register' | 'own list';

/**
 * The training record's line: one pass of a person through a module, from being asked for it or starting it to completing
 * it. A later pass is another line, so that no completion overwrites another. Or one training session that a person
 * attended: then `session` says which, `moduleTitle` is what it was called, and `module` is empty.
 */
export const trainingRow = sqliteTable(
  'training_row',
  {
    school: id('school').notNull(),
    /** Enrolment id once started, before that `assignment:person`; of a session, the id of the event. */
    rowId: id('row_id').notNull(),
    ...known,
    personId: id('person_id').notNull(),
    module: words('module').notNull(),
    moduleTitle: words('module_title').notNull(),
    version: count('version'),
    contentHash: words('content_hash'),
    cpdType: words('cpd_type'),
    /** The assignments that this pass answers; `assignedOn` and `dueOn` are the earliest of them. */
    asked: json<Asked[]>('asked').notNull(),
    assignedOn: civilDate('assigned_on'),
    dueOn: civilDate('due_on'),
    startedOn: civilDate('started_on'),
    completedOn: civilDate('completed_on'),
    /** Id of the `completed` or the `session attended` event. */
    completionId: id('completion_id'),
    /** True once completed; a "not yet" is nobody else's business, so null until then. */
    standardMet: flag('standard_met'),
    publishedMinutes: count('published_minutes'),
    status: words('status').$type<TrainingStatus>().notNull(),
    /** Id of the training session; null of a module, as are the three after it. */
    session: id('session'),
    sessionKind: words('session_kind'),
    /** Null also of a session that the school itself gave. */
    provider: words('provider'),
    enteredFrom: words('entered_from').$type<EnteredFrom>(),
    /** What was done of it with a group, and stands. */
    together: json<Together[]>('together').notNull().default([]),
    ...source,
  },
  (t) => [
    primaryKey({ columns: [t.school, t.rowId, t.fromSeq] }),
    index('training_row_session').on(t.school, t.session).where(sql`session is not null`),
    index('training_row_person').on(t.school, t.personId, t.module),
    index('training_row_completion').on(t.school, t.completionId),
    index('training_row_from').on(t.school, t.fromSeq),
  ],
);

/** Frozen when earned: what the certificate said on the day. */
export const certificateRow = sqliteTable(
  'certificate_row',
  {
    school: id('school').notNull(),
    completionId: id('completion_id').notNull(),
    ...known,
    personId: id('person_id').notNull(),
    /** Public code of `/verify/<code>`. */
    code: words('code').notNull(),
    name: words('name'),
    module: words('module').notNull(),
    moduleTitle: words('module_title').notNull(),
    version: count('version').notNull(),
    contentHash: words('content_hash').notNull(),
    minutes: count('minutes').notNull(),
    /** Of a refresher, the number of the version completed before; null when the version was taken whole. */
    refreshes: count('refreshes'),
    outcomes: json<string[]>('outcomes').notNull(),
    completedOn: civilDate('completed_on').notNull(),
    /** Sessions of a group on which the completion rests. */
    together: json<Together[]>('together').notNull().default([]),
    status: words('status').$type<'valid' | 'corrected' | 'withdrawn'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.school, t.completionId, t.fromSeq] }),
    index('certificate_code').on(t.code),
    index('certificate_person').on(t.school, t.personId),
  ],
);

/** What the school changed, as the record knows it: everything but the words, which `change_words` holds by their digest. */
export const schoolChangeRow = sqliteTable(
  'school_change_row',
  {
    school: id('school').notNull(),
    changeId: id('change_id').notNull(),
    ...known,
    /** One each of `changeKinds`, `changeThemes` and `changeOwners` (app/record/change-kinds.ts). */
    kind: words('kind').notNull(),
    themes: json<string[]>('themes').notNull(),
    owner: words('owner').notNull(),
    changedOn: civilDate('changed_on').notNull(),
    /** Null: no further look is planned. */
    reviewOn: civilDate('review_on'),
    /** When it was last looked at again; null until then. */
    reviewedOn: civilDate('reviewed_on'),
    wordsDigest: words('words_digest').notNull(),
    status: words('status').$type<'current' | 'withdrawn'>().notNull(),
    /** Why this version took the place of the one before; null of the first. */
    reason: words('reason'),
    ...source,
  },
  (t) => [
    primaryKey({ columns: [t.school, t.changeId, t.fromSeq] }),
    index('school_change_from').on(t.school, t.fromSeq),
  ],
);

/** Who opened or exported whose record and when. Its own table: a GET may write it, and nothing else. */
export const accessLog = sqliteTable(
  'access_log',
  {
    id: id('id').primaryKey(),
    school: id('school').notNull(),
    at: instant('at').notNull(),
    /** Who looked. */
    actor: id('actor').notNull(),
    /** Whose record, or null for the whole school's. */
    person: id('person'),
    /** In words that the person whose record it is will read: "opened the training record". */
    what: words('what').notNull(),
    /** Of a look at several people, a line each: the id of the first of them. Null: a look by itself. */
    act: id('act'),
  },
  (t) => [
    index('access_log_person').on(t.school, t.person, t.at),
    index('access_log_at').on(t.school, t.at, t.id),
    index('access_log_act').on(t.act),
    // The list of looks leaves out thousands of lines of one download.
    index('access_log_looks').on(t.school, t.at, t.id).where(sql`act is null or act = id`),
  ],
);
