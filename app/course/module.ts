/**
 * The shapes of content once it is checked and rendered. Everything here is plain data: it can be hashed, archived as
 * JSON and opened again years later. HTML was rendered on the server from content that the checker let through.
 */

/** Rendered, safe HTML. */
export type Html = string;
/** A systematic review or converging trials; B controlled or longitudinal; C pre/post, qualitative, consensus; T theory. */
export type Grade = 'A' | 'B' | 'C' | 'T' | 'contested';

export interface Source {
  id: string;
  citation: string;
  url?: string;
  grade: Grade;
  /** Civil dates. */
  checked: string;
  reviewBy: string;
}

/** A figure that moves, shown with its date. */
export interface Fact {
  id: string;
  value: string;
  /** Where the value begins with a number to ring or text: `tel:116123`, `sms:85258?body=SHOUT`. */
  dial?: string | undefined;
  asOf: string;
  source: string;
  reviewBy: string;
}

interface QuestionBase {
  /** Unique in the module. Parallel forms share what stands before `--`: `no-diagnosis--a`, `no-diagnosis--b`. */
  id: string;
  stem: Html;
  critical: boolean;
  /** Asked before teaching. */
  pre: boolean;
  /** Number in the module's outcomes, from 1. */
  outcome?: number;
  /** Page id: where to look again. */
  page?: string;
}
export interface Option {
  html: Html;
  right: boolean;
  explanation: Html;
}
export interface ChoiceQuestion extends QuestionBase {
  kind: 'one' | 'many';
  options: Option[];
}
export interface SortQuestion extends QuestionBase {
  kind: 'sort';
  categories: string[];
  /** `category` is an index into `categories`. */
  statements: { html: Html; category: number; explanation: Html }[];
}
export type Question = ChoiceQuestion | SortQuestion;

export type Tag = 'escalates' | 'avoids' | 'holds' | 'connects' | 'repairs';
export type EndingKind = 'repaired' | 'contained' | 'escalated';
export interface Choice {
  html: Html;
  /** Id of a step or ending. */
  to: string;
  tag: Tag;
}
export interface Step {
  id: string;
  html: Html;
  choices: Choice[];
}
export interface Ending {
  id: string;
  kind: EndingKind;
  html: Html;
  /** Ways back, so that a mistake can be repaired; may be empty. */
  choices: Choice[];
}
export interface Scenario {
  id: string;
  title: string;
  setting: string;
  start: string;
  steps: Step[];
  endings: Ending[];
  lenses: { who: 'adult' | 'child' | 'class'; html: Html }[];
  debrief: Html;
  summary: Html;
}

export type Segment =
  | { type: 'prose'; html: Html }
  | { type: 'check'; question: Question }
  | { type: 'scenario'; scenario: Scenario }
  | { type: 'quiz'; draw: number; bank: Question[] }
  | { type: 'reflect'; id: string; prompt: string }
  | { type: 'card'; id: string; title: string; html: Html }
  | { type: 'commit' };

export interface Page {
  /** The file name without its number and ending: the page's id and last part of its URL. */
  id: string;
  title: string;
  required: boolean;
  segments: Segment[];
  /** Estimated minutes, whole, at least 1. */
  minutes: number;
}

/** A source as a list of references shows it. */
export interface Reference {
  id: string;
  number: number;
  citation: string;
  url?: string;
  grade: string;
  checked: string;
  reviewBy: string;
}

/** A page of prose and cards that is no part of a learner's route. */
export interface ProsePage {
  title: string;
  segments: Segment[];
  /** What it cites, with the numbers that its segments show. */
  references: Reference[];
}

export type Audience = 'learners' | 'leads';

/** A page of prose outside the modules, such as “Looking after yourself”. */
export interface Guide extends ProsePage {
  /** Its file's name without its ending. */
  id: string;
  summary: string;
  audience: Audience;
  /** The day for which its telephone numbers are known, in a line; null without any. */
  numbersAsOf: string | null;
}

/** Whether a module came with Attune or is the school's own. */
export type Origin = 'attune' | 'school';

export interface Review {
  role: string;
  date: string;
  version: number;
}

