import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import {
  appendLeaves,
  EMPTY_RANGE,
  EMPTY_ROOT,
  type Hash,
  hashLeaf,
  isConsistent,
  isIncluded,
  nodesOfLeaves,
  proveConsistency,
  proveInclusion,
  rootOf,
  rootOfRange,
} from "../../src/base/merkle.ts";

/** Test vectors of transparency-dev/merkle (Apache-2.0). */
type Vector = {
  readonly name: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
} & (
  | {
      readonly size1: number;
      readonly size2: number;
      readonly root1: string;
      readonly root2: string;
    }
  | {
      readonly leafIdx: number;
      readonly treeSize: number;
      readonly root: string;
      readonly leafHash: string;
    }
);

const vectors = readFileSync(join(import.meta.dirname, "../data/merkle/vectors.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Vector);

test("there are vectors of both kinds", () => {
  assert.equal(vectors.filter((vector) => "size1" in vector).length, 98);
  assert.equal(vectors.filter((vector) => "leafIdx" in vector).length, 98);
});

for (const vector of vectors) {
  test(`${vector.name} is ${vector.wantErr ? "refused" : "accepted"}`, () => {
    const proof = (vector.proof ?? []).map(bytesOf);
    const isAccepted =
      "size1" in vector
        ? isConsistent(
            vector.size1,
            bytesOf(vector.root1),
            vector.size2,
            bytesOf(vector.root2),
            proof,
          )
        : isIncluded(
            bytesOf(vector.leafHash),
            vector.leafIdx,
            vector.treeSize,
            proof,
            bytesOf(vector.root),
          );
    assert.equal(isAccepted, !vector.wantErr);
  });
}

test("the tree without leaves has the hash of nothing", () => {
  assert.deepEqual(rootOfRange(EMPTY_RANGE), EMPTY_ROOT);
  assert.equal(
    Buffer.from(EMPTY_ROOT).toString("hex"),
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});

test("every leaf of every tree up to 70 leaves has a proof, and every tree begins with every smaller one", () => {
  const leaves = leavesOf(70);
  const nodes = nodesOfLeaves(leaves);
  for (let size = 1; size <= leaves.length; size++) {
    const root = rootOf(0, size, nodes);
    for (let index = 0; index < size; index++)
      assert.ok(
        isIncluded(leaves[index] as Hash, index, size, proveInclusion(index, size, nodes), root),
      );
    for (let old = 1; old <= size; old++)
      assert.ok(
        isConsistent(old, rootOf(0, old, nodes), size, root, proveConsistency(old, size, nodes)),
      );
  }
});

test("appending in any pieces gives the same root", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 8 }), (pieces) => {
      const leaves = leavesOf(pieces.reduce((sum, piece) => sum + piece, 0));
      let range = EMPTY_RANGE;
      let at = 0;
      for (const piece of pieces) {
        range = appendLeaves(range, leaves.slice(at, at + piece));
        at += piece;
      }
      assert.equal(range.size, leaves.length);
      assert.deepEqual(rootOfRange(range), rootOf(0, leaves.length, nodesOfLeaves(leaves)));
    }),
  );
});

test("no other leaf, place, size or root passes with a proof", () => {
  const leaves = leavesOf(33);
  const nodes = nodesOfLeaves(leaves);
  const root = rootOf(0, 33, nodes);
  const proof = proveInclusion(7, 33, nodes);
  const leaf = leaves[7] as Hash;
  assert.ok(!isIncluded(leaves[8] as Hash, 7, 33, proof, root));
  assert.ok(!isIncluded(leaf, 6, 33, proof, root));
  assert.ok(!isIncluded(leaf, 7, 33, proof.slice(1), root));
  assert.ok(!isIncluded(leaf, 7, 33, proof, rootOf(0, 32, nodes)));
  assert.ok(!isIncluded(leaf, 7, Number.NaN, proof, root));
  assert.ok(!isConsistent(0, EMPTY_ROOT, 33, root, []));
});

function leavesOf(count: number): Hash[] {
  return Array.from({ length: count }, (_, at) => hashLeaf(Buffer.from(`entry ${at}`)));
}

function bytesOf(base64: string): Uint8Array {
  return Buffer.from(base64, "base64");
}
