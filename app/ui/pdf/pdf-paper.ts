import type { types } from './style';

export interface PdfTable {
  /** Read out before the table, and printed above it. */
  caption: string;
  /** The first column heads its rows. Each is as wide as what stands in it asks for. */
  columns: readonly { head: string; align?: 'left' | 'right' }[];
  rows: readonly (readonly string[])[];
}

/** A drawing of dark squares: see `drawQr`. */
interface Squares {
  d: string;
  size: number;
}

/** What a document can be made of, in reading order; each piece is tagged as what it is. */
export interface PdfPaper {
  heading(level: 1 | 2 | 3, text: string): void;
  text(text: string, style?: { size?: number; soft?: boolean; bold?: boolean }): void;
  list(items: readonly string[]): void;
  /** Terms, each with what it is, one below the other. */
  facts(items: readonly { term: string; is: string }[]): void;
  table(table: PdfTable): void;
  /** Pictures, each read out as its words, “Teacher: 7 of 8”, which stand above its bar. */
  bars(caption: string, rows: readonly { label: string; value: number; of: number }[]): void;
  /** A picture of counts side by side, read out as `alt`: a table below it says each. */
  columns(of: readonly { label: string; n: number }[], alt: string): void;
  /** A picture of dark squares, `points` wide, that is read out as `alt`. */
  squares(drawing: Squares, points: number, alt: string): void;
  /** A file kept inside the document. */
  attach(name: string, text: string, description: string): void;
  pageBreak(): void;
}

export interface PdfMeta {
  title: string;
  /** At the foot of every page, beside its number. */
  foot: string;
  /** When it was made. */
  now: Date;
  type?: keyof typeof types;
}
