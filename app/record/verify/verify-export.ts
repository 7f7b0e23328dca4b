import { base64 } from '../bytes';
import { openCheckpoint, originOf } from '../checkpoint';
import { exportFiles, type Manifest, parseManifest } from '../export/manifest';
import type { GrowingTree } from '../growing-tree';
import { addDays, startOfLondonDay } from '../london-date';
import { fingerprint, openNote, parseNote, parseVerifierKey } from '../note';
import { isFiltered } from '../row-filter';
import type { Verb } from '../vocabulary';
import { checkNothingLeftOut, readOpenings } from './check-openings';
import { checkCsv, rowsOf } from './check-rows';
import { checkSince, restoresIn } from './check-since';
import { Archive, type Content } from './content';
import { dayInWords } from './day-in-words';
import type { Given } from './given';
import { readOlder } from './given-checkpoint';
import { checkKey, fingerprintIn } from './given-key';
import type { Openings } from './openings';
import { type KeptLeaf, readLog } from './read-log';
import { aboutOlderZip, type Report, reportExport } from './report';
import { Unfit } from './unfit';

/** Says what is being done now, for whoever waits. */
export type Tell = (step: string) => void;

/**
 * Checks the files of a `training-record.zip` with nothing but itself and what is given.
 * @throws Unfit naming the first thing that does not fit.
 */
export function verifyExport(
  files: ReadonlyMap<string, Content>,
  given: Given,
  tell: Tell = () => {},
): Report {
  const archive = new Archive(files);
  const { manifest, publicKey } = readManifest(archive.text('manifest.note'));
  const keyGiven = checkKey(
    given.key,
    publicKey,
    'manifest.note is signed by another key than the one given.',
  );
  const older = readOlder(given, publicKey);
  const { school, sizeAsAt, names, checkpoint } = manifest;
  const { leaves, tree } = readLog(archive.pieces('leaves.jsonl'), checkpoint.size, tell);
  if (leaves[0] && leaves[0].school !== school.id)
    throw new Unfit('The entries are of another school.');

  const contents = () => {
    tell('Comparing the details with the entries');
    const openings = readOpenings(archive.pieces('openings.jsonl'), leaves);
    // Its work is done, and it is the largest part of what is held.
    for (const leaf of leaves) leaf.digests = '';
    const filtered = isFiltered(manifest.filter);
    checkNothingLeftOut({ leaves, openings, sizeAsAt, filtered, names });
    tell('Working out the rows again');
    const made = rowsOf(leaves, openings, sizeAsAt);
    tell('Comparing the rows, cell by cell');
    return { openings, rows: checkCsv(archive.pieces('training-record.csv'), made, manifest) };
  };
  checkTree(manifest, leaves, tree, contents);
  checkDay(manifest, leaves);
  const { openings, rows } = contents();
  const restores = restoresIn(leaves, ({ seq }) => openings.of(seq) ?? [], tree.range);
  checkOrigin(manifest, restores.length);
  checkSignedCheckpoint(archive.text('checkpoint.txt'), manifest, publicKey);
  tell('Comparing the files with what was signed');
  checkFiles(archive, manifest);
  checkReadMe(archive, publicKey);
  const since = checkSince(older, {
    ...{ school: school.id, size: leaves.length, range: tree.range, restores },
    madeOn: manifest.madeOn,
  });
  const uncompared = since.unproved.length > 0;
  since.unproved.push(...aboutOlderZip(older));
  const counted = (verb: Verb) => countOf(verb, leaves, openings, sizeAsAt);
  const [completions, attended] = [counted('completed'), counted('session attended')];
  return reportExport({
    manifest,
    rows,
    completions: completions.all,
    closed: completions.closed,
    attended: attended.all,
    attendedClosed: attended.closed,
    since,
    uncompared,
    key: { publicKey, keyGiven, signedOlder: older.some(({ signed }) => signed) },
  });
}

