import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import {
  findDrift,
  findPossibleOrigins,
  groupFigures,
  isCount,
  type FigureGroup,
} from "../../src/brief/figures.ts";
import { boundOf, printedNumber } from "../../src/brief/quantities.ts";
import {
  atLeast,
  days,
  exactly,
  makeQuantity,
  makeReading,
  moreThan,
  type ClaimSpec,
} from "./makeReading.ts";

const MARCH = days("2021-03-01", "2021-03-31", "in March");
const APRIL = days("2021-04-01", "2021-04-30", "in April");
const SINCE = days("2020-08-01", "2021-04-10", "since August");

function groups(
  ...reports: readonly (readonly Omit<ClaimSpec, "quote">[])[]
): readonly FigureGroup[] {
  const claims = reports.flatMap((specs, index) => {
    const text = "x".repeat(specs.length);
    return makeReading({
      id: `r${index}`,
      text,
      claims: specs.map((spec) => ({ quote: "x", ...spec })),
    }).claims;
  });
  return groupFigures(claims.filter(isCount));
}

const speaker = (claim: Claim): string => claim.attribution.at(-1)?.source ?? claim.document.id;

const BOUNDS = [
  [exactly(40), "exact", "40"],
  [atLeast(40), "at-least", "40"],
  [moreThan(40), "more-than", "40"],
  [{ words: "about 40", min: 40, max: 40, approximate: true }, "about", "40"],
  [{ words: "11 to 13", min: 11, max: 13 }, "range", "11-13"],
  [{ words: "nearly 24", max: 24, maxExclusive: true, approximate: true }, "less-than", "24"],
  [{ words: "up to 24", max: 24 }, "at-most", "24"],
  [{ words: "hundreds", min: 200, approximate: true }, "vague", null],
  [{ words: "some 200 or more", min: 200, approximate: true }, "at-least", "200"],
  [{ words: "countless" }, "vague", null],
] as const;
for (const [given, bound, printed] of BOUNDS) {
  test(`boundOf() and printedNumber() read ${JSON.stringify(given.words)}`, () => {
    const quantity = makeQuantity(given, { start: 0, end: 0, quote: given.words });
    assert.deepEqual([boundOf(quantity), printedNumber(quantity)], [bound, printed]);
  });
}

test("groupFigures() puts one number of one kind and window under one figure, whatever its qualifier", () => {
  const found = groups(
    [{ quantity: atLeast(40), period: MARCH }],
    [{ quantity: exactly(40), period: MARCH }],
  );
  assert.deepEqual(
    found.map((group) => [group.printed, group.claims.length]),
    [["40", 2]],
  );
});

const APART: readonly (readonly [string, Omit<ClaimSpec, "quote">, Omit<ClaimSpec, "quote">])[] = [
  [
    "another window",
    { quantity: exactly(40), period: MARCH },
    { quantity: exactly(40), period: APRIL },
  ],
  ["another kind", { quantity: exactly(40) }, { quantity: exactly(40), kind: "killing" }],
  [
    "a rate",
    { quantity: exactly(40) },
    { quantity: { ...exactly(40), measure: "rate", per: "day" } },
  ],
  [
    "a part",
    { quantity: exactly(40) },
    { quantity: { ...exactly(40), unit: "women", subsetOf: "r0-1" } },
  ],
  [
    "another unit of a statistic",
    { kind: "statistic", quantity: { ...exactly(40), unit: "seats" } },
    { kind: "statistic", quantity: { ...exactly(40), unit: "raids" } },
  ],
  [
    "a small number in another place",
    { quantity: exactly(3), period: MARCH, places: [{ words: "Town A" }] },
    { quantity: exactly(3), period: MARCH, places: [{ words: "Town B" }] },
  ],
  ["a small number without a window", { quantity: exactly(3) }, { quantity: exactly(3) }],
];
for (const [why, left, right] of APART) {
  test(`groupFigures() keeps figures apart for ${why}`, () => {
    const claims = makeReading({
      text: "xx",
      claims: [
        { quote: "x", ...left },
        { quote: "x", ...right },
      ],
    }).claims.filter((claim) => claim.quantity !== null) as Parameters<typeof groupFigures>[0];
    assert.equal(groupFigures(claims).length, 2);
  });
}

