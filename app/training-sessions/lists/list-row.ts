import type { SessionDetails } from '../details';

/** Somebody as a list calls them: at least one of the three. */
export interface Who {
  name: string | null;
  /** In lower case, as they sign in. */
  email: string | null;
  staffNumber: string | null;
}

/** One row of past training, or one name pasted for a session. */
export interface TrainingRow {
  /** Its number in the spreadsheet, or its place among the names, from 1. */
  n: number;
  /** Who, as it was written. */
  written: string;
  who: Who;
  /** Null: the session whose names these are. */
  details: SessionDetails | null;
  /** Why the row cannot be used, in words; empty when it can. */
  problems: string[];
  /** What was left out of it, in words. */
  notes: string[];
  /** It says how long, and that could not be read. */
  hoursUnread?: boolean;
}

/** A whole list, read. */
export interface TrainingRows {
  rows: TrainingRow[];
  /** Headings as the list writes them: those that were read, and those that were not. */
  read: string[];
  notRead: string[];
}
