import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadRows } from "../../src/flow/loadPacks.ts";
import { freezeModel } from "../../src/link/freezeModel.ts";
import { unfrozenModel } from "../../src/link/frozenModel.ts";
import {
  type IdPair,
  keysOfRecord,
  pairsOfKeys,
  prepareRecords,
  weighPairs,
} from "../../src/link/linkFrozen.ts";
import type { FrozenModel } from "../../src/model/frozenModel.ts";
import type { ListRecord } from "../../src/model/listRecord.ts";
import { makeLists } from "./made/makeLists.ts";
import { SCENARIOS } from "./made/scenario.ts";
import { scorePairs } from "./made/scorePairs.ts";
import { type Cells, linkModel, makeRecords } from "./records.ts";

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

test("of a name that very many have, those are compared who have anything else in common", () => {
  const name = "Ali Rezaei";
  const many = makeRecords(
    "o",
    Array.from({ length: 900 }, (_, at) => ({
      name,
      date: new Date((12_000 + at * 7) * 864e5).toISOString().slice(0, 10),
      age: 18 + (at % 60),
    })),
  );
  const alike: readonly [Cells, Cells][] = [
    [{ father: "Karvan" }, { father: "Karwan", date: "2019-03-02" }],
    [{ prison: "Dizel Abad", age: 33 }, { prison: "Dizel Abad" }],
    [{ city: "Rasht" }, { city: "رشت", date: "2021-03-01" }],
    [{ date: "2031" }, { date: "2032-02-01" }],
    [{ age: 95 }, { age: 97, date: "2021-03-01" }],
  ];
  for (const [one, other] of alike) {
    const own = makeRecords("x", [
      { name, ...one },
      { name: "Alí Rezaee", ...other },
    ]);
    const prepared = prepareRecords([...many, ...own], frozen, linkModel);
    const found = [...pairsOfKeys(prepared, new Set(), 400)].filter(
      ([a, b]) => a === "x1" && b === "x2",
    );
    assert.equal(found.length, 1, JSON.stringify(one));
  }
});

test("of one of whom more tell, each otherwise, than are compared by a key each is compared with the first", () => {
  const told = Array.from({ length: 450 }, (_, at) => ({
    name: at % 2 === 0 ? "Hormoz Delavarian" : "Hormuz Delavaryan",
    date: "2024-05-12",
    city: "Shiraz",
    charge: `case ${at}`,
  }));
  const prepared = prepareRecords(makeRecords("m", told), frozen, linkModel);
  for (const common of [new Set<number>(), new Set(keysOfRecord(prepared, "m1", false))]) {
    const pairs = [...pairsOfKeys(prepared, common, 400)];
    assert.ok(pairs.length < 450 * 100, `${pairs.length}`);
    assert.equal(groupsOf(pairs), 1);
  }
});

/** How many groups pairs make of the records in them. */
function groupsOf(pairs: readonly IdPair[]): number {
  const of = new Map<string, string>();
  const find = (id: string): string => {
    const up = of.get(id) ?? id;
    return up === id ? id : find(up);
  };
  for (const [a, b] of pairs) {
    of.set(a, of.get(a) ?? a);
    of.set(b, of.get(b) ?? b);
    of.set(find(a), find(b));
  }
  assert.equal(of.size, 450);
  return new Set([...of.keys()].map(find)).size;
}

function scoreOf(model: FrozenModel) {
  const prepared = prepareRecords(records, model, linkModel);
  const isA = new Set(made.a.map(({ id }: ListRecord) => id));
  const said = weighPairs(prepared, pairsOfKeys(prepared, new Set(model.common), 400))
    .filter(({ a, b, decision }) => decision === "same" && isA.has(a) !== isA.has(b))
    .map(({ a, b }) => (isA.has(a) ? `${a}\t${b}` : `${b}\t${a}`));
  return scorePairs(said, made.truth);
}

test("a model of nobody, or of one, holds numbers alone", () => {
  for (const count of [0, 1, 2]) {
    const people = makeRecords("p", [{ name: "Barzan Torkashi" }, { name: "Nalin Delavari" }]);
    const some = people.slice(0, count);
    const { fitted } = freezeModel(some, some, linkModel);
    assert.ok(Object.values(fitted).flat().every(Number.isFinite), JSON.stringify(fitted));
  }
});
