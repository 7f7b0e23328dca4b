import type { Manifest } from '../export/manifest';
import { fingerprint } from '../note';
import { isFiltered } from '../row-filter';

/** How every report that finds nothing amiss ends. */
export const notProved = [
  '',
  'What this does not prove: that the clock was right, or who held the phone.',
];

interface Found {
  manifest: Manifest;
  rows: number;
  completions: number;
  closed: number;
  /** Entries that say that someone attended a session. */
  attended: number;
  attendedClosed: number;
  publicKey: Buffer;
  keyGiven: boolean | null;
  since: string[] | null;
}

export function reportExport(found: Found): string[] {
  const { manifest, rows, completions, closed } = found;
  const { school, asAt, checkpoint, filter } = manifest;
  return [
    `Everything fits: the training record of ${school.name}, as at ${asAt}, ${rows} rows.`,
    `Every cell follows from the ${manifest.sizeAsAt} entries recorded by the end of that day, and they are in the tree of ${checkpoint.size} entries whose root is ${checkpoint.root}.`,
    isFiltered(filter)
      ? `This is a part of the record (${partOf(manifest)}): of ${completions} completions recorded by that day, ${closed} are not opened here.`
      : `Nothing is left out: each of the ${completions} completions recorded by that day is opened.`,
    ...aboutSessions(found),
    ...(manifest.names ? [] : ['Names were left out when it was made.']),
    ...aboutKey(found),
    ...(found.since ?? []),
  ];
}

function aboutSessions({ manifest, attended, attendedClosed }: Found): string[] {
  if (attended === 0) return [];
  return [
    isFiltered(manifest.filter)
      ? `Of ${attended} entries of sessions attended, ${attendedClosed} are not opened here.`
      : `So is each of the ${attended} entries of sessions attended.`,
  ];
}

/** Says how far the signature can be relied on; only a key or a checkpoint from elsewhere makes it more than a claim. */
export function aboutKey({
  publicKey,
  keyGiven,
  since,
}: Pick<Found, 'publicKey' | 'keyGiven' | 'since'>): string[] {
  if (keyGiven) return ['It is signed by the key given.'];
  const lines = [`The key that signed it has the fingerprint ${fingerprint(publicKey)}.`];
  if (since) return lines;
  return [
    ...lines,
    'Compare it with the one on a printed summary that you had from the school: whoever made this file could have made this key too.',
  ];
}

function partOf({ filter }: Manifest): string {
  const words = { roleGroup: 'role group', team: 'team', module: 'module', person: 'person' };
  return Object.entries(words)
    .flatMap(([key, word]) => {
      const value = filter[key as keyof typeof words];
      return value === undefined ? [] : [`${word} ${value}`];
    })
    .join(', ');
}
