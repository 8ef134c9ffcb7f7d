import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PairDecision } from "../../src/link/clusterMentions.ts";
import { countEvent, courseOf } from "../../src/link/countEvent.ts";
import { originsOf } from "../../src/link/voices.ts";
import { eventsInDoubt, groupTellings } from "../../src/link/sameEvent.ts";
import type { PlacedTelling, TellingPlace } from "../../src/model/telling.ts";
import { cpuMs } from "../cpuMs.ts";

const EVIN = placeOf("ir/prison/evin", "Evin Prison", "Tehran", "Tehran");
const LAKAN = placeOf("ir/prison/lakan", "Lakan Prison", "Rasht", "Gilan");
const ADELABAD = placeOf("ir/prison/adelabad", "Adelabad Prison", "Shiraz", "Fars");
const GILAN = placeOf("ir/province/gilan", null, null, "Gilan");
const TEHRAN = placeOf("ir/city/tehran", null, "Tehran", "Tehran");

const SHOT_ONE: Told = { kind: "killing", place: TEHRAN, number: 1 };

/** Two tellings, and whether they are of one event. */
const PAIRS: readonly (readonly [string, Told, Told, boolean])[] = [
  ["one prison, one day", { number: 5 }, { number: 5 }, true],
  ["another number on that day", { number: 5 }, { number: 6 }, true],
  ["others who are named on that day", { people: ["a"] }, { people: ["b"] }, true],
  ["another prison", { number: 5 }, { number: 5, place: LAKAN }, false],
  ["the town of the prison", { number: 5 }, { number: 5, place: TEHRAN }, true],
  [
    "the province of the prison, as many",
    { number: 2, place: LAKAN },
    { number: 2, place: GILAN },
    true,
  ],
  ["the province, another number", { number: 2, place: LAKAN }, { number: 3, place: GILAN }, false],
  ["the province, one of each", { number: 1, place: LAKAN }, { number: 1, place: GILAN }, false],
  [
    "the province, on the next day",
    { number: 2, place: LAKAN },
    { number: 2, place: GILAN, day: 12 },
    false,
  ],
  ["another province", { number: 2 }, { number: 2, place: GILAN }, false],
  [
    "the province, others who are named",
    { people: ["a", "b"], place: LAKAN },
    { people: ["c", "d"], place: GILAN },
    false,
  ],
  [
    "the province, who is named and how many",
    { people: ["a", "b"], place: LAKAN },
    { number: 2, place: GILAN },
    true,
  ],
  ["the next day, the same three or more", { number: 5 }, { number: 5, day: 12 }, true],
  ["the next day, another number", { number: 5 }, { number: 2, day: 12 }, false],
  ["the next day, others who are named", { people: ["a"] }, { people: ["b"], day: 12 }, false],
  ["a week later", { number: 5 }, { number: 5, day: 18 }, false],
  ["a person in common, a week later", { people: ["a"] }, { people: ["a"], day: 18 }, true],
  [
    "a person in common, no place",
    { number: 5, people: ["a"] },
    { people: ["a"], place: null },
    true,
  ],
  ["no place and nobody in common", { number: 5 }, { number: 5, place: null }, false],
  ["another kind", { number: 5 }, { number: 5, kind: "killing" }, false],
  ["two killed in one town", shot("a"), shot("b"), false],
  ["one killed in a town, and the only one who is named", shot("a"), SHOT_ONE, true],
  ["one killed in a town on another day", shot("a"), { ...SHOT_ONE, day: 12 }, false],
  ["one killed in another town", shot("a"), { ...SHOT_ONE, place: LAKAN }, false],
  ["two killed in a town, and one who is named", shot("a"), { ...SHOT_ONE, number: 2 }, false],
  ["told apart by one report", { number: 5, document: "d" }, { number: 3, document: "d" }, false],
];
for (const [name, a, b, isOne] of PAIRS)
  test(`${isOne ? "one event" : "two events"}: ${name}`, () => {
    for (const both of [
      [telling("1", a), telling("2", b)],
      [telling("2", a), telling("1", b)],
    ])
      assert.equal(groupTellings(both, []).groups.length, isOne ? 1 : 2);
  });

