import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clusterMentions, type ClusterInput } from "../../src/link/clusterMentions.ts";

const NOTHING: ClusterInput = { mentions: [], pairs: [], decisions: [], confirmed: [] };

function groupsOf(input: Partial<ClusterInput>): readonly string[] {
  return clusterMentions({ ...NOTHING, ...input }).groups.map((group) => group.join(" "));
}

const THREE = ["m-1", "m-2", "m-3"];

test("pairs that weigh more than nothing are joined, others are not", () => {
  const pairs = [
    { a: "m-1", b: "m-2", bits: 8 },
    { a: "m-2", b: "m-3", bits: -2 },
  ];
  assert.deepEqual(groupsOf({ mentions: THREE, pairs }), ["m-1 m-2", "m-3"]);
});

test("one likeness does not join two groups that are otherwise unlike", () => {
  const pairs = [
    { a: "m-1", b: "m-2", bits: 9 },
    { a: "m-2", b: "m-3", bits: 3 },
    { a: "m-1", b: "m-3", bits: -9 },
  ];
  assert.deepEqual(groupsOf({ mentions: THREE, pairs }), ["m-1 m-2", "m-3"]);
});

test("what a person held apart stays apart, also through a third", () => {
  const pairs = [
    { a: "m-1", b: "m-2", bits: 9 },
    { a: "m-2", b: "m-3", bits: 8 },
    { a: "m-1", b: "m-3", bits: 7 },
  ];
  const decisions = [{ a: "m-1", b: "m-3", verdict: "different" as const }];
  assert.deepEqual(groupsOf({ mentions: THREE, pairs, decisions }), ["m-1 m-2", "m-3"]);
});

test("what a person joined is joined whatever the weights say", () => {
  const decisions = [{ a: "m-1", b: "m-3", verdict: "same" as const }];
  const pairs = [{ a: "m-1", b: "m-3", bits: -20 }];
  assert.deepEqual(groupsOf({ mentions: THREE, pairs, decisions }), ["m-1 m-3", "m-2"]);
});

test("of two decisions about one pair the last one holds", () => {
  const decisions = [
    { a: "m-1", b: "m-2", verdict: "same" as const },
    { a: "m-2", b: "m-1", verdict: "different" as const },
  ];
  assert.deepEqual(groupsOf({ mentions: THREE, decisions }), THREE);
});

test("where a person is unsure the machine does not join", () => {
  const pairs = [{ a: "m-1", b: "m-2", bits: 9 }];
  const decisions = [{ a: "m-1", b: "m-2", verdict: "unsure" as const }];
  assert.deepEqual(groupsOf({ mentions: THREE, pairs, decisions }), THREE);
});

test("nobody is joined by the machine to one whom a person confirmed", () => {
  const pairs = [
    { a: "m-1", b: "m-2", bits: 9 },
    { a: "m-2", b: "m-3", bits: 9 },
    { a: "m-1", b: "m-3", bits: 9 },
  ];
  assert.deepEqual(groupsOf({ mentions: THREE, pairs, confirmed: [["m-1", "m-2"]] }), [
    "m-1 m-2",
    "m-3",
  ]);
  const decisions = [{ a: "m-2", b: "m-3", verdict: "same" as const }];
  assert.deepEqual(groupsOf({ mentions: THREE, pairs, decisions, confirmed: [["m-1", "m-2"]] }), [
    "m-1 m-2 m-3",
  ]);
});

