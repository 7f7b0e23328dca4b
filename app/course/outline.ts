import type { RootContent } from 'mdast';
import type {
  Audience,
  EndingKind,
  Grade,
  Origin,
  Pathway,
  Problem,
  Review,
  Tag,
  Topic,
} from './module';

/*
 * A module as it is written: what module.ts holds, but with each piece of prose still as Markdown nodes and with the
 * line where each thing stands, so that rules can say where to look. Lines count from 1.
 */

/** A piece of prose that becomes one piece of HTML. `id` is unique in its page. */
export interface Run {
  id: string;
  nodes: RootContent[];
  line: number;
}

export interface OptionOutline {
  content: Run;
  right: boolean;
  explanation?: Run;
  line: number;
}
export interface StatementOutline {
  content: Run;
  category: string;
  explanation?: Run;
  line: number;
}
export interface QuestionOutline {
  type: 'question';
  id: string;
  line: number;
  /** What stands before `--`: parallel forms share it. */
  point: string;
  stem: Run;
  critical: boolean;
  pre: boolean;
  many: boolean;
  sort: boolean;
  outcome?: number;
  page?: string;
  /** Empty when `sort`. */
  options: OptionOutline[];
  /** Empty unless `sort`. */
  statements: StatementOutline[];
}

export interface ChoiceOutline {
  content: Run;
  to: string;
  tag: Tag;
  line: number;
}
export interface StepOutline {
  id: string;
  line: number;
  content: Run;
  choices: ChoiceOutline[];
}
export interface EndingOutline extends StepOutline {
  /** Null when it is not one of the three. */
  kind: EndingKind | null;
}
export interface ScenarioOutline {
  type: 'scenario';
  id: string;
  line: number;
  title: string;
  setting: string;
  start: string;
  steps: StepOutline[];
  endings: EndingOutline[];
  lenses: { who: 'adult' | 'child' | 'class'; content: Run; line: number }[];
  debrief?: Run;
  summary?: Run;
}

export type PieceOutline =
  | { type: 'prose'; content: Run; line: number }
  | QuestionOutline
  | ScenarioOutline
  | { type: 'quiz'; draw: number; bank: QuestionOutline[]; line: number }
  | { type: 'reflect'; id: string; prompt: string; line: number }
  | { type: 'card'; id: string; title: string; content: Run; line: number }
  | { type: 'commit'; line: number };

export interface CitationOutline {
  component: 'Cite' | 'Fact';
  id: string;
  line: number;
}

export interface PageOutline {
  /** Relative to the content folder. */
  file: string;
  id: string;
  title: string;
  required: boolean;
  pieces: PieceOutline[];
  runs: Run[];
  citations: CitationOutline[];
  /** The whole tree, for rules that walk it; null when the file could not be parsed. */
  nodes: RootContent[] | null;
  /** True once rules/no-code.ts has passed it: only then is it compiled. */
  safe: boolean;
}

/** Names of pupils by what befalls them over a module's scenarios. */
export interface Cast {
  hits: string[];
  hurt: string[];
  thrives: string[];
}

export interface FrontMatter {
  title: string;
  summary: string;
  version: number;
  audience: string;
  outcomes: string[];
  covers: Record<string, string[]>;
  reviewed: Review[];
  reviewBy: string;
  length: 'starter' | 'standard' | 'lead';
  /** For the casting rules alone. */
  cast?: Cast;
}

export interface ModuleOutline {
  slug: string;
  origin: Origin;
  /** Of index.mdx, relative to the content folder. */
  file: string;
  /** Null when the front matter could not be read. */
  front: FrontMatter | null;
  /** The line of a key of the front matter. */
  frontLine: (...path: PropertyKey[]) => number;
  /** index.mdx itself. */
  intro: PageOutline;
  pages: PageOutline[];
  /** staff-meeting.mdx, which no learner is shown; null when there is none. */
  staffMeeting: PageOutline | null;
  /** Found while reading. */
  problems: Problem[];
}

/** A page of prose outside the modules. */
export interface GuideOutline {
  id: string;
  front: { title: string; summary: string; audience: Audience } | null;
  page: PageOutline;
  /** Found while reading. */
  problems: Problem[];
}

/** Something with an id, standing at a line of a file. */
interface Located {
  file: string;
  line: number;
}
export interface SourceEntry extends Located {
  id: string;
  citation: string;
  url?: string;
  grade: Grade;
  checked: string;
  reviewBy: string;
}
export interface FactEntry extends Located {
  id: string;
  value: string;
  dial?: string | undefined;
  asOf: string;
  source: string;
  reviewBy: string;
}
export interface Framework extends Located {
  id: string;
  title: string;
  asOf: string;
  source: string;
  reviewBy: string;
  topics: Topic[];
}
/** As it is written. */
export type WrittenPathway = Located & Pathway;
export interface RefusedWord {
  refuse: string;
  instead: string;
  /** In house-style.yaml. */
  line: number;
  pattern: RegExp;
}

/** A name for a pupil, and what readers are likely to hear in it. */
export interface CastName {
  name: string;
  gender: 'girl' | 'boy';
  heritage: string;
}

/** The files that modules share. */
export interface Library {
  sources: Map<string, SourceEntry>;
  facts: Map<string, FactEntry>;
  frameworks: Map<string, Framework>;
  pathways: WrittenPathway[];
  /** Flesch reading ease that every page reaches: of what learners read, and of what only leads do. */
  readingEase: { minimum: number; leads: number };
  refused: RefusedWord[];
  /** By name. */
  names: Map<string, CastName>;
  /** Files that could not be read: what they would hold is not missed. */
  unread: Set<string>;
  problems: Problem[];
}

/** What a rule is asked against. */
export interface CheckContext {
  library: Library;
  /** Civil date. */
  today: string;
  /** The address of every page of content that there is. */
  places: ReadonlySet<string>;
}