test("one who was killed in a town is none of two who are named there", () => {
  const [a, b, bare] = [telling("1", shot("a")), telling("2", shot("b")), telling("3", SHOT_ONE)];
  assert.equal(groupTellings([a, b, bare], []).groups.length, 3);
  assert.equal(groupTellings([a, telling("4", shot("a")), bare], []).groups.length, 1);
  assert.deepEqual(countEvent([a, bare]).count, { named: 1, low: 1, best: 1, high: 2 });
  assert.deepEqual(courseOf([a, bare]).at(-1)?.count, countEvent([a, bare]).count);
});

test("one who was killed in a town where others are counted or named is nobody's for sure", () => {
  const [a, bare] = [telling("1", shot("a")), telling("3", SHOT_ONE)];
  const apart = (...others: readonly Told[]): boolean => {
    const more = others.map((told, at) => telling(`${at + 5}`, told));
    const { groups } = groupTellings([a, bare, ...more], []);
    return groups.every((group) => !(group.includes("1") && group.includes("3")));
  };
  const crowd: Told = { kind: "killing", place: TEHRAN, number: 12 };
  assert.ok(apart(crowd));
  assert.ok(apart({ ...crowd, number: 2, people: ["b", "c"] }));
  assert.ok(apart({ ...shot("b"), people: ["b", "c"] }));
  assert.ok(apart({ ...crowd, number: 3, places: [LAKAN, TEHRAN] }));
  assert.ok(!apart({ ...crowd, day: 14 }), "of another day");
  assert.ok(!apart({ ...crowd, place: LAKAN }), "of another town");
});

test("who names one of those without day or place keeps their number out of no event", () => {
  const all = [
    telling("1", { number: 5, document: "d" }),
    {
      ...telling("2", { people: ["a"], place: null, document: "d" }),
      earliest: null,
      latest: null,
    },
    telling("3", { number: 5, people: ["a", "b"] }),
    { ...telling("4", { people: ["a"] }), earliest: null, latest: null },
  ];
  assert.deepEqual(groupTellings(all, []).groups, [["1", "2", "3", "4"]]);
});

/** Tellings of one event in the order of their arrival, and the count: named, low, best, high. */
const COUNTS: readonly (readonly [
  string,
  readonly Told[],
  readonly [number, number, number, number],
])[] = [
  ["nobody is named", [{ number: 5 }], [0, 5, 5, 5]],
  ["names fill places", [{ number: 5 }, { people: ["a", "b"] }], [2, 5, 5, 5]],
  ["names alone", [{ people: ["a"] }, { people: ["b"] }], [2, 2, 2, 2]],
  ["more are named than told", [{ number: 1 }, { people: ["a", "b"] }], [2, 2, 2, 2]],
  ["at least", [{ number: 4, open: true }, { number: 5 }], [0, 4, 5, 5]],
  ["as many say less", [{ number: 6 }, { number: 5 }], [0, 5, 5, 6]],
  ["who is quoted says less", [{ number: 5, other: 2, by: "the governor" }], [0, 2, 5, 5]],
  ["who is quoted says more", [{ number: 2, other: 5, by: "relatives" }], [0, 2, 2, 5]],
  [
    "one text whose two voices are copied is two voices",
    [
      { number: 5, other: 2, by: "the governor", copies: "t" },
      { number: 5, other: 2, by: "the governor", copies: "t" },
      { number: 5 },
    ],
    [0, 2, 5, 5],
  ],
  ["more say more", [{ number: 6 }, { number: 5 }, { number: 6 }], [0, 5, 6, 6]],
  [
    "one source is one voice",
    [{ number: 6 }, { number: 5, source: "A" }, { number: 5, source: "a" }, { number: 6 }],
    [0, 5, 6, 6],
  ],
  [
    "one text is one voice",
    [{ number: 6 }, { number: 5, copies: "t" }, { number: 5, copies: "t" }, { number: 6 }],
    [0, 5, 6, 6],
  ],
  [
    "a source that puts itself right",
    [
      { number: 6, source: "A", published: "2024-11-12" },
      { number: 5, source: "A", published: "2024-11-13" },
    ],
    [0, 5, 5, 5],
  ],
  [
    "a source that tells two numbers on one day",
    [
      { number: 6, source: "A", published: "2024-11-13" },
      { number: 5, source: "A", published: "2024-11-13" },
      { number: 9, source: "A", published: "2024-11-12" },
    ],
    [0, 5, 5, 6],
  ],
  [
    "a source that tells two numbers, nobody knows when",
    [
      { number: 6, source: "A" },
      { number: 5, source: "A" },
    ],
    [0, 5, 5, 6],
  ],
];
for (const [name, told, count] of COUNTS)
  test(`countEvent(): ${name}`, () => {
    const { named, low, best, high } = countEvent(
      told.map((one, at) => telling(`${at}`, one)),
    ).count;
    assert.deepEqual([named, low, best, high], count);
  });

