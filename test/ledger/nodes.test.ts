import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import {
  hashLeaf,
  isIncluded,
  nodesOfLeaves,
  proveInclusion,
  rootOf,
} from "../../src/base/merkle.ts";
import { closeArchive, initArchive } from "../../src/flow/archive/session.ts";
import { appendEntries } from "../../src/ledger/append.ts";
import type { NewEntry } from "../../src/ledger/entryKinds.ts";
import { withNodes } from "../../src/ledger/nodes.ts";
import { inArchiveFolder, surroundings } from "./archiveFolder.ts";

test("proofs made from stored hashes are those made from all leaves", async () => {
  await inArchiveFolder(async (folder) => {
    const { archive } = await initArchive(folder, surroundings(folder));
    const options = { at: "2026-01-02T03:04:05.000Z", expected: null };
    for (const count of [3, 250, 300]) await appendEntries(archive, actors(count), options);
    const { rows } = await sql<{
      leaf: Uint8Array;
    }>`select leaf from ledger.entries order by index`.execute(archive.database);
    const leaves = rows.map(({ leaf }) => hashLeaf(leaf));
    const all = nodesOfLeaves(leaves);
    for (const index of [0, 1, 254, 255, 256, 257, 511, 512, leaves.length - 1]) {
      const proof = await withNodes(archive, (nodes) =>
        proveInclusion(index, leaves.length, nodes),
      );
      assert.deepEqual(proof, proveInclusion(index, leaves.length, all));
      const leaf = leaves[index] as Uint8Array;
      assert.ok(isIncluded(leaf, index, leaves.length, proof, rootOf(0, leaves.length, all)));
    }
    await closeArchive(archive);
  });
});

function actors(count: number): NewEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    kind: "actor-named",
    record: "r-actors",
    by: "a-test",
    body: { actor: `a-${at}`, name: "Nobody", role: "none" },
  }));
}
