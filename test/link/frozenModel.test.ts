import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadRows } from "../../src/flow/loadPacks.ts";
import { freezeModel } from "../../src/link/freezeModel.ts";
import { unfrozenModel } from "../../src/link/frozenModel.ts";
import { type IdPair, pairsOfKeys, prepareRecords, weighPairs } from "../../src/link/linkFrozen.ts";
import type { FrozenModel } from "../../src/model/frozenModel.ts";
import type { ListRecord } from "../../src/model/listRecord.ts";
import { makeLists } from "./made/makeLists.ts";
import { SCENARIOS } from "./made/scenario.ts";
import { scorePairs } from "./made/scorePairs.ts";
import { linkModel } from "./records.ts";

const [, mass, , small] = SCENARIOS;
const made = makeLists(mass ?? assert.fail("No scenario"), loadRows());
const records = [...made.a, ...made.b];
const few = makeLists(small ?? assert.fail("No scenario"), loadRows());
const frozen = freezeModel(records, records, linkModel);

test("a frozen model links as well as counting the lists themselves; the packs alone link strictly", () => {
  const learnt = scoreOf(frozen);
  assert.ok(learnt.f1 >= 0.95, `F1 ${learnt.f1}`);
  const given = scoreOf(unfrozenModel(linkModel));
  assert.ok(given.precision >= 0.95 && given.recall >= 0.9, JSON.stringify(given));
});

test("a frozen model survives the ledger, and names no word that fewer than three people have", () => {
  const back = JSON.parse(JSON.stringify(frozen)) as FrozenModel;
  assert.deepEqual(back, frozen);
  const counts = [...frozen.words.map(([, words]) => words), frozen.towns, frozen.prisons].flat();
  assert.ok(counts.length > 50 && counts.every(([, count]) => count >= 3));
});

test("what a pair weighs does not depend on who else is compared, or in which order", () => {
  const own = [...few.a, ...few.b];
  const prepared = prepareRecords(own, frozen, linkModel);
  const all = weighPairs(prepared, pairsOfKeys(prepared, new Set(), 400));
  assert.ok(all.length > 20);
  fc.assert(
    fc.property(fc.shuffledSubarray(own, { minLength: 2 }), (some) => {
      const ids = new Set(some.map(({ id }) => id));
      const inside = all.filter(({ a, b }) => ids.has(a) && ids.has(b));
      const pairs = inside.map(({ a, b }): IdPair => [b, a]);
      assert.deepEqual(weighPairs(prepareRecords(some, frozen, linkModel), pairs), inside);
    }),
    { numRuns: 30 },
  );
});

function scoreOf(model: FrozenModel) {
  const prepared = prepareRecords(records, model, linkModel);
  const isA = new Set(made.a.map(({ id }: ListRecord) => id));
  const said = weighPairs(prepared, pairsOfKeys(prepared, new Set(model.common), 400))
    .filter(({ a, b, decision }) => decision === "same" && isA.has(a) !== isA.has(b))
    .map(({ a, b }) => (isA.has(a) ? `${a}\t${b}` : `${b}\t${a}`));
  return scorePairs(said, made.truth);
}