test("two who may be one person are one in the lowest count only", () => {
  const apart = [telling("1", { people: ["a"] }), telling("2", { people: ["b"] })];
  assert.deepEqual(countEvent(apart, { mayBeOne: () => true }).count, {
    named: 2,
    low: 1,
    best: 2,
    high: 2,
  });
  const together = [...apart, telling("3", { people: ["a", "b"] })];
  assert.equal(
    countEvent(together, { mayBeOne: () => true }).count.low,
    2,
    "one report tells them apart",
  );
});

test("a headline is no voice beside the source that the report names for its number", () => {
  const one = telling("1", { number: 3 });
  const [number] = one.numbers;
  assert.ok(number);
  const told = (source: string | null, min: number, max: number | null) => ({
    ...number,
    source,
    min,
    max,
  });
  const voicesOf = (...numbers: readonly (typeof number)[]) =>
    originsOf([{ ...one, numbers }]).length;
  assert.equal(voicesOf(told(null, 3, 3), told("Lantern Monitor", 3, 3)), 1);
  assert.equal(voicesOf(told(null, 3, null), told("Lantern Monitor", 4, 4)), 1);
  assert.equal(voicesOf(told(null, 3, 3), told("Lantern Monitor", 5, 5)), 2);
  assert.equal(voicesOf(told("the governor", 3, 3), told("Lantern Monitor", 3, 3)), 2);
});

test("whom a report quotes against itself without a name is a voice of its own", () => {
  const voices = (told: Told) =>
    originsOf([telling("1", told)]).map(({ name, number, others }) => [
      name,
      number?.min,
      others.map(({ min }) => min),
    ]);
  assert.deepEqual(voices({ number: 5, other: 2, by: "the governor" }), [
    [null, 5, []],
    ["the governor", 2, []],
  ]);
  assert.deepEqual(voices({ number: 5, other: 5, by: "the governor" }), [[null, 5, []]]);
  assert.deepEqual(voices({ number: 5, other: 2 }), [[null, 5, [2]]], "nobody says who says less");
});

/** Several places told together: the count of each event, its voices' differences, and its places. */
const SEVERAL: readonly (readonly [string, readonly Told[], readonly string[]])[] = [
  ["in two prisons", [{ number: 4, places: [EVIN, LAKAN] }], ["0 4 4 4 in 2"]],
  [
    "and one of them tells of its own",
    [{ number: 4, places: [EVIN, LAKAN] }, { number: 1 }, { number: 3, place: LAKAN }],
    ["0 4 4 4 in 2"],
  ],
  [
    "more in its places than together",
    [{ number: 4, places: [EVIN, LAKAN] }, { number: 3 }, { number: 3, place: LAKAN }],
    ["0 4 6 6 in 2"],
  ],
  [
    "two who tell of one place differ",
    [{ number: 9, places: [EVIN, LAKAN] }, { number: 3 }, { number: 4 }],
    ["0 9 9 9 in 2 number"],
  ],
  [
    "names of both places fill its places",
    [{ number: 4, places: [EVIN, LAKAN] }, { people: ["a"] }, { people: ["b"], place: LAKAN }],
    ["2 4 4 4 in 2"],
  ],
  [
    "another day is another event",
    [
      { number: 4, places: [EVIN, LAKAN] },
      { number: 1, day: 18 },
    ],
    ["0 4 4 4 in 2", "0 1 1 1 in 0"],
  ],
  [
    "nobody tells of both",
    [{ number: 1 }, { number: 3, place: LAKAN }],
    ["0 1 1 1 in 0", "0 3 3 3 in 0"],
  ],
];
for (const [name, told, events] of SEVERAL)
  test(`several places: ${name}`, () => {
    const all = told.map((one, at) => telling(`${at + 1}`, one));
    for (const tellings of [all, all.toReversed()]) {
      const counted = groupTellings(tellings, []).groups.map((group) =>
        countEvent(all.filter(({ id }) => group.includes(id))),
      );
      const said = counted.map(({ count: { named, low, best, high }, places, disputed }) =>
        [named, low, best, high, "in", places.length, ...disputed].join(" "),
      );
      assert.deepEqual(said.sort(), [...events].sort());
    }
  });

