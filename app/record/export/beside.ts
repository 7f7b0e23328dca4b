/** A file that travels beside the record: its digest is signed with the others, and nothing in it is made again by a check. */
export interface Beside {
  name: string;
  /** Already as small as it gets. */
  packed?: boolean;
  /** About how much of it goes over the network; left out of what is soon there. */
  bytes?: number;
  /** Asked for once, when its turn has come. */
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What the progress of an export calls it: a workbook has the name of the table that it opens with. */
export const partName = (name: string): string =>
  name.endsWith('.xlsx') ? 'workbook' : name.replace(/\.[a-z]+$/, '');
