import { index, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, count, flag, id, instant, json, words } from '../columns';
import { person, school } from './people';

export const funds = ['school budget', 'Pupil Premium Plus', 'other'] as const;
export type Fund = (typeof funds)[number];

/**
 * An INSET day, a meeting, a course: what it was and what it cost. Who attended is on the record, an event each, with
 * the details it had then; here they stand for whoever is put down next.
 */
export const trainingSession = sqliteTable(
  'training_session',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    title: words('title').notNull(),
    /** One of `sessionKinds` (app/record/session-kinds.ts). */
    kind: words('kind').notNull(),
    /** Null: the school itself. */
    provider: words('provider'),
    heldOn: civilDate('held_on').notNull(),
    /** Null: nobody knows any more. */
    minutes: count('minutes'),
    /** Of the whole session, never of a person. */
    costPence: count('cost_pence'),
    fund: words('fund').$type<Fund>(),
    /** What the school made of it, in its own words, which name nobody. */
    evaluation: words('evaluation'),
    /** As the school's own list had it, so that the same list changes nothing a second time, whatever was corrected since. */
    listKey: words('list_key'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('training_session_school').on(t.schoolId, t.heldOn)],
);

export type ListState = 'to check' | 'done' | 'undone';

/**
 * Names for one session, or a whole list of past training, as read while it is being checked; once it is in, only how
 * many rows there were of each kind. No list that nobody confirmed is kept for more than a day.
 */
export const trainingList = sqliteTable(
  'training_list',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    by: id('by')
      .notNull()
      .references(() => person.id),
    /** The session whose names these are; null for past training. */
    sessionId: id('session_id').references(() => trainingSession.id),
    /** The file's name; null when it was pasted. */
    file: words('file'),
    state: words('state').$type<ListState>().notNull(),
    /** A `TrainingRows` (app/training-sessions/lists/list-row.ts) while it is being checked, then null. */
    list: json<unknown>('list'),
    /** By row number, the person decided on, or `out`. */
    answers: json<Record<string, string>>('answers').notNull(),
    counts: json<Record<string, number>>('counts'),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
    undoneAt: instant('undone_at'),
    undoneBy: id('undone_by').references(() => person.id),
  },
  (t) => [index('training_list_school').on(t.schoolId, t.createdAt)],
);

/** What a list of past training put on the record, so that the whole of it can be undone. */
export const trainingListEntry = sqliteTable(
  'training_list_entry',
  {
    /** Id of the `session attended` event. */
    attendance: id('attendance').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    listId: id('list_id')
      .notNull()
      .references(() => trainingList.id),
    /** The session that the list made, or found. No reference: one that an undoing leaves empty goes. */
    sessionId: id('session_id').notNull(),
    personId: id('person_id').notNull(),
    /** The list was undone and this with it: another list may bring it in again. */
    undone: flag('undone').notNull().default(false),
  },
  (t) => [index('training_list_entry_list').on(t.schoolId, t.listId)],
);
