import type { ExampleRecord } from '~/record/example-record';
import type { Db } from '~db/client.server';

/** A school while it is made up: what is under way, by person and module. */
export interface Life {
  db: Db;
  record: ExampleRecord;
  /** Enrolments, the entries that started them, completions that stand, those withdrawn, what was shown to a group. */
  open: Map<string, string>;
  started: Map<string, string>;
  done: Map<string, string[]>;
  /** What was given to whom, and for which module. */
  given: { assignment: string; person: string; module: string }[];
  lost: Map<string, string>;
  /** Of each completion, its enrolment. */
  through: Map<string, string>;
  /** What was opened or asked for in place of a completion that was withdrawn, by person and module: its row. */
  instead: Map<string, string>;
  shown: Map<string, string>;
  /** By person and session: the entry. */
  present: Map<string, string>;
  staff: Set<string>;
  /** Last days; and of who is back, the one before. */
  gone: Map<string, string>;
  back: Map<string, string>;
  changes: string[];
}

/** What is done on one day. `n` says how, `step` is never the same twice. */
export interface Now {
  life: Life;
  day: string;
  step: number;
  who: number;
  what: number;
  n: number;
  person: string;
  module: string;
  about: { person: string; module: string };
  key: string;
}
export type Act = (now: Now) => void;

export const modules = ['module-0', 'module-1', 'module-2'];
export const mistake = { reason: 'recorded in error' } as const;
export const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
export const letter = (n: number) => String.fromCharCode(65 + n);
export const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
