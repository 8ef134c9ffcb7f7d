import assert from "node:assert/strict";
import { test } from "node:test";
import { findUnreached, ruleRows } from "../../scripts/rowReach/unreached.ts";
import { packRows, trace } from "./reading.ts";

test("ruleRows() lists the rows of every kind of rule file", () => {
  const rows = ruleRows(packRows, "en");
  assert.deepEqual(
    [...new Set(rows.map(({ file }) => file))],
    ["triggers", "frames", "statistics", "quantities", "attribution", "words"],
  );
  assert.ok(rows.length > 200, `${rows.length}`);
});

test("findUnreached() leaves out what a claim was made by and names the rest", () => {
  const rows = ruleRows(packRows, "en");
  const reached = new Set(
    trace("At least two men were hanged in Tabas, police said.").flatMap(({ rows, words }) => [
      ...rows,
      ...words,
    ]),
  );
  const unreached = findUnreached(rows, reached).map(({ id }) => id);
  for (const id of [
    "execution.execute",
    "frame.passive",
    "qualifier.at-least",
    "group.counted",
    "cue.say",
  ])
    assert.ok(!unreached.includes(id), id);
  for (const id of ["release.free", "frame.active", "qualifier.nearly"])
    assert.ok(unreached.includes(id), id);
});