test("origins say what makes several reports one voice", () => {
  const origins = originsOf([
    telling("1", { number: 5, source: "The Monitor" }),
    telling("2", { number: 5, source: "the monitor" }),
    telling("3", { number: 5, copies: "t" }),
    telling("4", { number: 5, copies: "t" }),
    telling("5", { number: 5 }),
  ]);
  assert.deepEqual(
    origins.map(({ by, documents }) => [by, documents.length]),
    [
      ["one source", 2],
      ["one text", 2],
      [null, 1],
    ],
  );
});

test("events that little speaks against are in doubt, until somebody decides", () => {
  const TOWN = placeOf("ir/city/rasht", null, "Rasht", "Gilan");
  const two = [
    telling("1", { number: 2, place: TOWN }),
    telling("2", { number: 2, place: TOWN, day: 13 }),
    telling("3", { number: 5 }),
  ];
  const events = new Map(two.map(({ id }) => [id, `v-${id}`]));
  const said = (decisions: readonly PairDecision[]) =>
    eventsInDoubt(two, events, decisions).map(({ a, b }) => `${a} ${b}`);
  assert.deepEqual(said([]), ["1 2"]);
  assert.deepEqual(said([{ a: "1", b: "2", verdict: "different" }]), []);
  assert.deepEqual(eventsInDoubt(two, new Map(two.map(({ id }) => [id, "v-1"])), []), []);
});

