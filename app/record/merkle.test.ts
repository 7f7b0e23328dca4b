import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64, hex } from './bytes';
import { GrowingTree } from './growing-tree';
import {
  consistencyProof,
  edgeSizes,
  emptyRoot,
  extendEdge,
  hashLeaf,
  inclusionProof,
  rangeOf,
  rootOf,
  rootOfEdge,
  verifyConsistency,
  verifyInclusion,
} from './merkle';
import vectors from './merkle-vectors.json';

// transparency-dev/merkle, testonly/constants.go: LeafInputs, NodeHashes (leaves) and RootHashes.
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'].concat(
  '606162636465666768696a6b6c6d6e6f',
);
const leafHashes = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
  '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  '4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658',
  'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
  '46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const bytes = (base64: string) => Buffer.from(base64, 'base64');
const leaves = inputs.map((input) => hashLeaf(Buffer.from(input, 'hex')));

test('leaf hashes and roots are those that transparency-dev/merkle publishes', () => {
  expect(leaves.map(hex)).toEqual(leafHashes);
  expect(roots.map((_, n) => hex(rootOf(leaves, 0, n)))).toEqual(roots);
  expect(hex(emptyRoot())).toBe(roots[0]);
});

test.each(vectors.inclusion)('inclusion $case is judged as published', (v) => {
  const proof = (v.proof ?? []).map(bytes);
  expect(verifyInclusion(bytes(v.leafHash), v.leafIdx, v.treeSize, proof, bytes(v.root))).toBe(
    !v.wantErr,
  );
});

test.each(vectors.consistency)('consistency $case is judged as published', (v) => {
  const proof = (v.proof ?? []).map(bytes);
  expect(verifyConsistency(v.size1, v.size2, bytes(v.root1), bytes(v.root2), proof)).toBe(
    !v.wantErr,
  );
});

test('the proofs we make are the published ones', () => {
  const range = rangeOf(leaves);
  for (const v of vectors.inclusion.filter((c) => !c.wantErr && c.case.endsWith('happy-path'))) {
    const proof = inclusionProof(range, v.leafIdx, v.treeSize);
    expect(proof.map(base64)).toEqual(v.proof ?? []);
  }
  for (const v of vectors.consistency.filter((c) => !c.wantErr)) {
    const proof = consistencyProof(range, v.size1, v.size2);
    expect(proof.map(base64)).toEqual(v.proof ?? []);
  }
});

const trees = fc
  .integer({ min: 1, max: 130 })
  .map((n) => Array.from({ length: n }, (_, i) => hashLeaf(Buffer.from(`leaf ${i}`))));

test('the right edge, grown a leaf at a time, has the root of the whole tree', () => {
  fc.assert(
    fc.property(trees, (all) => {
      let edge: Uint8Array[] = [];
      const growing = new GrowingTree();
      for (const [size, leaf] of all.entries()) {
        edge = extendEdge(edge, size, leaf);
        growing.push(leaf);
        expect(edge).toHaveLength(edgeSizes(size + 1).length);
      }
      expect(rootOfEdge(edge)).toEqual(rootOf(all));
      expect(growing.range(0, all.length)).toEqual(rootOf(all));
    }),
  );
});

test('every leaf of every tree has a proof that holds, and for no other leaf, place or size', () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.nat(), (all, a, b) => {
      const growing = new GrowingTree();
      for (const leaf of all) growing.push(leaf);
      const index = a % all.length;
      const leaf = all[index] ?? emptyRoot();
      const root = rootOf(all);
      const proof = inclusionProof(growing.range, index, all.length);
      expect(proof).toEqual(inclusionProof(rangeOf(all), index, all.length));
      expect(verifyInclusion(leaf, index, all.length, proof, root)).toBe(true);
      const other = b % all.length;
      if (other !== index) {
        expect(verifyInclusion(leaf, other, all.length, proof, root)).toBe(false);
        expect(verifyInclusion(all[other] ?? leaf, index, all.length, proof, root)).toBe(false);
      }
      expect(verifyInclusion(leaf, index, all.length, [...proof, root], root)).toBe(false);
    }),
  );
});

test('every older tree is shown to be the beginning of the newer, and no other tree is', () => {
  fc.assert(
    fc.property(trees, fc.nat(), (all, a) => {
      const old = 1 + (a % all.length);
      const growing = new GrowingTree();
      for (const leaf of all) growing.push(leaf);
      const proof = consistencyProof(growing.range, old, all.length);
      const root = rootOf(all);
      expect(verifyConsistency(old, all.length, rootOf(all, 0, old), root, proof)).toBe(true);
      const other = hashLeaf(Buffer.from('another history'));
      expect(verifyConsistency(old, all.length, other, root, proof)).toBe(false);
    }),
  );
});
