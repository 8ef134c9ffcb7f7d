import assert from "node:assert/strict";
import { test } from "node:test";
import { groupsOf, partInGroups } from "../../src/flow/readingGroups.ts";

const LONG = 200_000;
const lengthOf = (length: number): number => length;

async function* comes(...lengths: readonly (number | "late" | "fails")[]): AsyncGenerator<number> {
  for (const length of lengths) {
    if (length === "fails") throw new Error("no more");
    if (length === "late") await new Promise((resolve) => setTimeout(resolve, 300));
    else yield length;
  }
}

async function sizesOf(groups: AsyncIterable<readonly number[]>): Promise<number[]> {
  const sizes: number[] = [];
  for await (const group of groups) sizes.push(group.length);
  return sizes;
}

const short = (count: number): number[] => Array.from({ length: count }, () => 1);

const groups: readonly [what: string, lengths: (number | "late")[], sizes: number[]][] = [
  ["nothing", [], []],
  ["one report", [1], [1]],
  ["sixteen at most", short(35), [16, 16, 3]],
  ["no more than so much text", [60_000, 60_000, 60_000, 60_000], [3, 1]],
  ["a long text alone", [1, 1, LONG, 1], [2, 1, 1]],
  ["no waiting for one that is late", [1, 1, "late", 1], [2, 1]],
];
for (const [what, lengths, sizes] of groups)
  test(`groupsOf() makes groups: ${what}`, async () => {
    assert.deepEqual(await sizesOf(groupsOf(comes(...lengths), lengthOf)), sizes);
  });

test("groupsOf() hands out what came before a source failed, then fails", async () => {
  const found: number[] = [];
  await assert.rejects(async () => {
    for await (const group of groupsOf(comes(1, 2, "fails"), lengthOf)) found.push(...group);
  }, /no more/);
  assert.deepEqual(found, [1, 2]);
});

test("groupsOf() closes its source when nobody asks for more", async () => {
  let isClosed = false;
  async function* source(): AsyncGenerator<number> {
    try {
      for (;;) yield LONG;
    } finally {
      isClosed = true;
    }
  }
  for await (const group of groupsOf(source(), lengthOf)) if (group.length === 1) break;
  assert.ok(isClosed);
});

test("partInGroups() keeps the order, spreads over threads and sets long texts apart", () => {
  assert.deepEqual(
    partInGroups(short(40), lengthOf, 1).map(({ length }) => length),
    [16, 16, 8],
  );
  assert.deepEqual(
    partInGroups(short(10), lengthOf, 4).map(({ length }) => length),
    [3, 3, 3, 1],
  );
  assert.deepEqual(partInGroups([1, 2, LONG, LONG, 3], lengthOf, 1), [[1, 2], [LONG], [LONG], [3]]);
  assert.deepEqual(partInGroups([], lengthOf, 2), []);
});
