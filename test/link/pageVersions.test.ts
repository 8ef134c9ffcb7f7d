import assert from "node:assert/strict";
import { test } from "node:test";
import { versionsOf } from "../../src/link/pageVersions.ts";

function version(document: string, keys: readonly string[], isRow = false) {
  return { document, isRow, namings: new Map(keys.map((key) => [key, `${document} ${key}`])) };
}

test("versionsOf() has the newest version stand for those that name the same people", () => {
  const { newer, ties } = versionsOf([
    [version("d1", ["navid", "omid"]), version("d2", ["navid"]), version("d3", ["navid"])],
  ]);
  assert.deepEqual(
    [...newer],
    [
      ["d2", "d3"],
      ["d1", "d3"],
    ],
  );
  assert.deepEqual(ties, [
    ["d2 navid", "d3 navid"],
    ["d1 navid", "d2 navid"],
  ]);
});

test("versionsOf() holds a report about others under the same name for another report", () => {
  const { newer } = versionsOf([[version("d1", ["omid"]), version("d2", ["touraj"])]]);
  assert.equal(newer.size, 0);
});

test("versionsOf() has a row stand for what the row said, whoever it names", () => {
  const { newer, ties } = versionsOf([
    [version("d1", ["omid"], true), version("d2", ["omed"], true)],
  ]);
  assert.deepEqual([[...newer], ties], [[["d1", "d2"]], []]);
});
