import assert from "node:assert/strict";
import { test } from "node:test";
import { threadsFor } from "../../src/flow/archive/readingPool.ts";

test("on two cores one thread reads the first reports, on more as many as there are cores, to four", () => {
  assert.equal(threadsFor(13, 2), 1);
  assert.equal(threadsFor(5_000, 2), 2);
  assert.equal(threadsFor(13, 1), 1);
  assert.equal(threadsFor(5_000, 1), 1);
  assert.equal(threadsFor(13, 4), 4);
  assert.equal(threadsFor(13, 16), 4);
});
