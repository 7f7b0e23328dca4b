import { index, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { civilDate, count, id, instant, words } from '../columns';
import { school } from './people';

/** A link by which governors see the totals of a school's record, with no account. Its token is kept as a hash alone. */
export const governorsLink = sqliteTable(
  'governors_link',
  {
    id: id('id').primaryKey(),
    schoolId: id('school_id')
      .notNull()
      .references(() => school.id),
    /** What it was made for, in a few words: “Autumn meeting”. Shown to nobody who opens it. */
    label: words('label').notNull(),
    tokenHash: words('token_hash').notNull(),
    /** The day whose figures it shows; null: the day on which it is opened. */
    asAt: civilDate('as_at'),
    /** It opens until the end of this day. */
    lastDay: civilDate('last_day').notNull(),
    createdBy: id('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    /** How often it was opened, and on which day last: never by whom. */
    opened: count('opened').notNull().default(0),
    openedOn: civilDate('opened_on'),
  },
  (t) => [
    uniqueIndex('governors_link_token').on(t.tokenHash),
    index('governors_link_school').on(t.schoolId, t.createdAt),
  ],
);