/** One version of one module, whole, answers included: never send it to a browser as it is. */
export interface Module {
  slug: string;
  title: string;
  summary: string;
  version: number;
  audience: string;
  /** "By the end you can …", numbered from 1 where they are referred to. */
  outcomes: string[];
  /** Framework id → topic ids. */
  covers: Record<string, string[]>;
  reviewed: Review[];
  reviewBy: string;
  length: 'starter' | 'standard' | 'lead';
  /** Body of index.mdx. */
  intro: Segment[];
  pages: Page[];
  /** Cited in this module, in order of first citation. */
  sources: Source[];
  facts: Fact[];
  /** Of the required route. */
  minutes: number;
  /** Built in, or the school's own. Not part of the hash. */
  origin: Origin;
  /** For the lead to print; in no learner's route and not part of the hash. */
  staffMeeting: ProsePage | null;
  /** SHA-256, hex, of everything its learners can see or be asked (canonical JSON of what of this object a learner meets). */
  contentHash: string;
}

/** One thing wrong with content. `line` counts from 1. */
export interface Problem {
  file: string;
  line: number;
  level: 'error' | 'warning';
  /** What is wrong. */
  message: string;
  /** How to mend it. */
  mend: string;
}

/** A module as the lead sees it: served when `served` is there, a draft with `problems` when its newest edit does not pass. */
export interface ModuleState {
  slug: string;
  origin: Origin;
  title: string;
  /** The version learners get: the newest that passed. */
  served: Module | null;
  /** The newest edit as far as it could be compiled, for preview; null when it could not. */
  draft: Module | null;
  problems: Problem[];
}

/** What of a school’s record can stand beside a line of a framework, apart from modules. No measure: what a figure is of, nobody knows but the school. */
export const besides = ['sessions', 'outside sessions', 'months', 'leaders'] as const;
export type Beside = (typeof besides)[number];

/** One line of a framework. */
export interface Topic {
  id: string;
  title: string;
  /** Recorded somewhere else: nothing is ever shown beside it but the school’s own words. */
  elsewhere?: boolean | undefined;
  /** A question that helps a school to say how it stands. */
  ask?: string | undefined;
  /** What is shown beside it, apart from the modules that cover it. */
  beside?: Beside[] | undefined;
  /** What those figures leave open, said beside them: “whether these were expert challenge”. */
  unsaid?: string | undefined;
  /** School changes of these parts (a to j) are shown beside it. */
  changes?: string[] | undefined;
  /** Framework id → topic ids: a module that covers one of these lines of another framework covers this one too. */
  through?: Record<string, string[]> | undefined;
}

/** What modules are held against, by its own name and those of its topics. */
export interface Framework {
  id: string;
  title: string;
  /** Civil dates: when this was known to be so, and when it is to be looked at again. */
  asOf: string;
  reviewBy: string;
  /** Where it was read; null when the source is not written. */
  cites: { citation: string; url?: string | undefined } | null;
  /** The role group that it is about, whose figures stand first; left out of what is about all staff. */
  roleGroup?: string | undefined;
  topics: Topic[];
}

/** Modules in an order over a year or more. Weeks are school weeks from its start, the first being 1. */
export interface Pathway {
  id: string;
  title: string;
  /** Whom it is for. */
  for: string;
  modules: { module: string; opens: number; due: number }[];
}

/** Something whose day of review has passed. */
export interface ReviewDue {
  kind: 'module' | 'source' | 'fact' | 'framework';
  id: string;
  /** Title, citation, or the figure itself. */
  title: string;
  reviewBy: string;
  /** Where it is to be mended. */
  file: string;
  line: number;
  /** Slugs of the modules and ids of the guides that rest on it. */
  usedIn: string[];
}

/** What the rest of the house may ask of content. Reads are from memory. */
export interface Course {
  /** Modules open to learners, in alphabetical order of title. */
  modules(): Module[];
  module(slug: string): Module | null;
  states(): ModuleState[];
  /** As they are written now; one that cannot be read is not there. */
  frameworks(): Framework[];
  /** As they are written now, in their order; one that cannot be read is not there. */
  pathways(): Pathway[];
  /** The newest of this guide that passed; null when there is none. Its page is /guide/ID. */
  guide(id: string): Guide | null;
  /** All of them, by title. */
  guides(): Guide[];
  /** What should have been looked at again before this day (civil date), longest overdue first. */
  needsReview(today: string): ReviewDue[];
  /** A version by its hash: the served one, or from the archive. */
  version(contentHash: string): Module | null;
  /**
   * What a version had become, under the same number, before anyone started `later`: its newest correction that somebody
   * started, or itself. A correction troubles nobody, so what changed since is told from there.
   */
  corrected(earlier: Module, later: Module): Module;
  /** Resolves when everything on disk has been read and checked again. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}
