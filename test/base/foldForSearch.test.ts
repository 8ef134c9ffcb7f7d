import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldForSearch } from "../../src/base/foldForSearch.ts";

const ROWS: readonly (readonly [string, string])[] = [
  ["«علي‌رضا»", "علی رضا"],
  ["Özgür O’Neil", "ozgur oneil"],
  ["  ۱۲٣ ", "123"],
  ["ΟΔΟΣ, ΣΑΣ", "οδος σας"],
  ["ﬁve ½ Straße", "five 1 2 strasse"],
  ["🔴 İran\u0000١", "iran 1"],
  ["a \u2026- b", "a b"],
  ["…", ""],
  ["", ""],
];

for (const [text, folded] of ROWS)
  test(`foldForSearch() makes "${folded}"`, () => assert.equal(foldForSearch(text), folded));

test("a long text is folded as its pieces are", () => {
  const text = "Two men — «علي‌رضا» and Özgür — were hanged. ".repeat(4_000);
  const piece = "two men علی رضا and ozgur were hanged ";
  assert.equal(foldForSearch(text), piece.repeat(4_000).trimEnd());
});

test("what is folded stays so", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const folded = foldForSearch(text);
      assert.equal(foldForSearch(folded), folded);
    }),
  );
});
