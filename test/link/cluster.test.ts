import assert from "node:assert/strict";
import { test } from "node:test";
import { clusterEdges } from "../../src/link/cluster.ts";

test("clusterEdges() joins no groups that speak against each other on the whole", () => {
  const chain = [
    { a: 0, b: 1, bits: 8 },
    { a: 1, b: 2, bits: 3 },
  ];
  assert.deepEqual([...clusterEdges(3, chain).of], [0, 0, 2]);
  const ring = [...chain, { a: 0, b: 2, bits: 1 }];
  assert.deepEqual([...clusterEdges(3, ring).of], [0, 0, 0]);
});

test("clusterEdges() refuses a decision against earlier ones, and says which", () => {
  const rules = {
    must: [
      [0, 1],
      [1, 2],
    ] as const,
    cannot: [[0, 2]] as const,
  };
  const { of, refused } = clusterEdges(3, [], rules);
  assert.deepEqual([...of], [0, 0, 2]);
  assert.deepEqual(refused, [1]);
});
