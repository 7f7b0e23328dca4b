import type { RoleGroup } from '~db/schema';
import type { StaffDetails } from '../staff-details';
import type { Known } from './known';

export type Kind = 'ask' | 'refuse' | 'add' | 'change' | 'back' | 'leave' | 'same';
export type Details = Required<StaffDetails> & { leaveDate: string | null };

/** Somebody known, as the staff list says it and no more. */
export function detailsOf({ id, onlyLead, wasHereUntil, ...details }: Known): Details {
  return details;
}

/** One choice in a question about a row: `value` goes into `Answers.rows`. */
export interface Choice {
  value: string;
  /** Null: somebody new, or nobody. */
  person: Known | null;
}

/** What a row comes to. */
export interface Line {
  /** Row in the spreadsheet; null for someone who is not in the list. */
  n: number | null;
  kind: Kind;
  name: string;
  before: Known | null;
  /** As they will stand; null when nothing is written. */
  after: Details | null;
  /** Why, and what was left out of the row. */
  notes: string[];
  choices: Choice[];
}

export interface Plan {
  lines: Line[];
  /** On the staff list and not in this one. */
  missing: Known[];
  /** Job titles that we do not know, of people who are new. */
  jobs: { job: string; people: number; as: RoleGroup | null }[];
}

/** What is done to people, in an order that does not depend on the order of rows, to tell one plan from another. */
export const effectOf = ({ lines }: Plan): string =>
  JSON.stringify(
    lines
      .filter(({ after }) => after)
      .map(({ kind, before, after }) => JSON.stringify([kind, before?.id, after]))
      .sort(),
  );

/** The fields in which two states of a person differ. */
export function changed(before: Details, after: Details): (keyof Details)[] {
  return (Object.keys(after) as (keyof Details)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}
