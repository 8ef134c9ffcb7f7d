import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalJson, type Json } from "../../src/base/canonicalJson.ts";

const ROWS: readonly (readonly [Json, string])[] = [
  [{ b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
  [{}, "{}"],
  [[{ "": null }, {}], '[{"":null},{}]'],
  [{ 9: 1, 10: 2, "\u00e9": 3, z: 4 }, '{"10":2,"9":1,"z":4,"\u00e9":3}'],
  ["a \\ud800 in letters", String.raw`"a \\ud800 in letters"`],
  [-0, "0"],
  [1e21, "1e+21"],
];

for (const [value, text] of ROWS)
  test(`canonicalJson() writes ${text}`, () => assert.equal(canonicalJson(value), text));

test("canonicalJson() refuses what JSON cannot hold", () => {
  for (const value of ["\ud800", { "\udc00": 1 }, [Number.NaN], Number.POSITIVE_INFINITY])
    assert.throws(() => canonicalJson(value), TypeError);
  assert.throws(() => canonicalJson({ a: undefined } as unknown as Json), TypeError);
});

test("members in any order are written alike, and read back the same", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as Json);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
      assert.equal(canonicalJson(JSON.parse(text) as Json), text);
    }),
  );
});