/** How many entries of a verb there were, and of how many nothing is opened. */
function countOf(
  verb: Verb,
  leaves: readonly KeptLeaf[],
  openings: Openings,
  sizeAsAt: number,
): { all: number; closed: number } {
  let [all, closed] = [0, 0];
  for (const leaf of leaves) {
    if (leaf.verb !== verb || leaf.seq >= sizeAsAt) continue;
    all += 1;
    if (!openings.has(leaf.seq)) closed += 1;
  }
  return { all, closed };
}

function readManifest(note: string): { manifest: Manifest; publicKey: Uint8Array } {
  const manifest = parseManifest(parseNote(note)?.text ?? '');
  if (!manifest)
    throw new Unfit('manifest.note cannot be read as the manifest of a training record.');
  const key = parseVerifierKey(manifest.verifierKey);
  if (!key || !openNote(note, key.publicKey)) {
    throw new Unfit(
      'manifest.note was altered after it was signed, or its signature is not by the key it names.',
    );
  }
  return { manifest, publicKey: key.publicKey };
}

/** When the root is wrong, whatever else is wrong says best where. */
function checkTree(
  manifest: Manifest,
  leaves: readonly KeptLeaf[],
  tree: GrowingTree,
  contents: () => unknown,
): void {
  const { size, root } = manifest.checkpoint;
  if (leaves.length !== size) {
    throw new Unfit(
      `leaves.jsonl holds ${leaves.length} entries, and the signed checkpoint counts ${size}.`,
    );
  }
  if (base64(tree.range(0, size)) === root) return;
  const words = `The ${size} entries do not add up to the root of the signed checkpoint: at least one was altered, and its id made to fit.`;
  try {
    contents();
  } catch (cause) {
    if (cause instanceof Unfit) throw new Unfit(`${words} It shows here: ${cause.message}`);
    throw cause;
  }
  throw new Unfit(words);
}

function checkDay({ asAt, sizeAsAt }: Manifest, leaves: readonly KeptLeaf[]): void {
  const end = startOfLondonDay(addDays(asAt, 1));
  const later = leaves.findIndex((leaf) => leaf.at >= end);
  const size = later < 0 ? leaves.length : later;
  if (size !== sizeAsAt) {
    throw new Unfit(
      `By the end of ${dayInWords(asAt)}, ${size} entries were recorded, and the manifest says ${sizeAsAt}.`,
    );
  }
}

function checkOrigin({ checkpoint, school }: Manifest, restores: number): void {
  const origin = originOf(school.id, restores);
  if (checkpoint.origin !== origin) {
    throw new Unfit(
      `The checkpoint is of ${checkpoint.origin}, and these entries are of ${origin}.`,
    );
  }
}

function checkSignedCheckpoint(
  note: string,
  { checkpoint }: Manifest,
  publicKey: Uint8Array,
): void {
  const signed = openCheckpoint(note, publicKey);
  const same =
    signed?.origin === checkpoint.origin &&
    signed.size === checkpoint.size &&
    base64(signed.root) === checkpoint.root;
  if (!same)
    throw new Unfit('checkpoint.txt is not the signed checkpoint that the manifest speaks of.');
}

/** Whatever the manifest names is there and as it was signed, and nothing else is. */
function checkFiles(archive: Archive, manifest: Manifest): void {
  const signed = new Set<string>([...exportFiles, ...Object.keys(manifest.files)]);
  for (const name of signed) {
    if (archive.digest(name) !== manifest.files[name])
      throw new Unfit(`${name} is not the file that was signed.`);
  }
  for (const name of archive.names()) {
    if (name !== 'manifest.note' && !signed.has(name))
      throw new Unfit(`${name} is in the zip, and the manifest does not know it.`);
  }
}

/** Whoever signs a school's files anew with a key of their own may forget what the words inside say of the school's. */
function checkReadMe(archive: Archive, publicKey: Uint8Array): void {
  const printed = fingerprintIn(archive.text('READ-ME.txt'));
  const shown = fingerprint(publicKey);
  if (!printed || printed === shown.replaceAll(' ', '')) return;
  throw new Unfit(
    `READ-ME.txt names a key with another fingerprint (${printed.match(/.{4}/g)?.join(' ')}) than the one that signed these files (${shown}): somebody else signed them anew.`,
  );
}
