/** A file that travels beside the record: its digest is signed with the others, and nothing in it is made again by a check. */
export interface Beside {
  name: string;
  /** Already as small as it gets. */
  packed?: boolean;
  /** Asked for once, when its turn has come. */
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}
