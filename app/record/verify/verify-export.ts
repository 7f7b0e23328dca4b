import { base64, hex, textOf } from '../bytes';
import { openCheckpoint, originOf } from '../checkpoint';
import { exportFiles, type Manifest, parseManifest } from '../export/manifest';
import { openedFields } from '../export/opened-fields';
import { GrowingTree } from '../growing-tree';
import { sha256 } from '../hashing';
import { type Leaf, leafHash } from '../leaf';
import { addDays, startOfLondonDay } from '../london-date';
import { fingerprint, openNote, parseNote, parseVerifierKey } from '../note';
import { isFiltered } from '../row-filter';
import type { Verb } from '../vocabulary';
import { checkLeaf, readLeaves } from './check-leaf';
import { checkNothingLeftOut, readOpenings } from './check-openings';
import { checkCsv, linesOf } from './check-rows';
import { checkSince, restoresIn } from './check-since';
import { type Given, isKeyGiven, readOlder } from './given';
import { type Report, reportExport } from './report';
import { Unfit } from './unfit';

/** Says what is being done now, for whoever waits. */
export type Tell = (step: string) => void;

/**
 * Checks an unpacked `training-record.zip` with nothing but itself and what is given.
 * @throws Unfit naming the first thing that does not fit.
 */
export function verifyExport(
  files: ReadonlyMap<string, Uint8Array>,
  given: Given,
  tell: Tell = () => {},
): Report {
  const bytes = (name: string) => {
    const file = files.get(name);
    if (!file) throw new Unfit(`${name} is missing from the zip.`);
    return file;
  };
  const text = (name: string) => textOf(bytes(name));
  const { manifest, publicKey } = readManifest(text('manifest.note'));
  const keyGiven = isKeyGiven(given.key, publicKey);
  if (keyGiven === false) {
    throw new Unfit(
      `manifest.note is signed by another key than the one given. Its fingerprint is ${fingerprint(publicKey)}.`,
    );
  }
  const { school, sizeAsAt, names } = manifest;
  tell('Reading the entries');
  const leaves = readLeaves(bytes('leaves.jsonl'));
  tell(`Checking that ${leaves.length} entries follow one another`);
  for (const [i, leaf] of leaves.entries()) checkLeaf(leaf, leaves[i - 1] ?? null);
  if (leaves[0] && leaves[0].school !== school.id)
    throw new Unfit('The entries are of another school.');
  tell(`Building the tree of ${leaves.length} entries`);
  const tree = new GrowingTree();
  for (const leaf of leaves) {
    tree.push(leafHash(leaf));
    // Half of a large record's memory: what no export opens is not compared with anything.
    if (openedFields(leaf.verb, true).length === 0) leaf.digests = [];
  }

  const contents = () => {
    tell('Comparing the details with the entries');
    const openings = readOpenings(bytes('openings.jsonl'), leaves);
    const filtered = isFiltered(manifest.filter);
    checkNothingLeftOut({ leaves, openings, sizeAsAt, filtered, names });
    tell('Working out the rows again');
    const lines = linesOf(leaves, openings, sizeAsAt);
    tell(`Comparing ${lines.size} rows, cell by cell`);
    return { openings, rows: checkCsv(bytes('training-record.csv'), lines, manifest) };
  };
  checkTree(manifest, leaves, tree, contents);
  checkDay(manifest, leaves);
  const { openings, rows } = contents();
  const restores = restoresIn(leaves, (leaf) => openings.get(leaf.seq) ?? [], tree.range);
  checkOrigin(manifest, restores.length);
  checkSignedCheckpoint(text('checkpoint.txt'), manifest, publicKey);
  tell('Comparing the files with what was signed');
  checkFiles(files, manifest);
  const since = given.since
    ? checkSince(readOlder(given.since, publicKey), {
        ...{ school: school.id, size: leaves.length, range: tree.range, restores },
      })
    : null;
  const ofVerb = (verb: Verb) => leaves.slice(0, sizeAsAt).filter((l) => l.verb === verb);
  const closedOf = (some: Leaf[]) => some.filter((l) => !openings.has(l.seq)).length;
  const completions = ofVerb('completed');
  const attended = ofVerb('session attended');
  return reportExport({
    manifest,
    rows,
    completions: completions.length,
    closed: closedOf(completions),
    attended: attended.length,
    attendedClosed: closedOf(attended),
    publicKey,
    keyGiven,
    since,
  });
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
  leaves: readonly Leaf[],
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

function checkDay({ asAt, sizeAsAt }: Manifest, leaves: readonly Leaf[]): void {
  const end = startOfLondonDay(addDays(asAt, 1));
  const size = leaves.filter((leaf) => leaf.at < end).length;
  if (size !== sizeAsAt) {
    throw new Unfit(
      `By the end of ${asAt}, ${size} entries were recorded, and the manifest says ${sizeAsAt}.`,
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
function checkFiles(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): void {
  const signed = new Set<string>([...exportFiles, ...Object.keys(manifest.files)]);
  for (const name of signed) {
    const file = files.get(name);
    if (!file) throw new Unfit(`${name} is missing from the zip.`);
    if (hex(sha256(file)) !== manifest.files[name])
      throw new Unfit(`${name} is not the file that was signed.`);
  }
  const extra = [...files.keys()].find((name) => name !== 'manifest.note' && !signed.has(name));
  if (extra) throw new Unfit(`${extra} is in the zip, and the manifest does not know it.`);
}
