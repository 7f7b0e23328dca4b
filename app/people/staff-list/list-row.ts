import type { Contract, RoleGroup, Weekday } from '~db/schema';

/** One row of a staff list, read. What the list does not say is null, and changes nothing. */
export interface ListRow {
  /** Its number in the spreadsheet, from 1. */
  n: number;
  name: string;
  email: string | null;
  staffNumber: string | null;
  /** The job as the list calls it. */
  job: string | null;
  /** What we take that job to be; null when we do not know it. */
  roleGroup: RoleGroup | null;
  teams: string[] | null;
  contract: Contract | null;
  /** Civil dates. */
  startDate: string | null;
  leaveDate: string | null;
  workingDays: Weekday[] | null;
  /** Why the row cannot be used, in words; empty when it can. */
  problems: string[];
  /** What was left out of it, in words. */
  notes: string[];
}

/** A whole list, read. */
export interface StaffList {
  rows: ListRow[];
  /** Headings as the list writes them: those that were read, and those that were not. */
  read: string[];
  notRead: string[];
}

/** The most rows that one list may have. */
export const mostRows = 10_000;
