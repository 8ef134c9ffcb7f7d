import assert from "node:assert/strict";
import { test } from "node:test";
import { makeId } from "../../src/ledger/ids.ts";

test("makeId() makes ids that are all different and hold every letter at every place alike", () => {
  const ids = Array.from({ length: 20_000 }, () => makeId("c"));
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^c-[2-9bcdfghjkmnpqrstvwxz]{12}$/);
  for (const place of [2, 7, 13]) {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(id.charAt(place), (counts.get(id.charAt(place)) ?? 0) + 1);
    assert.equal(counts.size, 27);
    // 741 of each are to be expected; one in some billion runs would be out by a third.
    for (const count of counts.values()) assert.ok(count > 500 && count < 990, `${count}`);
  }
});