test("no order of arrival changes an event, and nothing drops without a reason", () => {
  fc.assert(
    fc.property(manyTellings(), (tellings) => {
      const turned = tellings.map((one) => ({ ...one, arrived: tellings.length - one.arrived }));
      const straight = groupTellings(tellings, []).groups;
      assert.deepEqual(groupTellings(turned.toReversed(), []).groups, straight);
      for (const group of straight) {
        const own = tellings.filter(({ id }) => group.includes(id));
        const other = turned.filter(({ id }) => group.includes(id));
        assert.deepEqual(countEvent(other).count, countEvent(own).count);
        const course = courseOf(own);
        assert.deepEqual(course.at(-1)?.count, countEvent(own).count);
        let best = 0;
        for (const step of course) {
          const { count, because } = step;
          if (count.best < best) assert.match(because, /say less|say more/);
          if (count.best > best && best > 0) assert.match(because, /higher|more named/);
          assert.ok(
            count.low <= count.best && count.best <= count.high && count.named <= count.best,
          );
          best = count.best;
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("no id changes which tellings of several places are one event", () => {
  const wide = fc.array(
    fc.record(
      {
        number: fc.integer({ min: 2, max: 6 }),
        day: fc.integer({ min: 11, max: 13 }),
        places: fc.constantFrom(
          [EVIN, LAKAN],
          [ADELABAD, LAKAN],
          [ADELABAD, EVIN],
          [ADELABAD, EVIN, LAKAN],
        ),
        place: fc.constantFrom(EVIN, LAKAN, ADELABAD),
      },
      { requiredKeys: ["number", "day", "place"] },
    ),
    { minLength: 2, maxLength: 9 },
  );
  fc.assert(
    fc.property(
      wide,
      fc.infiniteStream(fc.string({ minLength: 6, maxLength: 6 })),
      (told, names) => {
        const all = told.map((one, at) => telling(`${at + 1}`, one));
        const renamed = all.map((one, at) => ({ ...one, id: `${names.next().value} ${at}` }));
        const said = (tellings: readonly PlacedTelling[]) =>
          groupTellings(tellings, [])
            .groups.map((group) =>
              tellings.flatMap(({ id }, at) => (group.includes(id) ? [at] : [])).join(" "),
            )
            .sort();
        assert.deepEqual(said(renamed), said(all));
        for (const group of groupTellings(all, []).groups) {
          const own = all.filter(({ id }) => group.includes(id));
          const { low, best, high } = countEvent(own).count;
          assert.ok(low <= best && best <= high);
          const widest = new Set(own.flatMap(({ places }) => places ?? []).map(({ id }) => id));
          const most = Math.max(1, ...own.map(({ places }) => places?.length ?? 1));
          assert.ok(widest.size <= most, "an event has the places that one report tells together");
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("a number of some of several places is none of the whole", () => {
  const all = [
    telling("1", { number: 7, places: [ADELABAD, EVIN, LAKAN] }),
    telling("2", { number: 2, places: [ADELABAD, EVIN] }),
    telling("3", { number: 3, place: LAKAN }),
  ];
  const counted = countEvent(all);
  assert.deepEqual(counted.count, { named: 0, low: 7, best: 7, high: 7 });
  assert.deepEqual(counted.disputed, []);
  const [two] = counted.origins.filter(({ parts }) => parts[0]?.min === 2);
  assert.equal(two?.number, null);
});

test("a name never adds to those who were counted without it", () => {
  fc.assert(
    fc.property(manyTellings(), fc.constantFrom("a", "b", "c", "new"), (tellings, name) => {
      const before = countEvent(tellings).count;
      const after = countEvent([...tellings, telling("9z", { people: [name] })]).count;
      assert.equal(after.best, Math.max(before.best, after.named));
    }),
    { numRuns: 200 },
  );
});

test("rows of a list without a name count beside those whom it names, and a name of another report fills one", () => {
  const [named, nameless, another] = [
    telling("1", { people: ["a"], list: "x" }),
    telling("2", { isNameless: true, list: "x" }),
    telling("3", { isNameless: true, list: "x" }),
  ];
  const bestOf = (tellings: readonly PlacedTelling[]): readonly number[] => {
    const { groups } = groupTellings(tellings, []);
    assert.equal(groups.length, 1);
    assert.deepEqual(courseOf(tellings).at(-1)?.count, countEvent(tellings).count);
    const { low, best, high, named: known } = countEvent(tellings).count;
    return [known, low, best, high];
  };
  assert.deepEqual(bestOf([named, nameless, another]), [1, 3, 3, 3]);
  assert.deepEqual(bestOf([named, nameless, telling("4", { people: ["b"] })]), [2, 2, 2, 2]);
  // Another list may have left out the same man.
  const other = telling("5", { isNameless: true, list: "y" });
  assert.deepEqual(bestOf([nameless, other]), [0, 1, 1, 1]);
  assert.deepEqual(bestOf([nameless, another, telling("6", { number: 5 })]), [0, 5, 5, 5]);
});

test("every decision holds, whatever speaks against it", () => {
  const decided = fc.array(
    fc.record({
      a: fc.integer({ min: 0, max: 11 }),
      b: fc.integer({ min: 0, max: 11 }),
      verdict: fc.constantFrom("same" as const, "different" as const),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(manyTellings(), decided, (tellings, pairs) => {
      const decisions = pairs.flatMap(({ a, b, verdict }): PairDecision[] => {
        const [one, other] = [tellings[a]?.id, tellings[b]?.id];
        return one === undefined || other === undefined || one === other
          ? []
          : [{ a: one, b: other, verdict }];
      });
      const { groups, contradicted } = groupTellings(tellings, decisions);
      const last = new Map(decisions.map((one) => [[one.a, one.b].sort().join(" "), one]));
      for (const one of last.values()) {
        const areOne = groups.some((group) => group.includes(one.a) && group.includes(one.b));
        if (one.verdict === "different") assert.ok(!areOne);
        else assert.ok(areOne || contradicted.includes(one));
      }
    }),
    { numRuns: 200 },
  );
});

test("whom every report tells apart are two events, however many reports there are", () => {
  const apart = range(50).flatMap((at) => [
    telling(`${2 * at}`, { number: 5, document: `d-${at}` }),
    telling(`${2 * at + 1}`, { number: 3, document: `d-${at}` }),
  ]);
  assert.equal(groupTellings(apart, []).groups.length, 2);
  const alike = range(2).flatMap((at) =>
    ["a", "b"].map((id) =>
      telling(`${id}${at}`, { number: 5, place: TEHRAN, document: `d-${at}` }),
    ),
  );
  assert.deepEqual(
    groupTellings(alike, []).groups.map(({ length }) => length),
    [2, 2],
  );
  const sloppy = range(50).map((at) => telling(`${at + 1}0`, { number: at < 25 ? 5 : 6 }));
  const twice = [
    telling("1", { number: 5, document: "d" }),
    telling("2", { number: 6, document: "d" }),
  ];
  assert.equal(groupTellings([...sloppy, ...twice], []).groups.length, 1);
});

test("an event of which thousands of reports tell is gathered and counted as fast as they are read", () => {
  const told = range(20_000).map((at) => {
    const event = at % 40;
    return telling(`${at}`, {
      day: 10 + (event % 20),
      place: event < 20 ? EVIN : LAKAN,
      ...(at % 3 === 0 ? { people: [`a${event}`] } : {}),
      ...(at % 3 === 2 ? { people: [`b${event}`] } : { number: 2 + (at % 7) }),
    });
  });
  const start = cpuMs();
  const { groups } = groupTellings(told, []);
  const byId = new Map(told.map((one) => [one.id, one]));
  const counted = groups.map((group) => countEvent(group.flatMap((id) => byId.get(id) ?? [])));
  assert.ok(cpuMs() - start < 5_000);
  assert.equal(groups.flat().length, told.length);
  const largest = counted.toSorted((a, b) => b.tellings.length - a.tellings.length)[0];
  assert.ok(largest !== undefined);
  const course = courseOf(largest.tellings);
  assert.ok(cpuMs() - start < 8_000);
  assert.deepEqual(course.at(-1)?.count, largest.count);
});

function range(size: number): readonly number[] {
  return Array.from({ length: size }, (_, at) => at);
}

type Told = {
  readonly number?: number;
  readonly open?: boolean;
  readonly people?: readonly string[];
  readonly day?: number;
  readonly place?: TellingPlace | null;
  /** Told of both together. */
  readonly places?: readonly TellingPlace[];
  /** Another number, by somebody without a name. */
  readonly other?: number;
  readonly by?: string;
  readonly kind?: PlacedTelling["kind"];
  readonly source?: string;
  readonly copies?: string;
  readonly document?: string;
  readonly published?: string;
  readonly list?: string;
  readonly isNameless?: boolean;
};

function shot(person: string): Told {
  return { kind: "killing", place: TEHRAN, people: [person] };
}

function telling(id: string, told: Told): PlacedTelling {
  const { number, open = false, people = [], day = 11, place = EVIN, source = null } = told;
  return {
    id,
    key: id,
    kind: told.kind ?? "execution",
    document: told.document ?? `d-${id}`,
    arrived: Number.parseInt(id, 10),
    published: told.published ?? null,
    publisher: null,
    copies: told.copies ?? null,
    claims: [id],
    numbers: [
      ...(number === undefined
        ? []
        : [{ claim: id, min: number, max: open ? null : number, source }]),
      ...(told.other === undefined
        ? []
        : [
            {
              claim: `${id} other`,
              min: told.other,
              max: told.other,
              source: null,
              ...(told.by === undefined ? {} : { by: told.by }),
            },
          ]),
    ],
    earliest: `2024-11-${day}`,
    latest: `2024-11-${day}`,
    place: told.places?.[0] ?? place,
    ...(told.places === undefined ? {} : { places: told.places }),
    namings: people,
    people,
    source,
    ...(told.list === undefined ? {} : { list: told.list }),
    ...(told.isNameless === undefined ? {} : { isNameless: told.isNameless }),
  };
}

function placeOf(
  id: string,
  prison: string | null,
  city: string | null,
  province: string,
): TellingPlace {
  return { id, prison, city, province };
}

function manyTellings(): fc.Arbitrary<readonly PlacedTelling[]> {
  const told = fc.record(
    {
      number: fc.integer({ min: 1, max: 6 }),
      open: fc.boolean(),
      people: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 3 }),
      day: fc.integer({ min: 11, max: 13 }),
      place: fc.constantFrom(EVIN, TEHRAN, LAKAN, null),
      places: fc.constantFrom([EVIN, LAKAN], [LAKAN, TEHRAN]),
      other: fc.integer({ min: 1, max: 6 }),
      by: fc.constantFrom("the governor", "witnesses"),
      source: fc.constantFrom("A", "B"),
      copies: fc.constantFrom("t", "u"),
      published: fc.constantFrom("2024-11-13", "2024-11-14"),
      list: fc.constantFrom("x", "y"),
      isNameless: fc.boolean(),
    },
    { requiredKeys: ["day"] },
  );
  return fc
    .array(told, { minLength: 1, maxLength: 12 })
    .map((all) => all.map((one, at) => telling(`${at + 1}`, one)));
}
