import type { Module } from '~/course/module';

/** What sets a refresher apart: the version that was completed before, and the pages asked for because of it. */
export interface Refreshes {
  version: number;
  contentHash: string;
  /** Ids, in the order of the pages. The others can be read and ask for nothing. */
  asks: readonly string[];
}

/** A version as one person is asked for it: whole, or as a refresher. */
export interface Version extends Module {
  refreshes?: Refreshes;
}

/** Whether a refresher asks for this page; a whole version leaves that to the completion rule. */
export function isAskedOf(version: Version, pageId: string): boolean {
  return version.refreshes?.asks.includes(pageId) ?? true;
}

/** What the record says of the version that a refresher rests on; nothing of a whole version. */
export function restsOn({ refreshes }: Version) {
  return refreshes && { version: refreshes.version, contentHash: refreshes.contentHash };
}
