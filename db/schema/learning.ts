import { sql } from 'drizzle-orm';
import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { count, flag, id, instant, json, words } from '../columns';
import { person, school } from './people';

export type Confidence = 'sure' | 'fairly' | 'guess';
/** What was picked, as positions in the archived version: options chosen, or for `sort` the category index of each statement. */
export type Pick = number[];

/** One person's way through one version of a module, from Start to completion; one open per person and module. */
export const enrolment = sqliteTable(
  'enrolment',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    module: words('module').notNull(),
    version: count('version').notNull(),
    contentHash: words('content_hash').notNull(),
    /** Of a refresher, the hash of the version completed before; null when the version is taken whole. */
    refreshes: words('refreshes'),
    /** True once "I know this already" was chosen: the quiz stands for the required pages if the standard is met at the first go. */
    knownAlready: flag('known_already').notNull(),
    startedAt: instant('started_at').notNull(),
    completedAt: instant('completed_at'),
    /** Id of the `completed` event. */
    completionId: id('completion_id'),
    /** Version of the completion rule that decided. */
    ruleVersion: count('rule_version'),
    /** Since when it counts for nothing: its completion was withdrawn with all that led to it, or it was begun in place of one that was put back. */
    setAsideAt: instant('set_aside_at'),
  },
  (t) => [
    uniqueIndex('enrolment_one_open')
      .on(t.personId, t.module)
      .where(sql`completed_at is null and set_aside_at is null`),
    index('enrolment_person').on(t.personId, t.module),
  ],
);

/** A completion that was withdrawn and can be put back: what its enrolment held. */
export const withdrawnCompletion = sqliteTable('withdrawn_completion', {
  /** Id of the `completed` event. */
  completionId: id('completion_id').primaryKey(),
  enrolmentId: id('enrolment_id')
    .notNull()
    .references(() => enrolment.id),
  completedAt: instant('completed_at').notNull(),
  ruleVersion: count('rule_version').notNull(),
  /** The goes that were set aside with it bear the same instant. */
  withdrawnAt: instant('withdrawn_at').notNull(),
});

/** Somebody has read that a completion of theirs was put back: it is told them until then. */
export const putBackRead = sqliteTable(
  'put_back_read',
  {
    /** Id of the `put back` event. */
    entry: id('entry').primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    at: instant('at').notNull(),
  },
  (t) => [index('put_back_read_person').on(t.personId)],
);

/** "Read" means that Continue was pressed; nothing claims more. */
export const pageContinued = sqliteTable(
  'page_continued',
  {
    enrolmentId: id('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    page: words('page').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.enrolmentId, t.page] })],
);

/** Formative answers to checks and pre-questions; the first one stays, later tries are not kept. Never counted. */
export const checkAnswer = sqliteTable(
  'check_answer',
  {
    enrolmentId: id('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    question: words('question').notNull(),
    pick: json<Pick>('pick').notNull(),
    confidence: words('confidence').$type<Confidence>(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.enrolmentId, t.question] })],
);

/** One go at a scenario. `steps` lists the choices made, in order. */
export const scenarioRun = sqliteTable(
  'scenario_run',
  {
    id: id('id').primaryKey(),
    enrolmentId: id('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    scenario: words('scenario').notNull(),
    page: words('page').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Id of the step or ending where the learner is now. */
    at: words('at').notNull(),
    /** The ending reached, when there is one. */
    ending: words('ending'),
    endedAt: instant('ended_at'),
    debriefReadAt: instant('debrief_read_at'),
    /** The plain summary was read in place of the example; counts the same. */
    summaryReadAt: instant('summary_read_at'),
  },
  (t) => [index('scenario_run_enrolment').on(t.enrolmentId, t.scenario)],
);

export const scenarioChoice = sqliteTable(
  'scenario_choice',
  {
    runId: id('run_id')
      .notNull()
      .references(() => scenarioRun.id),
    /** 0, 1, 2… within the run. */
    n: count('n').notNull(),
    step: words('step').notNull(),
    /** Position of the choice in the step. */
    choice: count('choice').notNull(),
    /** Why they chose it: optional, private, encrypted. */
    why: words('why'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.n] })],
);

/** One go at a quiz; one open per enrolment. `items` are question ids in the order asked; `seed` shuffles the options. */
export const attempt = sqliteTable(
  'attempt',
  {
    id: id('id').primaryKey(),
    enrolmentId: id('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    n: count('n').notNull(),
    seed: words('seed').notNull(),
    items: json<string[]>('items').notNull(),
    openedAt: instant('opened_at').notNull(),
    markedAt: instant('marked_at'),
    standardMet: flag('standard_met'),
    /** Since when it counts for nothing for its person. Counted in fives, where nobody is known, it still is: see `in-fives.ts`. */
    setAsideAt: instant('set_aside_at'),
  },
  (t) => [
    uniqueIndex('attempt_one_open')
      .on(t.enrolmentId)
      .where(sql`marked_at is null and set_aside_at is null`),
    uniqueIndex('attempt_n').on(t.enrolmentId, t.n),
  ],
);

/** Unique per attempt and item: a repeated submit changes nothing. */
export const answer = sqliteTable(
  'answer',
  {
    attemptId: id('attempt_id')
      .notNull()
      .references(() => attempt.id),
    item: words('item').notNull(),
    pick: json<Pick>('pick').notNull(),
    /** Null on paper, where it may be left out. */
    confidence: words('confidence').$type<Confidence>(),
    right: flag('right').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.item] })],
);

