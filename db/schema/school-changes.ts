import { index, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { civilDate, count, flag, id, instant, words } from '../columns';
import { school } from './people';

/**
 * What the school wrote about a change, once for each time it said it anew. The event holds the digest alone, so that words
 * which name somebody can be taken out and the record still fits.
 */
export const changeWords = sqliteTable(
  'change_words',
  {
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    changeId: id('change_id').notNull(),
    /** As in the event and in `school_change_row`. */
    digest: words('digest').notNull(),
    salt: words('salt').notNull(),
    what: words('what').notNull(),
    why: words('why').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.digest] }),
    index('change_words_change').on(t.schoolId, t.changeId),
  ],
);

/**
 * How one line of the self-audit stands, at the baseline or in one term. Never changed: said anew, it is another row, so
 * that any past day is known. Only words that name somebody are taken out, from every row of that moment.
 */
export const selfAuditEntry = sqliteTable(
  'self_audit_entry',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    /** a to j. */
    theme: words('theme').notNull(),
    /** `baseline`, or a term: `2026 autumn`. */
    moment: words('moment').notNull(),
    /** Null once taken out. */
    words: words('words'),
    byRole: words('by_role').notNull(),
    writtenOn: civilDate('written_on').notNull(),
    createdAt: instant('created_at').notNull(),
    takenOutOn: civilDate('taken_out_on'),
  },
  (t) => [index('self_audit_school').on(t.schoolId, t.theme)],
);

/** What the school measured itself, before and after: figures of groups, never of anyone. Written whole; put right by another row, or taken off. */
export const impactMeasure = sqliteTable(
  'impact_measure',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    /** Step of the ladder: see `ladder` (app/school-changes/ladder.ts). */
    level: count('level').notNull(),
    what: words('what').notNull(),
    /** `count`, `share` or `average`. */
    figure: words('figure').notNull(),
    /** What is counted: suspensions, pupils, minutes. */
    unit: words('unit').notNull(),
    /** Figures as they were typed, decimal points and all. */
    before: words('before').notNull(),
    after: words('after').notNull(),
    /** How many a share or an average is of; null of a count. */
    beforeOf: count('before_of'),
    afterOf: count('after_of'),
    beforePeriod: words('before_period').notNull(),
    afterPeriod: words('after_period').notNull(),
    /** Last days of the two times; null of what was written down before they were asked for. */
    beforeUntil: civilDate('before_until'),
    afterUntil: civilDate('after_until'),
    source: words('source').notNull(),
    alsoChanged: words('also_changed').notNull(),
    byRole: words('by_role').notNull(),
    writtenOn: civilDate('written_on').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Off from this day on; what named somebody is deleted instead. */
    takenOffOn: civilDate('taken_off_on'),
    /** Of one that puts another right: the id of what was first written down. */
    firstId: id('first_id'),
  },
  (t) => [index('impact_measure_school').on(t.schoolId, t.writtenOn)],
);

/**
 * What the school says of its own beside one line of a framework, or that it leaves the line out. Never changed on a later
 * day, only followed by another row, so that any past day is known.
 */
export const frameworkNote = sqliteTable(
  'framework_note',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    framework: words('framework').notNull(),
    topic: words('topic').notNull(),
    hidden: flag('hidden').notNull(),
    /** Empty: nothing of its own. */
    words: words('words').notNull(),
    byRole: words('by_role').notNull(),
    writtenOn: civilDate('written_on').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('framework_note_school').on(t.schoolId, t.framework)],
);

/** Which words of the school's own stand on the summary. */
export const summaryParts = ['intent', 'found hard', 'next steps'] as const;
export type SummaryPart = (typeof summaryParts)[number];

/** What the school says on its summary. Never changed on a later day, only followed by another row, so that any past day is known. */
export const summaryWords = sqliteTable(
  'summary_words',
  {
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    part: words('part').$type<SummaryPart>().notNull(),
    /** Civil date; said twice in a day, the later words count. */
    writtenOn: civilDate('written_on').notNull(),
    /** Empty: nothing any more. */
    words: words('words').notNull(),
    byRole: words('by_role').notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.part, t.writtenOn] })],
);