test("of namings that say the same, whoever was held apart stays so, whichever of them goes", () => {
  const [ones, others] = ["a", "b"].map((who) => [0, 1, 2, 3].map((at) => `${who}${at}`));
  if (ones === undefined || others === undefined) assert.fail("No namings");
  const words = new Map([...ones, ...others].map((id) => [id, id.slice(0, 1)] as const));
  const decisions = ones.flatMap((a) =>
    others.map((b) => ({ a, b, verdict: "different" as const })),
  );
  const cross = { a: "a0", b: "b0", bits: 9 };
  const within = [ones, others].flatMap(([first = "", ...more]) =>
    more.map((b) => ({ a: first, b, bits: 9 })),
  );
  for (const gone of [null, "a0", "b0", "a3"]) {
    const left = (ids: readonly string[]) => ids.filter((id) => id !== gone);
    const pairs = [cross, ...within].filter(({ a, b }) => a !== gone && b !== gone);
    const kept =
      gone === "a0" || gone === "b0"
        ? [
            ...pairs,
            ...left(gone === "a0" ? ones : others)
              .slice(2)
              .map((b) => ({ a: `${gone[0]}1`, b, bits: 9 })),
          ]
        : pairs;
    const groups = groupsOf({
      mentions: left([...ones, ...others]),
      pairs: [...kept, ...left(ones).flatMap((a) => left(others).map((b) => ({ a, b, bits: 9 })))],
      wordsOf: words,
      decisions,
    });
    assert.ok(
      groups.every((group) => !(group.includes("a") && group.includes("b"))),
      groups.join(),
    );
    assert.ok(groups.includes(left(ones).join(" ")) && groups.includes(left(others).join(" ")));
  }
});

test("decisions that speak against each other are told, and hold apart", () => {
  const { groups, contradicted } = clusterMentions({
    ...NOTHING,
    mentions: THREE,
    decisions: [
      { a: "m-1", b: "m-2", verdict: "same" },
      { a: "m-2", b: "m-3", verdict: "same" },
      { a: "m-1", b: "m-3", verdict: "different" },
    ],
  });
  assert.equal(groups.length, 2);
  assert.equal(contradicted.length, 1);
});

const ids = fc.constantFrom(..."abcdefgh".split("").map((letter) => `m-${letter}`));
const weighed = fc.array(fc.record({ a: ids, b: ids, bits: fc.integer({ min: -9, max: 12 }) }), {
  maxLength: 24,
});
const decided = fc.array(
  fc.record({ a: ids, b: ids, verdict: fc.constantFrom("same", "different", "unsure") }),
  { maxLength: 5 },
);

test("every decision is honoured under any weights, but those that others speak against", () => {
  fc.assert(
    fc.property(weighed, decided, (pairs, decisions) => {
      const input = inputOf(pairs, decisions);
      const { groups, contradicted } = clusterMentions(input);
      const groupOf = new Map(groups.flatMap((group) => group.map((one) => [one, group] as const)));
      const last = new Map(input.decisions.map((one) => [[one.a, one.b].sort().join(" "), one]));
      for (const one of last.values()) {
        const together = groupOf.get(one.a) === groupOf.get(one.b);
        if (one.verdict === "different") assert.ok(!together);
        if (one.verdict === "same") assert.ok(together || contradicted.includes(one));
      }
    }),
  );
});

test("neither the order of namings nor that of pairs changes who is whom", () => {
  fc.assert(
    fc.property(weighed, decided, fc.integer(), (pairs, decisions, turn) => {
      const input = inputOf(pairs, decisions);
      const turned = {
        ...input,
        mentions: rotate(input.mentions, turn),
        pairs: rotate(input.pairs, turn).map(({ a, b, bits }) => ({ a: b, b: a, bits })),
      };
      assert.deepEqual(clusterMentions(turned), clusterMentions(input));
    }),
  );
});

test("linking what was linked changes nothing", () => {
  fc.assert(
    fc.property(weighed, decided, (pairs, decisions) => {
      const input = inputOf(pairs, decisions);
      const { groups } = clusterMentions(input);
      assert.deepEqual(clusterMentions({ ...input, mentions: groups.flat() }).groups, groups);
    }),
  );
});

function inputOf(
  pairs: readonly { a: string; b: string; bits: number }[],
  decisions: readonly { a: string; b: string; verdict: string }[],
): ClusterInput {
  const isPair = ({ a, b }: { a: string; b: string }): boolean => a !== b;
  const byPair = new Map(
    pairs.filter(isPair).map((pair) => [[pair.a, pair.b].sort().join(" "), pair]),
  );
  return {
    mentions: Array.from("abcdefgh").map((letter) => `m-${letter}`),
    pairs: [...byPair.values()],
    decisions: decisions.filter(isPair) as ClusterInput["decisions"],
    confirmed: [],
  };
}

function rotate<T>(items: readonly T[], turn: number): readonly T[] {
  const by = items.length === 0 ? 0 : Math.abs(turn) % items.length;
  return [...items.slice(by), ...items.slice(0, by)];
}