/** "How confident are you that you could …", per outcome, before, after, and eight school weeks later: 1 (not yet) to 5 (very). */
export const outcomeConfidence = sqliteTable(
  'outcome_confidence',
  {
    enrolmentId: id('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    moment: words('moment').$type<'before' | 'after' | 'later'>().notNull(),
    /** 1, 2, 3… as numbered in the module's outcomes. */
    outcome: count('outcome').notNull(),
    level: count('level').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.enrolmentId, t.moment, t.outcome] })],
);

/** One thing I will do. The three texts are encrypted and private to their writer. */
export const commitment = sqliteTable('commitment', {
  enrolmentId: id('enrolment_id')
    .primaryKey()
    .references(() => enrolment.id),
  what: words('what').notNull(),
  when: words('when').notNull(),
  know: words('know').notNull(),
  at: instant('at').notNull(),
});

/** Private, encrypted, deletable by the writer, in no export but the writer's own. */
export const reflection = sqliteTable(
  'reflection',
  {
    id: id('id').primaryKey(),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    module: words('module').notNull(),
    contentHash: words('content_hash').notNull(),
    prompt: words('prompt').notNull(),
    text: words('text').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [uniqueIndex('reflection_prompt').on(t.personId, t.module, t.prompt)],
);

/** What is being typed, kept on the server only. `key` names the form (its path and id); `fields` is encrypted JSON. */
export const draft = sqliteTable(
  'draft',
  {
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    key: words('key').notNull(),
    fields: words('fields').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] })],
);

/** Asked after the second "not yet": may the lead offer help? Until `agreed`, the lead sees "in progress". */
export const helpRequest = sqliteTable('help_request', {
  enrolmentId: id('enrolment_id')
    .primaryKey()
    .references(() => enrolment.id),
  agreed: flag('agreed').notNull(),
  at: instant('at').notNull(),
});

/**
 * A question that came back after its module was completed, at one of four moments. It counts towards nothing; of
 * all staff together, in fives, it is known how the first one went. Skipped ones were offered and not wanted.
 */
export const recallItem = sqliteTable(
  'recall_item',
  {
    id: id('id').primaryKey(),
    enrolmentId: id('enrolment_id')
      .notNull()
      .references(() => enrolment.id),
    /** The moment, in school weeks after completion. */
    weeks: count('weeks').notNull(),
    item: words('item').notNull(),
    askedAt: instant('asked_at').notNull(),
    pick: json<Pick>('pick'),
    right: flag('right'),
    answeredAt: instant('answered_at'),
    skippedAt: instant('skipped_at'),
  },
  (t) => [uniqueIndex('recall_item_once').on(t.enrolmentId, t.weeks, t.item)],
);

/** Who has said that they want neither questions nor a look back after a module. */
export const afterwardsOff = sqliteTable('afterwards_off', {
  personId: id('person_id')
    .primaryKey()
    .references(() => person.id),
  at: instant('at').notNull(),
});

/** What became of a commitment. */
export type Tried = 'yes' | 'in part' | 'not yet' | 'no longer fits';

/** Eight school weeks on: did you try it, and what happened? Or: skipped. `happened` is encrypted and private. */
export const followUp = sqliteTable('follow_up', {
  enrolmentId: id('enrolment_id')
    .primaryKey()
    .references(() => enrolment.id),
  tried: words('tried').$type<Tried>(),
  happened: words('happened'),
  skipped: flag('skipped').notNull(),
  at: instant('at').notNull(),
});

/**
 * A minute's note of something tried in school: ids from the lists in content/practices.yaml, and an optional note,
 * which is encrypted and private. The picks are counted for the whole school and never shown by person.
 */
export const practiceLog = sqliteTable(
  'practice_log',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    personId: id('person_id')
      .notNull()
      .references(() => person.id),
    practice: words('practice').notNull(),
    setting: words('setting').notNull(),
    went: words('went').notNull(),
    /** What got in the way; null when nothing did. */
    barrier: words('barrier'),
    next: words('next').notNull(),
    note: words('note'),
    at: instant('at').notNull(),
  },
  (t) => [
    index('practice_log_person').on(t.personId, t.at),
    index('practice_log_school').on(t.schoolId, t.at),
  ],
);
