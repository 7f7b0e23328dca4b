import { filesBeside, type Manifest } from '../export/manifest';
import { fingerprint } from '../note';
import { isFiltered } from '../row-filter';
import type { Since } from './check-since';
import { dayInWords } from './day-in-words';

/** What a check found where nothing is amiss. */
export interface Report {
  /** What was checked and holds, in sentences. */
  fits: string[];
  /** What cannot be shown with what was given. */
  unproved: string[];
  /** A checkpoint was given, and there was nothing that it could be compared with. */
  uncompared?: boolean;
}

/** How every report that finds nothing amiss ends. */
export const notProved = [
  '',
  'What this does not prove: that the clock was right, or who held the phone.',
];

/** The report as the command line prints it, a line a string. */
export function reportLines({ fits, unproved }: Report): string[] {
  const open = unproved.map((line) => `- ${line}`);
  return [
    ...fits,
    ...(open.length > 0 ? ['', 'What cannot be proved:', ...open] : []),
    ...notProved,
  ];
}

interface Found {
  manifest: Manifest;
  rows: number;
  completions: number;
  closed: number;
  /** Entries that say that someone attended a session. */
  attended: number;
  attendedClosed: number;
  since: Since;
  uncompared: boolean;
  key: AboutKey;
}

export function reportExport(found: Found): Report {
  const { manifest, rows, completions, closed } = found;
  const { school, asAt, checkpoint, filter } = manifest;
  const filtered = isFiltered(filter);
  const key = aboutKey(found.key, restsOnKey(found));
  return {
    uncompared: found.uncompared,
    fits: [
      `Everything fits: the training record of ${school.name}, as at ${dayInWords(asAt)}, ${rows} rows.`,
      `Every cell follows from the ${manifest.sizeAsAt} entries recorded by the end of that day, and they are in the tree of ${checkpoint.size} entries whose root is ${checkpoint.root}.`,
      ...(filtered
        ? []
        : [
            `Nothing is left out: each of the ${completions} completions recorded by that day is opened.`,
          ]),
      ...(filtered || found.attended === 0
        ? []
        : [`So is each of the ${found.attended} entries of sessions attended.`]),
      ...key.fits,
      ...found.since.fits,
    ],
    unproved: [
      ...found.since.unproved,
      ...(filtered
        ? [
            `This is a part of the record (${partOf(manifest)}): of ${completions} completions recorded by that day, ${closed} are not opened here.`,
          ]
        : []),
      ...(filtered && found.attended > 0
        ? [
            `Of ${found.attended} entries of sessions attended, ${found.attendedClosed} are not opened here.`,
          ]
        : []),
      ...(manifest.names ? [] : ['Names were left out when it was made.']),
      ...aboutBeside(manifest),
      ...key.unproved,
      ...aboutThePast(found.since),
    ],
  };
}

function aboutBeside(manifest: Manifest): string[] {
  const beside = filesBeside(manifest);
  if (beside.length === 0) return [];
  return [
    `Whether ${beside.join(', ')} say what the entries say: they are the files that were signed, and their figures were not worked out again.`,
  ];
}

/** Whatever would look the same had somebody else signed it, with a key of their own. */
function restsOnKey({ manifest, since: { upTo } }: Found): string {
  if (upTo === 0) return 'Everything here rests on it alone.';
  const after =
    upTo < manifest.checkpoint.size
      ? [`every entry after the first ${upTo}, with what the rows say because of it`]
      : [];
  const own = ['the school’s name and URN', 'the day on which this was made', ...after];
  const others = ['READ-ME.txt', ...filesBeside(manifest)].join(', ');
  return `On it alone rest ${own.join(', ')}, and everything in the other files (${others}).`;
}

interface AboutKey {
  publicKey: Uint8Array;
  keyGiven: boolean;
  /** A checkpoint from elsewhere bears its signature too. */
  signedOlder: boolean;
}

/**
 * Says how far the signature can be relied on; only a key or a checkpoint from elsewhere makes it more than a claim.
 * @param rests what nothing else vouches for, in a sentence.
 */
export function aboutKey({ publicKey, keyGiven, signedOlder }: AboutKey, rests: string): Report {
  if (keyGiven) return { fits: ['It is signed by the key given.'], unproved: [] };
  const shown = `The key that signed it has the fingerprint ${fingerprint(publicKey)}.`;
  const why = signedOlder
    ? 'It signed the checkpoint given too, and so is the school’s if that is.'
    : rests;
  return {
    fits: [shown],
    unproved: [
      `Whether this key is the school’s. ${why} Compare it with the one on a printed summary that you had from the school: whoever made this file could have made this key too.`,
    ],
  };
}

const aboutThePast = ({ upTo }: Since): string[] =>
  upTo > 0
    ? []
    : [
        'Whether the whole record was written anew before this was made: only an older checkpoint can show that.',
      ];

/** Of an older zip, its checkpoint is all that anybody looked at. */
export const aboutOlderZip = (older: readonly { fromZip: boolean }[]): string[] =>
  older.some(({ fromZip }) => fromZip)
    ? [
        'Whether the older zip holds: only its checkpoint was read. To check the rest of it, choose it as the file.',
      ]
    : [];

function partOf({ filter }: Manifest): string {
  const words = { roleGroup: 'role group', team: 'team', module: 'module', person: 'person' };
  return Object.entries(words)
    .flatMap(([key, word]) => {
      const value = filter[key as keyof typeof words];
      return value === undefined ? [] : [`${word} ${value}`];
    })
    .join(', ');
}
