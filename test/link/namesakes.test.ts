import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadPeoplePack } from "../../src/flow/archive/people/peoplePack.ts";
import { mentionsOf } from "../../src/link/mentions.ts";
import type { Claim, Person } from "../../src/model/claim.ts";

const { country } = loadPeoplePack();
const SPAN = { start: 0, end: 5, quote: "Kaveh" };

/** A claim about one person: name, age, father. */
function about(id: string, name: string, age: number | null = null, father: string | null = null) {
  const person: Person = { name, age, sex: null, father, role: "victim", span: SPAN };
  return {
    id,
    kind: "execution",
    stage: null,
    modality: "happened",
    hedge: null,
    persons: [person],
    period: null,
    places: [],
    charges: [],
  } as unknown as Claim;
}

function keysOf(claims: readonly Claim[], asRead: readonly Claim[] = claims) {
  return mentionsOf(claims, country, { asRead })
    .map(({ key, claims: own }) => `${key}: ${own.map(({ claim }) => claim).join(" ")}`)
    .sort();
}

const TWO = [
  about("c1", "Farhad Rastegar", 24),
  about("c2", "Farhad Rastegar", 48),
  about("c3", "Farhad Rastegar", 25),
];

test("namesakes of one report are told apart by what tells them apart, in any order", () => {
  const keys = ["farhad rastegar ~24: c1 c3", "farhad rastegar ~48: c2"];
  assert.deepEqual(keysOf(TWO), keys);
  fc.assert(
    fc.property(fc.shuffledSubarray([...TWO], { minLength: 3 }), (shuffled) => {
      assert.deepEqual(
        keysOf(shuffled).map((line) => line.split(": ")[0]),
        keys.map((line) => line.split(": ")[0]),
      );
    }),
  );
});

test("whom a person rejected gives his key to nobody", () => {
  const [, second = about("", "")] = TWO;
  assert.deepEqual(keysOf([second], TWO), ["farhad rastegar ~48: c2"]);
});

test("a corrected age moves nobody to another's key", () => {
  const corrected = [about("c1", "Farhad Rastegar", 48), ...TWO.slice(1)];
  assert.deepEqual(keysOf(corrected, TWO), [
    "farhad rastegar ~24: c1 c3",
    "farhad rastegar ~48: c2",
  ]);
});

test("who is named without what tells two apart is neither of them", () => {
  assert.deepEqual(keysOf([...TWO, about("c4", "Farhad Rastegar")]), [
    "farhad rastegar ~24: c1 c3",
    "farhad rastegar ~48: c2",
    "farhad rastegar ~: c4",
  ]);
});

test("one of a name has the name for a key, whatever is said of him", () => {
  assert.deepEqual(keysOf([about("c1", "Farhad Rastegar", 24), about("c2", "Farhad Rastegar")]), [
    "farhad rastegar: c1 c2",
  ]);
});

test("Ali and Alireza are two fathers, Hossein and Hossein Karimi one", () => {
  const of = (...fathers: readonly string[]) =>
    keysOf(fathers.map((father, at) => about(`c${at}`, "Omid Lotfi", null, father))).length;
  assert.equal(of("Ali", "Alireza"), 2);
  assert.equal(of("Hossein", "Hossein Karimi"), 1);
});

test("a name that a person put right is a naming of its own", () => {
  const read = [about("c1", "Farhad Rastegar", 24)];
  assert.deepEqual(keysOf([about("c1", "Farrokh Rastgou", 24)], read), ["farrokh rastgou: c1"]);
});
