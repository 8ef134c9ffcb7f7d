import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findMissing } from "../../scripts/lock.ts";

test("package-lock.json holds the packages of every platform, or npm ci refuses it (npm run lock mends it)", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Parameters<
    typeof findMissing
  >[0];
  assert.ok(Object.keys(lock.packages).length > 50);
  assert.deepEqual(findMissing(lock), []);
});

test("findMissing() finds a package that has no entry of its own", () => {
  const packages = {
    "node_modules/a": { version: "1.0.0", optionalDependencies: { "@a/linux-x64": "1.0.0" } },
  };
  assert.deepEqual(findMissing({ packages }), [
    { name: "@a/linux-x64", version: "1.0.0", dev: false },
  ]);
  assert.deepEqual(findMissing({ packages: { ...packages, "node_modules/@a/linux-x64": {} } }), []);
});
