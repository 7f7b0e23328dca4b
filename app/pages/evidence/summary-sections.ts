/** A figure that opens to the lines or the people behind it: on a page for those who may see them, and nowhere else. */
export interface Figure {
  words: string;
  /** An address. */
  to: string;
}

/** Words, or words with figures among them. */
export type Said = string | Figure | readonly (string | Figure)[];

/** A piece of the summary, the same on the page and on paper. */
export type Block =
  | { type: 'text'; text: Said; soft?: boolean }
  | { type: 'list'; items: Said[] }
  /** A picture that its words say too: how many of how many. */
  | {
      type: 'bars';
      caption: string;
      rows: { label: string; value: number; of: number; to?: string }[];
    }
  | { type: 'table'; caption: string; head: string[]; rows: Said[][] }
  /** A picture of months in a row, with the table behind it. */
  | {
      type: 'timeline';
      caption: string;
      columns: readonly Column[];
      head: string[];
      rows: Said[][];
    };

/** One column of the picture; its label is empty where there is no room for one. */
export interface Column {
  label: string;
  n: number;
}

export interface Section {
  title: string;
  blocks: Block[];
}

export interface Summary {
  schoolName: string;
  /** Civil date. */
  date: string;
  sections: Section[];
  /** What would make the pages before them long, and what is asked for by name: in their order. */
  annexes: Section[];
  /** Entries made since about that day or before it: in no section, so that these never change. */
  later: number;
  /** For whoever checks it later. */
  seal: { fingerprint: string; verifierKey: string; origin: string; size: number; root: string };
}

export const text = (words: Said): Block => ({ type: 'text', text: words });
export const aside = (words: Said): Block => ({ type: 'text', text: words, soft: true });

/** The same without where its figures open to. */
export function wordsOf(said: Said): string {
  return [said]
    .flat()
    .map((piece) => (typeof piece === 'string' ? piece : piece.words))
    .join('');
}

/** A table, or a sentence where it would be empty. */
export function tableOr(empty: string, caption: string, head: string[], rows: Said[][]): Block {
  return rows.length > 0 ? { type: 'table', caption, head, rows } : text(empty);
}

/** The school's own words in their paragraphs, or what stands where there are none. */
export function saidOr(empty: string, words: string): Block[] {
  const paragraphs = words.split(/\n+/).filter((one) => one.trim() !== '');
  return paragraphs.length > 0 ? paragraphs.map(text) : [aside(empty)];
}
