import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, count, flag, id, instant, json, words } from '../columns';
import { type Contract, person, type RoleGroup, school } from './people';

export const cohort = sqliteTable(
  'cohort',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    name: words('name').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('cohort_name').on(t.schoolId, t.name)],
);

export const cohortMember = sqliteTable(
  'cohort_member',
  {
    cohortId: id('cohort_id')
      .notNull()
      .references(() => cohort.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    addedAt: instant('added_at').notNull(),
    /** Came in by the cohort's rule, and goes by it; false: by hand. */
    byRule: flag('by_rule').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.personId] }),
    index('cohort_member_person').on(t.personId),
  ],
);

/** Who is in a cohort without being put there: everyone, or whoever fits each list that is not empty. */
export interface CohortRule {
  everyone: boolean;
  roleGroups: RoleGroup[];
  teams: string[];
  contracts: Contract[];
}

/** A rule that a cohort follows: whoever fits it is in, and whoever joins. */
export const cohortRule = sqliteTable('cohort_rule', {
  cohortId: id('cohort_id')
    .primaryKey()
    .references(() => cohort.id),
  schoolId: id('school_id')
    .notNull()
    .references(() => school.id),
  rule: json<CohortRule>('rule').notNull(),
  setBy: id('set_by').notNull(),
  setAt: instant('set_at').notNull(),
});

/** Taken out by hand of a cohort that follows a rule: the rule does not bring them back. */
export const cohortLeftOut = sqliteTable(
  'cohort_left_out',
  {
    cohortId: id('cohort_id')
      .notNull()
      .references(() => cohort.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.cohortId, t.personId] })],
);

/** Somebody who leads a cohort, as a head of department does: they see how far it is, and nothing else. */
export const cohortHead = sqliteTable(
  'cohort_head',
  {
    cohortId: id('cohort_id')
      .notNull()
      .references(() => cohort.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    givenAt: instant('given_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.personId] }),
    index('cohort_head_person').on(t.schoolId, t.personId),
  ],
);

/** A module of a pathway, and the school weeks from its start in which it opens and is due, the first being 1. */
export interface PathwayStep {
  module: string;
  opens: number;
  due: number;
}

/** A pathway of the school's own, made from another one; what cohorts were given of it stays as it was then. */
export const schoolPathway = sqliteTable(
  'school_pathway',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    title: words('title').notNull(),
    /** Whom it is for, in the lead's words. */
    forWhom: words('for_whom').notNull(),
    /** In the order in which they open. */
    steps: json<PathwayStep[]>('steps').notNull(),
    changedBy: id('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [index('school_pathway_school').on(t.schoolId, t.title)],
);

/** A pathway as a cohort was given it; each of its modules is an assignment. */
export const givenPathway = sqliteTable(
  'given_pathway',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    cohortId: id('cohort_id')
      .notNull()
      .references(() => cohort.id),
    /** Id of the pathway, Attune's or the school's. */
    pathway: words('pathway').notNull(),
    /** As they were that day. */
    title: words('title').notNull(),
    steps: json<PathwayStep[]>('steps').notNull(),
    startsOn: civilDate('starts_on').notNull(),
    givenBy: id('given_by').notNull(),
    givenAt: instant('given_at').notNull(),
    stoppedAt: instant('stopped_at'),
  },
  (t) => [index('given_pathway_cohort').on(t.schoolId, t.cohortId)],
);

/** A module given to a cohort, with a due date and the paid time it is given. */
export const assignment = sqliteTable(
  'assignment',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    cohortId: id('cohort_id')
      .notNull()
      .references(() => cohort.id),
    module: words('module').notNull(),
    /** The pathway that it is a step of; null when it was given by itself. */
    givenPathwayId: id('given_pathway_id').references(() => givenPathway.id),
    /** Of a pathway's step: the pathway's first day, from which everyone's own days are counted. */
    countedFrom: civilDate('counted_from'),
    /** From when it is to be learned; null: at once. */
    opensOn: civilDate('opens_on'),
    dueOn: civilDate('due_on').notNull(),
    /** Minutes of paid time given for it. */
    paidMinutes: count('paid_minutes').notNull(),
    /** When that paid time is, in the lead's words: "Tuesday twilight, 3.30 to 4.15". */
    paidTime: words('paid_time').notNull(),
    assignedBy: id('assigned_by').notNull(),
    assignedAt: instant('assigned_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    index('assignment_cohort').on(t.cohortId),
    index('assignment_school').on(t.schoolId, t.module),
  ],
);

/** What a span of dates is to a school. */
export type SchoolDatesKind = 'term' | 'closed' | 'INSET';

/** The school's own dates, as the lead entered them. Both ends count; an INSET day is one day. */
export const schoolDates = sqliteTable(
  'school_dates',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    kind: words('kind').$type<SchoolDatesKind>().notNull(),
    name: words('name').notNull(),
    startsOn: civilDate('starts_on').notNull(),
    endsOn: civilDate('ends_on').notNull(),
  },
  (t) => [index('school_dates_school').on(t.schoolId, t.startsOn)],
);

/** When someone is away: the dates and never the reason. Both ends count; `endsOn` is null until it is known. */
export const leave = sqliteTable(
  'leave',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    startsOn: civilDate('starts_on').notNull(),
    endsOn: civilDate('ends_on'),
  },
  (t) => [index('leave_person').on(t.personId, t.startsOn)],
);

/** Why the lead does not ask one person for one assignment. Nothing about anybody's health. */
export type ExemptionReason = 'trained elsewhere' | 'not part of the role' | 'short contract';

/** One person is not asked for one assignment, until it is taken back. The record has both as events. */
export const exemption = sqliteTable(
  'exemption',
  {
    assignmentId: id('assignment_id')
      .notNull()
      .references(() => assignment.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    reason: words('reason').$type<ExemptionReason>().notNull(),
    givenBy: id('given_by').notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.personId] }),
    index('exemption_person').on(t.schoolId, t.personId),
  ],
);

/**
 * Somebody with whom the lead has spoken: they are not on this week's list again until that day, and then the row goes.
 * Not on the record: a word in passing is nobody's evidence.
 */
export const spokenWith = sqliteTable('spoken_with', {
  personId: id('person_id')
    .primaryKey()
    .references(() => person.id),
  schoolId: id('school_id')
    .notNull()
    .references(() => school.id),
  by: id('by')
    .notNull()
    .references(() => person.id),
  at: instant('at').notNull(),
  /** Civil date, a Friday: on that day they may be listed again. */
  until: civilDate('until').notNull(),
});
