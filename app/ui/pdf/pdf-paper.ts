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
  /** Each said in words, “7 of 8”, with a bar beside it that is no part of the text. */
  bars(caption: string, rows: readonly { label: string; value: number; of: number }[]): void;
  /** A picture of counts side by side that is no part of the text: a table below it says them. */
  columns(counts: readonly number[]): void;
  /** A picture of dark squares, `points` wide, that is read out as `alt`. */
  squares(drawing: Squares, points: number, alt: string): void;
  /** A file kept inside the document. */
  attach(name: string, text: string, description: string): void;
  pageBreak(): void;
}
