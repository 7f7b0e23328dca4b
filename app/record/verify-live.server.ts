import { eq } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { school as schools } from '~db/schema/people';
import { treeEdge } from '~db/schema/record';
import { base64 } from './bytes';
import { originOf } from './checkpoint';
import { type Disclosure, digestOf } from './disclosure';
import { GrowingTree } from './growing-tree';
import { type Leaf, leafHash } from './leaf';
import { edgeSizes } from './merkle';
import { fingerprint } from './note';
import { hiddenSteps } from './opened-event';
import { projectionsDiffer } from './rebuild.server';
import { type StoredEvent, schoolsOnRecord, storedEvents } from './stored-events.server';
import { checkLeaf } from './verify/check-leaf';
import { checkOnce, checkRecorded } from './verify/check-openings';
import { checkSince, restoresIn } from './verify/check-since';
import type { Given } from './verify/given';
import { type Older, readOlder } from './verify/given-checkpoint';
import { checkKey } from './verify/given-key';
import { aboutOlderZip, notProved } from './verify/report';
import { entry, Unfit } from './verify/unfit';
import { eventData, staffDetails, type Verb } from './vocabulary';

const erasable: ReadonlySet<string> = new Set(['name', 'email', 'staffNumber']);

/**
 * Checks the database itself: every entry, every disclosure, the tree's right edge, and that the projections follow.
 * @param publicKey of the key beside the database, or null when there is none.
 * @returns the report, a line a string.
 * @throws Unfit naming the first thing that does not fit.
 */
export function verifyLive(db: Db, publicKey: Uint8Array | null, given: Given): string[] {
  if (publicKey)
    checkKey(given.key, publicKey, 'The key beside the database is not the one given.');
  const ids = schoolsOnRecord(db.$client);
  const older = readOlder(given, publicKey);
  const report: string[] = [];
  const compared = new Set<Older>();
  let upTo = 0;
  for (const school of ids) {
    const { tree, restores } = checkSchool(db, school);
    const name = db
      .select({ name: schools.name })
      .from(schools)
      .where(eq(schools.id, school))
      .get()?.name;
    const root = base64(tree.range(0, tree.size));
    report.push(
      `Everything fits: the record of ${name ?? school}, ${tree.size} entries, root ${root}.`,
    );
    const own = older.filter(({ origin }) => isOf(origin, school));
    const now = { school, size: tree.size, range: tree.range, restores, madeOn: null };
    const since = checkSince(own, now);
    report.push(...since.fits, ...since.unproved);
    upTo = Math.max(upTo, since.upTo);
    for (const one of own) compared.add(one);
  }
  const elsewhere = older.find((one) => !compared.has(one));
  if (elsewhere)
    throw new Unfit(`The older checkpoint is of a record that is not here (${elsewhere.origin}).`);
  const difference = projectionsDiffer(db);
  if (difference)
    throw new Unfit(`What the pages show does not follow from the record. ${difference}`);
  return [
    ...report,
    'What the pages show follows from these entries.',
    ...(publicKey
      ? [`The key beside the database has the fingerprint ${fingerprint(publicKey)}.`]
      : []),
    ...aboutOlderZip(older),
    ...(upTo > 0
      ? []
      : [
          'Without an older checkpoint (--since) nobody can tell whether the whole was written anew.',
        ]),
    ...notProved,
  ];
}

/** Whether an origin is of this school's record, restored or not. */
const isOf = (origin: string, school: string) =>
  origin === originOf(school, 0) || origin.startsWith(`${originOf(school, 0)}/`);

