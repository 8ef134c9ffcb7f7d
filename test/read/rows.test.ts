import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isMadeBy, rowChecks } from "./rowChecks.ts";

/**
 * Rows that no example reaches yet, each with what stands before it (`node --import tsx scripts/rowReach.ts --idle`
 * writes the file). Each must still be idle: who wakes one, or takes it out of its pack, takes it out here.
 */
const idle = new Map(
  Object.entries(
    JSON.parse(readFileSync(`${import.meta.dirname}/idleRows.json`, "utf8")) as Record<
      string,
      string
    >,
  ),
);

const checks = rowChecks();

for (const { name, what, holds } of checks) {
  const reason = idle.get(name);
  if (reason === undefined) test(`${name}: ${what}`, holds);
  else
    test(`${name} is idle: ${reason}`, () =>
      assert.throws(holds, "It is reached now: take it out"));
}

test("every idle row is in a pack, and few rows are idle", () => {
  const names = new Set(checks.map(({ name }) => name));
  assert.deepEqual(
    [...idle.keys()].filter((name) => !names.has(name)),
    [],
  );
  assert.ok(checks.length > 200, `Found only ${checks.length} rows`);
  assert.ok(idle.size * 4 < checks.length, `${idle.size} of ${checks.length} rows are idle`);
});

test("a row that is not in its example is found out", () => {
  assert.ok(!isMadeBy("release.free", "Two men were hanged in Tabas.", "en"));
  assert.ok(isMadeBy("execution.execute", "Two men were hanged in Tabas.", "en"));
});