test("groupFigures() follows the reader where it ties two sayings of one figure together", () => {
  const found = groups([
    { id: "head", quantity: exactly(3) },
    { id: "body", quantity: exactly(3), sameAs: ["head"], period: MARCH },
  ]);
  assert.equal(found.length, 1);
});

test("groupFigures() does not follow a tie to another number", () => {
  const found = groups([
    { id: "head", quantity: exactly(3) },
    { id: "body", quantity: exactly(4), sameAs: ["head"], period: MARCH },
  ]);
  assert.equal(found.length, 2);
});

test("findDrift() orders the wordings of one number from the careful to the bare", () => {
  const [drift, ...rest] = findDrift(
    groups(
      [{ quantity: exactly(1000), period: MARCH }],
      [{ quantity: atLeast(1000), period: MARCH }],
      [{ quantity: moreThan(1000), period: MARCH }],
    ),
  );
  assert.equal(rest.length, 0);
  assert.deepEqual(
    drift?.steps.map((step) => step.bound),
    ["at-least", "more-than", "exact"],
  );
});

test("findDrift() finds none where the wording stays, the kind differs or the window does", () => {
  const same = groups(
    [{ quantity: atLeast(40), period: MARCH }],
    [{ quantity: atLeast(40), period: MARCH }],
  );
  const kinds = groups(
    [{ quantity: atLeast(40), period: MARCH }],
    [{ quantity: exactly(40), kind: "arrest", period: MARCH }],
  );
  const windows = groups(
    [{ quantity: atLeast(40), period: MARCH }],
    [{ quantity: exactly(40), period: APRIL }],
  );
  for (const found of [same, kinds, windows]) assert.deepEqual(findDrift(found), []);
});

test("findPossibleOrigins() finds one number with another verb and another window", () => {
  const [origin, ...rest] = findPossibleOrigins(
    groups([
      { quantity: moreThan(2500), period: SINCE, by: { source: "Group A" } },
      {
        quantity: moreThan(2500),
        kind: "killing",
        period: days("2020-09-01", "2021-04-10", "recently"),
        by: { source: "B" },
      },
    ]),
    speaker,
  );
  assert.equal(rest.length, 0);
  assert.deepEqual(
    [origin?.printed, origin?.differsInKind, origin?.differsInWindow],
    ["2500", true, true],
  );
});

const NO_ORIGIN: readonly (readonly [string, readonly FigureGroup[]])[] = [
  [
    "the same kind and window (that is one figure)",
    groups([{ quantity: exactly(40), period: MARCH }], [{ quantity: exactly(40), period: MARCH }]),
  ],
  [
    "windows that share no day",
    groups([{ quantity: exactly(40), period: MARCH }], [{ quantity: exactly(40), period: APRIL }]),
  ],
  [
    "a small number",
    groups(
      [{ quantity: exactly(3), period: MARCH }],
      [{ quantity: exactly(3), kind: "killing", period: MARCH }],
    ),
  ],
  [
    "acts of different families",
    groups(
      [{ quantity: exactly(40), period: MARCH }],
      [{ quantity: exactly(40), kind: "arrest", period: MARCH }],
    ),
  ],
  [
    "one speaker who says both",
    groups([
      { quantity: exactly(40), period: MARCH },
      { quantity: exactly(40), kind: "killing", period: MARCH },
    ]),
  ],
  [
    "an order of magnitude",
    groups(
      [{ quantity: { words: "hundreds", min: 200, approximate: true } }],
      [{ kind: "killing", quantity: { words: "hundreds", min: 200, approximate: true } }],
    ),
  ],
];
for (const [why, found] of NO_ORIGIN) {
  test(`findPossibleOrigins() finds none for ${why}`, () => {
    assert.deepEqual(findPossibleOrigins(found, speaker), []);
  });
}
