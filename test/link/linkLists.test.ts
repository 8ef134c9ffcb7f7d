import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadRows } from "../../src/flow/loadPacks.ts";
import { clusterEdges } from "../../src/link/cluster.ts";
import {
  digestRecord,
  type LinkDecision,
  linkLists,
  type LinkedPeople,
} from "../../src/link/linkLists.ts";
import type { LinkModel } from "../../src/link/linkModel.ts";
import { makeChance } from "./made/chance.ts";
import { makeLists } from "./made/makeLists.ts";
import { SCENARIOS } from "./made/scenario.ts";
import { linkModel, makeRecords } from "./records.ts";

const small = SCENARIOS.find((scenario) => scenario.name === "small");
assert.ok(small);
const made = makeLists(small, loadRows());
const LISTS = [
  { id: "a", records: made.a },
  { id: "b", records: made.b },
];

/** People as sorted texts, so that two outcomes can be compared. */
const say = ({ people }: LinkedPeople) =>
  people
    .map((places) =>
      places
        .map(({ list, record }) => `${list}/${record}`)
        .sort()
        .join(" "),
    )
    .sort();

const shuffled = <T>(values: readonly T[], seed: number): T[] => {
  const chance = makeChance(seed);
  return [...values]
    .map((value) => [chance.next(), value] as const)
    .sort(([x], [y]) => x - y)
    .map(([, value]) => value);
};

test("linkLists(): the order of lists and records changes no person", () => {
  const before = say(linkLists(LISTS, linkModel));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const lists = shuffled(LISTS, seed).map(({ id, records }) => ({
        id,
        records: shuffled(records, seed + 1),
      }));
      assert.deepEqual(say(linkLists(lists, linkModel)), before);
    }),
    { numRuns: 8 },
  );
});

test("linkLists(): linking what was linked is linking once", () => {
  const once = linkLists(LISTS, linkModel);
  const decisions = once.people.flatMap((places): LinkDecision[] =>
    places
      .slice(1)
      .map((place) => ({ a: digestAt(places[0]), b: digestAt(place), decision: "same" })),
  );
  assert.deepEqual(say(linkLists(LISTS, linkModel, decisions)), say(once));
});

test("linkLists(): every decision is honoured, under a changed model too", () => {
  const other: LinkModel = {
    ...linkModel,
    weights: {
      ...linkModel.weights,
      date: [0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.2],
      name: { ...linkModel.weights.name, conflictFirst: -1, slip: 9 },
    },
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const chance = makeChance(seed);
      const ids = new Set<string>();
      const decisions = Array.from({ length: 12 }, (): LinkDecision => {
        /** Each record in one decision, so that no two speak against each other. */
        const fresh = (records: typeof made.a) => {
          for (;;) {
            const record = chance.pick(records);
            const digest = digestRecord(record);
            if (ids.has(digest)) continue;
            ids.add(digest);
            return digest;
          }
        };
        return {
          a: fresh(made.a),
          b: fresh(made.b),
          decision: chance.is(0.5) ? "same" : "different",
        };
      });
      for (const model of [linkModel, other]) {
        const linked = linkLists(LISTS, model, decisions);
        assert.deepEqual(linked.stale, []);
        assert.deepEqual(linked.contradicted, []);
        const personOf = new Map<string, Set<number>>();
        linked.people.forEach((places, person) => {
          for (const place of places) {
            const digest = digestAt(place);
            personOf.set(digest, new Set([...(personOf.get(digest) ?? []), person]));
          }
        });
        for (const { a, b, decision } of decisions) {
          const together = [...(personOf.get(a) ?? [])].some((person) =>
            personOf.get(b)?.has(person),
          );
          assert.equal(together, decision === "same");
        }
      }
    }),
    { numRuns: 5 },
  );
});

test("linkLists(): the later of two decisions holds; what no list holds any more is stale", () => {
  const [x, y] = makeRecords("x", [{ name: "Barzan Torkashi" }, { name: "Nalin Karvani" }]);
  assert.ok(x && y);
  const lists = [{ id: "x", records: [x, y] }];
  const a = digestRecord(x);
  const b = digestRecord(y);
  const linked = linkLists(lists, linkModel, [
    { a, b, decision: "different" },
    { a: b, b: a, decision: "same" },
    { a, b: "gone", decision: "same" },
  ]);
  assert.equal(linked.best, 1);
  assert.deepEqual(linked.stale, [{ a, b: "gone", decision: "same" }]);
});

test("linkLists(): low, best and high counts stand in order", () => {
  const { low, best, high, falseLinks, missedLinks } = linkLists(LISTS, linkModel);
  assert.ok(low <= best && best <= high, `${low} ${best} ${high}`);
  assert.ok(falseLinks >= 0 && missedLinks >= 0);
});

test("linkLists(): a certified list names nobody twice", () => {
  const records = makeRecords("x", [
    { name: "Barzan Torkashi", date: "2022-11-03", city: "Rasht" },
    { name: "Barzan Torkashi", date: "2022-11-03", city: "Rasht" },
  ]);
  assert.equal(linkLists([{ id: "x", records }], linkModel).best, 1);
  assert.equal(linkLists([{ id: "x", records, certified: true }], linkModel).best, 2);
});

test("clusterEdges() joins no groups that speak against each other on the whole", () => {
  const chain = [
    { a: 0, b: 1, bits: 8 },
    { a: 1, b: 2, bits: 3 },
  ];
  assert.deepEqual([...clusterEdges(3, chain).of], [0, 0, 2]);
  const ring = [...chain, { a: 0, b: 2, bits: 1 }];
  assert.deepEqual([...clusterEdges(3, ring).of], [0, 0, 0]);
});

test("clusterEdges() refuses a decision against earlier ones, and says which", () => {
  const rules = {
    must: [
      [0, 1],
      [1, 2],
    ] as const,
    cannot: [[0, 2]] as const,
  };
  const { of, refused } = clusterEdges(3, [], rules);
  assert.deepEqual([...of], [0, 0, 2]);
  assert.deepEqual(refused, [1]);
});

function digestAt(place: { readonly list: string; readonly record: string } | undefined): string {
  const list = place?.list === "a" ? made.a : made.b;
  const record = list.find(({ id }) => id === place?.record);
  assert.ok(record);
  return digestRecord(record);
}
