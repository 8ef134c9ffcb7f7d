import assert from "node:assert/strict";
import { test } from "node:test";
import { bindClaims } from "../../src/flow/archive/bindClaims.ts";
import type { Claim } from "../../src/model/claim.ts";

type Words = readonly [id: string, kind: string, start: number, end: number];

/** Earlier claims, new claims, and the id under which each new one then stands ("new" for none). */
const ROWS: readonly (readonly [what: string, Words[], Words[], string[]])[] = [
  ["the same words", [["a", "execution", 0, 40]], [["x", "execution", 0, 40]], ["a"]],
  ["words that mostly overlap", [["a", "execution", 0, 40]], [["x", "execution", 4, 44]], ["a"]],
  ["another kind", [["a", "execution", 0, 40]], [["x", "call", 0, 40]], ["new"]],
  ["words further on", [["a", "execution", 0, 40]], [["x", "execution", 30, 70]], ["new"]],
  [
    "two that fit as well",
    [["a", "execution", 0, 40]],
    [
      ["x", "execution", 0, 22],
      ["y", "execution", 18, 40],
    ],
    ["new", "new"],
  ],
  [
    "each its own",
    [
      ["a", "execution", 0, 40],
      ["b", "execution", 50, 90],
    ],
    [
      ["x", "execution", 50, 90],
      ["y", "execution", 0, 38],
    ],
    ["b", "a"],
  ],
];

for (const [what, before, now, expected] of ROWS) {
  test(`claims are bound to earlier ones: ${what}`, () => {
    let made = 0;
    const bound = bindClaims(before.map(claim), now.map(claim), () => `new${made++}`);
    const ids = bound.claims.map(({ id }) => id.replace(/\d+$/, ""));
    assert.deepEqual(ids, expected);
    const kept = before.length - bound.gone.length;
    assert.equal(kept + bound.come.length, now.length);
  });
}

test("ties between claims follow their ids", () => {
  const [first, second] = [claim(["x", "execution", 0, 40]), claim(["y", "execution", 50, 90])];
  const now = [{ ...first, sameAs: ["y"] }, second];
  const { claims } = bindClaims([claim(["b", "execution", 50, 90])], now, () => "new");
  assert.deepEqual(claims[0]?.sameAs, ["b"]);
});

function claim([id, kind, start, end]: Words): Claim {
  const span = { start, end, quote: "" };
  return { id, kind, span, quantity: null, sameAs: [] } as unknown as Claim;
}
