import assert from "node:assert/strict";
import { test } from "node:test";
import { threadsFor } from "../../src/flow/archive/readingPool.ts";

test("on two cores one thread reads beside the one that seals and enters, on more as many as there are cores, to four", () => {
  assert.equal(threadsFor(1), 1);
  assert.equal(threadsFor(2), 1);
  assert.equal(threadsFor(4), 4);
  assert.equal(threadsFor(16), 4);
});
