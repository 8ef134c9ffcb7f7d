import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { groupTellings } from "../../src/link/sameEvent.ts";
import { TiedTellings } from "../../src/link/tiedTellings.ts";
import type { PlacedTelling, TellingPlace } from "../../src/model/telling.ts";

const EVIN = place("ir/prison/evin", "Evin Prison", "Tehran", "Tehran");
const LAKAN = place("ir/prison/lakan", "Lakan Prison", "Rasht", "Gilan");
const TEHRAN = place("ir/city/tehran", null, "Tehran", "Tehran");
const RASHT = place("ir/city/rasht", null, "Rasht", "Gilan");
const GILAN = place("ir/province/gilan", null, null, "Gilan");
const PLACES = [EVIN, LAKAN, TEHRAN, RASHT, GILAN];

test("whoever is tied to some, and to those, is gathered as among all, however they became known", () => {
  fc.assert(
    fc.property(
      many(),
      fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 20 }),
      (tellings, begun, batch) => {
        const ties = new TiedTellings();
        for (let from = 0; from < tellings.length; from += batch)
          ties.add(tellings.slice(from, from + batch));
        const inside = new Set(begun.map((at) => tellings[at % tellings.length]?.id ?? ""));
        for (let fresh = [...inside]; fresh.length > 0; ) {
          fresh = [...ties.tiedTo(fresh)].filter((id) => !inside.has(id));
          for (const id of fresh) inside.add(id);
        }
        const some = groupTellings(
          tellings.filter(({ id }) => inside.has(id)),
          [],
        ).groups;
        const all = groupTellings(tellings, []).groups.filter((group) =>
          group.some((id) => inside.has(id)),
        );
        assert.deepEqual(some, all);
      },
    ),
    { numRuns: 800 },
  );
});

test("no pair ties those who share nobody, no place and no day", () => {
  const ties = new TiedTellings();
  ties.add([
    telling("1", { people: ["a"], places: [EVIN] }),
    telling("2", { people: ["b"], places: [LAKAN] }),
    telling("3", { people: ["c"], places: [EVIN], from: 29 }),
    telling("4", { people: ["d"], places: [EVIN] }),
  ]);
  assert.deepEqual([...ties.tiedTo(["1"])].sort(), ["1", "4"]);
  assert.deepEqual([...ties.tiedTo(["3", "nobody"])], []);
});

type Told = {
  readonly kind?: PlacedTelling["kind"];
  readonly people?: readonly string[];
  readonly number?: number;
  readonly from?: number;
  readonly days?: number;
  readonly places?: readonly TellingPlace[];
  readonly document?: string;
  readonly isNameless?: boolean;
};

function many(): fc.Arbitrary<readonly PlacedTelling[]> {
  const told = fc.record(
    {
      kind: fc.constantFrom("killing" as const, "execution" as const),
      people: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 2 }),
      number: fc.integer({ min: 1, max: 4 }),
      from: fc.integer({ min: 11, max: 16 }),
      days: fc.integer({ min: 0, max: 2 }),
      places: fc.uniqueArray(fc.constantFrom(...PLACES), { maxLength: 2 }),
      document: fc.constantFrom("x", "y", "z"),
      isNameless: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  return fc
    .array(told, { minLength: 1, maxLength: 14 })
    .map((all) => all.map((one, at) => telling(`${100 + at}`, one)));
}

function telling(id: string, told: Told): PlacedTelling {
  const { people = [], number, from = 11, days = 0, places = [] } = told;
  return {
    id,
    key: id,
    kind: told.kind ?? "execution",
    document: told.document ?? `d-${id}`,
    arrived: Number(id),
    published: null,
    publisher: null,
    copies: null,
    claims: [id],
    numbers: number === undefined ? [] : [{ claim: id, min: number, max: number, source: null }],
    earliest: `2024-11-${from}`,
    latest: `2024-11-${from + days}`,
    place: places[0] ?? null,
    ...(places.length > 1 ? { places } : {}),
    namings: people,
    people,
    source: null,
    ...(told.isNameless === undefined ? {} : { isNameless: told.isNameless }),
  };
}

function place(
  id: string,
  prison: string | null,
  city: string | null,
  province: string,
): TellingPlace {
  return { id, prison, city, province };
}
