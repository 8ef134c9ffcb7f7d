import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Joined, joinTold, type Told } from "../../src/link/joinTold.ts";
import { allDiffer } from "../../src/link/tellingPlaces.ts";
import type { TellingPlace } from "../../src/model/telling.ts";
import { cpuMs } from "../cpuMs.ts";

const PLACES: readonly TellingPlace[] = [
  { id: "prison-a", prison: "prison-a", city: "a", province: "north" },
  { id: "a", prison: null, city: "a", province: "north" },
  { id: "b", prison: null, city: "b", province: "north" },
  { id: "north", prison: null, city: null, province: "north" },
  { id: "south", prison: null, city: null, province: "south" },
];

const day = (number: number): string => `2025-05-${String(number).padStart(2, "0")}`;

const told = fc
  .array(
    fc.record({
      kind: fc.constantFrom("execution", "killing"),
      days: fc.option(
        fc
          .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 2 }))
          .map(([from, more]) => ({ earliest: day(from), latest: day(from + more) })),
      ),
      places: fc.subarray([...PLACES], { maxLength: 2 }),
      namings: fc.subarray(["m", "n", "o"], { maxLength: 2 }),
    }),
    { maxLength: 14 },
  )
  .map((all): readonly Told[] => all.map((one, at) => ({ ...one, at })));

test("what is joined by days and names is what comparing every pair joins", () => {
  fc.assert(
    fc.property(told, (all) => {
      const fast = new Joined(all.length);
      joinTold(all, fast.join);
      const slow = new Joined(all.length);
      for (const one of all)
        for (const other of all.slice(0, one.at))
          if (areOne(one, other)) slow.join(one.at, other.at);
      assert.deepEqual(
        all.map(({ at }) => fast.find(at)),
        all.map(({ at }) => slow.find(at)),
      );
    }),
  );
});

/** Told of one day and one place, or of one person. */
function areOne(one: Told, other: Told): boolean {
  if (one.kind !== other.kind || allDiffer(one.places, other.places)) return false;
  const meet =
    one.days === null || other.days === null
      ? null
      : one.days.earliest <= other.days.latest && other.days.earliest <= one.days.latest;
  if (meet === false) return false;
  if (one.namings.some((naming) => other.namings.includes(naming))) return true;
  return meet === true && (one.places.length > 0 || other.places.length > 0);
}

test("a document of thousands of claims is joined in a time that grows with them, and not with their pairs", () => {
  const list = (size: number): readonly Told[] =>
    Array.from({ length: size }, (_, at) => ({
      at,
      kind: "execution",
      days: { earliest: day(1 + (at % 28)), latest: day(1 + (at % 28)) },
      places: PLACES.slice(at % 5, (at % 5) + 1),
      namings: [`m${at % 240}`],
    }));
  const joinAll = (size: number): number => {
    const all = list(size);
    const before = cpuMs();
    joinTold(all, new Joined(size).join);
    return cpuMs() - before;
  };
  joinAll(2_000);
  const few = Math.max(2, joinAll(4_000));
  assert.ok(joinAll(32_000) < 30 * few, "eight times the claims, not sixty-four times the work");
});