function checkSchool(db: Db, school: string) {
  const tree = new GrowingTree();
  const erased = new Set<string>();
  const closed: { leaf: Leaf; person: string }[] = [];
  const restored: { leaf: Leaf; disclosures: Disclosure[] }[] = [];
  let before: Leaf | null = null;
  for (const event of storedEvents(db.$client, school)) {
    const { leaf, disclosures } = event;
    checkLeaf(leaf, before);
    if (checkDisclosures(event)) closed.push({ leaf, person: personOf(disclosures) });
    if (leaf.verb === 'erased') erased.add(leaf.object);
    if (leaf.verb === 'restored') restored.push({ leaf, disclosures });
    tree.push(leafHash(leaf));
    before = leaf;
  }
  const lost = closed.find(({ person }) => !erased.has(person));
  if (lost)
    throw new Unfit(
      `A name is gone from ${entry(lost.leaf)}, though nobody’s erasure explains it.`,
    );
  const restores = restoresIn(
    restored.map((r) => r.leaf),
    (leaf) => restored.find((r) => r.leaf === leaf)?.disclosures ?? [],
    tree.range,
  );
  checkEdge(db, school, tree, before, restores.length);
  return { tree, restores };
}

/** True when fields that may be erased are gone. */
function checkDisclosures({ leaf, disclosures, digests }: StoredEvent): boolean {
  for (const [i, disclosure] of disclosures.entries()) {
    const digest = digestOf(disclosure);
    const before = disclosures.slice(0, i);
    checkRecorded(leaf, disclosure, leaf.digests.includes(digest));
    checkOnce(leaf, disclosure, !before.some(([, name]) => name === disclosure[1]));
    if (digests[i] !== digest) {
      throw new Unfit(
        `“${disclosure[1]}” of ${entry(leaf)} is kept under another digest than its own.`,
      );
    }
  }
  const names = new Set(disclosures.map(([, name]) => name));
  const missing = fieldsOf(leaf.verb).find((field) => !names.has(field) && !erasable.has(field));
  if (missing) throw new Unfit(`“${missing}” of ${entry(leaf)} is missing.`);
  const gone = leaf.digests.length - disclosures.length;
  const mayGo = fieldsOf(leaf.verb).filter((field) => erasable.has(field) && !names.has(field));
  if (gone > mayGo.length) throw new Unfit(`${entry(leaf)} lacks ${gone} of its fields.`);
  return gone > 0;
}

/** Fields that every event of a verb has. */
function fieldsOf(verb: string): string[] {
  const schema = verb === 'details changed' ? staffDetails : eventData[verb as Verb];
  const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> =
    schema?.shape ?? {};
  const own = Object.keys(shape).filter((field) => !shape[field]?.safeParse(undefined).success);
  const object = hiddenSteps.has(verb) ? ['object'] : [];
  return ['actor', 'actorRole', 'person', 'happenedOn', ...object, ...own];
}

/** A subtree that was recorded narrows down where something was altered and made to fit itself. */
function checkEdge(
  db: Db,
  school: string,
  tree: GrowingTree,
  last: Leaf | null,
  restores: number,
): void {
  const edge = db.select().from(treeEdge).where(eq(treeEdge.school, school)).get();
  if (!edge) throw new Unfit(`The tree of ${school} is gone.`);
  if (tree.size < edge.size) {
    throw new Unfit(
      `Entry ${tree.size} is missing: the tree counts ${edge.size} entries, and there are ${tree.size}.`,
    );
  }
  if (tree.size > edge.size && last) {
    throw new Unfit(
      `${entry(last)} was added without the tree, which counts ${edge.size} entries.`,
    );
  }
  let from = 0;
  for (const [i, size] of edgeSizes(edge.size).entries()) {
    if (base64(tree.range(from, from + size)) !== edge.edge[i]) {
      throw new Unfit(
        `${size === 1 ? `Entry ${from} is` : `Entries ${from} to ${from + size - 1} are`} not what the tree recorded: something there was altered, and its id made to fit.`,
      );
    }
    from += size;
  }
  const origin = originOf(school, restores);
  if (edge.origin !== origin)
    throw new Unfit(`The tree is called ${edge.origin}, and these entries make it ${origin}.`);
  if (last && edge.lastAt !== last.at)
    throw new Unfit('The tree was last changed on another day than its last entry says.');
}

function personOf(disclosures: readonly Disclosure[]): string {
  return String(disclosures.find(([, name]) => name === 'person')?.[2]);
}
