import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { groupFigures, isCount } from "../../src/brief/figures.ts";
import { subjectCountries } from "../../src/brief/published.ts";
import { findReferences, type ReferenceMatch } from "../../src/brief/references.ts";
import {
  parseOrganisations,
  parseReferences,
  type ReferenceFigure,
} from "../../src/model/reference.ts";
import { atLeast, days, exactly, makeReading, type ClaimSpec } from "./makeReading.ts";

const PACK = {
  place: {
    id: "zz",
    names: ["Land"],
    wider: ["worldwide", "nations", "global", "جهانی", "کشورهای"],
  },
  definitions: [
    { what: "executions", kind: "execution", part: null, cues: [], stock: false, fa: "الف" },
    {
      what: "executions: women",
      kind: "execution",
      part: "women",
      cues: ["women"],
      stock: false,
      fa: "ب",
    },
    {
      what: "executions: drug-related",
      kind: "execution",
      part: "drugs",
      cues: ["drug"],
      stock: false,
      fa: "ث",
    },
    {
      what: "people at imminent risk",
      kind: "imminent-execution",
      part: null,
      cues: [],
      stock: true,
      fa: "پ",
    },
    { what: "protesters killed", kind: "killing", part: null, cues: [], stock: false, fa: "ت" },
  ],
  items: [
    row("march", "executions", "2021-03-01", "2021-03-31", "at least", 44),
    row("april", "executions", "2021-04-01", "2021-04-30", "exact", 50),
    row("year", "executions", "2021-01-01", "2021-12-31", "exact", 300),
    row("jalali", "executions", "2021-03-21", "2021-04-20", "exact", 47),
    row("women", "executions: women", "2021-03-01", "2021-03-31", "exact", 4),
    row("drugs", "executions: drug-related", "2021-03-01", "2021-03-31", "exact", 21),
    row("low", "executions", "2020-01-01", "2020-12-31", "range low", 280),
    row("high", "executions", "2020-01-01", "2020-12-31", "range high", 380),
    row("risk", "people at imminent risk", "2021-01-15", "2021-01-15", "exact", 11),
    row("riot", "protesters killed", "2021-03-05", "2021-03-09", "about", 30),
  ],
};
const references = parseReferences(PACK);

function row(
  id: string,
  what: string,
  from: string,
  to: string,
  qualifier: string,
  number: number,
) {
  const url = `https://example.org/${id}`;
  return {
    id,
    org: "A group",
    what,
    period_start: from,
    period_end: to,
    qualifier,
    number,
    url,
    note: "",
  };
}

const MARCH = days("2021-03-01", "2021-03-31", "in March");
const base = { quantity: exactly(40), period: MARCH, places: [{ words: "Land", id: "zz" }] };

function find(spec: Omit<ClaimSpec, "quote">, places = ["zz"]): readonly ReferenceMatch[] {
  const { claims } = makeReading({ text: "x", claims: [{ quote: "x", ...base, ...spec }] });
  const [group] = groupFigures(claims.filter(isCount));
  assert.ok(group);
  return findReferences(group, references, () => places);
}

const idsOf = (matches: readonly ReferenceMatch[]) => matches.map((match) => match.reference.id);

test("findReferences() puts the same window first, then those that overlap, nearest first", () => {
  assert.deepEqual(idsOf(find({})), ["march", "jalali", "year"]);
});

test("findReferences() says of each row whether it can be compared, and why not", () => {
  const said = find({}).map(({ comparison }) => [comparison.verdict, comparison.canBothHold]);
  assert.deepEqual(said, [
    ["comparable", false],
    ["not-comparable", null],
    ["bound-only", true],
  ]);
  assert.deepEqual(find({})[1]?.comparison.reasons, ["window-partly", "calendar"]);
});

test("findReferences() sets a part beside the same part only", () => {
  const women = find({ quantity: { ...exactly(14), unit: "women" } });
  assert.deepEqual(idsOf(women), ["women"]);
  assert.equal(women[0]?.comparison.verdict, "comparable");
});

test("findReferences() sets those executed on a charge beside that charge, never beside all", () => {
  const charged = (text: string, charge: string): string[] => {
    const start = text.indexOf(charge);
    const span = { start, end: start + charge.length, quote: charge };
    const quantity = { words: "21", min: 21, max: 21, unit: "people" };
    const charges = [{ words: charge, id: null, span }];
    const spec = { ...base, quote: text, quantity, charges, period: { ...MARCH, words: "March" } };
    const { claims } = makeReading({ text, claims: [spec] });
    const [group] = groupFigures(claims.filter(isCount));
    assert.ok(group);
    return idsOf(findReferences(group, references, () => ["zz"]));
  };
  assert.deepEqual(charged("In March 21 people were hanged for drug offences", "drug offences"), [
    "drugs",
  ]);
  assert.deepEqual(charged("In March 21 people were hanged for rebellion", "rebellion"), []);
  assert.deepEqual(
    charged("In March 21 people were hanged, 9 of them for rebellion", "rebellion").slice(0, 1),
    ["march"],
  );
});

test("findReferences() leaves a group that no row counts undecided", () => {
  const [first] = find({ quantity: { ...exactly(40), unit: "sailors" } });
  assert.deepEqual([first?.reference.id, first?.comparison.verdict], ["march", "cannot-tell"]);
});

test("findReferences() sets a stock of one day beside stocks of other days, up to a year away", () => {
  const risk = { kind: "imminent-execution", modality: "at-risk", quantity: atLeast(19) } as const;
  assert.deepEqual(idsOf(find({ ...risk, period: days("2021-06-01", "2021-06-01", "now") })), [
    "risk",
  ]);
  assert.deepEqual(idsOf(find({ ...risk, period: days("2022-06-01", "2022-06-01", "now") })), []);
});

test("findReferences() shows rows that end near the claim when its start is open", () => {
  assert.deepEqual(idsOf(find({ period: days(null, "2021-04-03", "to date") })), [
    "march",
    "jalali",
    "april",
  ]);
});

const NOTHING: readonly (readonly [string, Omit<ClaimSpec, "quote">, string[]?])[] = [
  ["another country", {}, ["yy"]],
  ["a prison of the country", {}, ["zz/prison/gate"]],
  ["no window", { period: { ...MARCH, basis: "unresolved" } }],
  ["a single event", { period: days("2021-03-03", "2021-03-03", "on 3 March") }],
  ["a small number", { quantity: exactly(3) }],
  ["an order of magnitude", { quantity: { words: "hundreds", min: 200, approximate: true } }],
  ["a plan", { modality: "intended" }],
  ["a denial", { modality: "negated" }],
  ["a part of another figure", { quantity: { ...exactly(40), subsetOf: "a-9" } }],
  ["another kind", { kind: "arrest" }],
];
for (const [why, spec, places] of NOTHING) {
  test(`findReferences() finds nothing for ${why}`, () => {
    assert.deepEqual(idsOf(find(spec, places)), []);
  });
}

test("parseReferences() joins the two ends of a printed range, and takes exact for no qualifier", () => {
  const range = references.find((figure) => figure.id === "low");
  assert.deepEqual([range?.number, range?.upTo, range?.qualifier], [280, 380, null]);
  assert.equal(
    references.some((figure) => figure.id === "high"),
    false,
  );
  assert.equal(references.find((figure) => figure.id === "april")?.qualifier, null);
});

test("parseReferences() refuses a row that no definition covers, by its id", () => {
  const items = [row("odd", "marriages", "2021-01-01", "2021-12-31", "exact", 3)];
  assert.throws(() => parseReferences({ ...PACK, items }), /odd: no definition/);
});

test("parseReferences() and parseOrganisations() read the country packs that ship", () => {
  const folder = new URL("../../packs/country/ir/", import.meta.url);
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const figures: readonly ReferenceFigure[] = parseReferences(read("figures.json"));
  const organisations = parseOrganisations(read("organisations.json"));
  assert.ok(figures.length > 250 && organisations.length > 40);
  assert.equal(new Set(figures.map((figure) => figure.id)).size, figures.length);
  for (const figure of figures) {
    assert.match(figure.url, /^https?:\/\/\S+$/);
    assert.ok(figure.earliest <= figure.latest, figure.id);
    assert.match(figure.definition.whatFa, /\p{Script=Arabic}/u);
  }
});

/** A report whose second claim names no place: the country in whose figures it may be looked for. */
const SUBJECTS: readonly (readonly [string, string | null, readonly string[], string | null])[] = [
  ["the title names it", "Hangings in Land", ["", "", "Land"], "zz"],
  ["it is named at the very beginning", null, ["Land", "", ""], "zz"],
  ["it is named twice, but only further on", null, ["", "", "Land", "Land"], null],
  ["it is named once, further on, to compare with", "A record", ["", "", "Land"], null],
  ["others are named as often", "A record", ["Land", "", "Elsewhere", "Nowhere"], null],
];
for (const [name, title, places, expected] of SUBJECTS)
  test(`subjectCountries(): ${name}`, () => {
    const quotes = places.map((_, at) => `Claim ${at}.`);
    const reading = makeReading({
      text: quotes.join(" "),
      title,
      claims: places.map((words, at) => ({
        quote: quotes[at] ?? "",
        places: words === "" ? [] : [{ words, id: words === "Land" ? "zz" : null }],
      })),
    });
    const claim = reading.claims[1];
    assert.ok(claim);
    assert.deepEqual(subjectCountries(reading, claim), expected === null ? [] : [expected]);
  });

test("findReferences() sets a figure of the whole world beside no country's", () => {
  const text = "In March 40 people were hanged worldwide";
  const quantity = exactly(40);
  const spec = { ...base, quote: text, quantity: { ...quantity, words: "40" }, places: [] };
  const { claims } = makeReading({
    text,
    claims: [{ ...spec, period: { ...MARCH, words: "March" } }],
  });
  const [group] = groupFigures(claims.filter(isCount));
  assert.ok(group);
  assert.deepEqual(
    findReferences(group, references, () => ["zz"]),
    [],
  );
});

/** A report's title and sentence, who says it and of whom it is, and whether its 40 are of Land, whose name the place is. */
const WIDER: readonly (readonly [
  string,
  string,
  { by?: string; place?: string; person?: string },
  boolean,
])[] = [
  [
    "",
    "The United Nations counted 40 executions in Land in March",
    { by: "The United Nations", place: "Land" },
    true,
  ],
  ["", "Global Rights Watch counted 40 executions in Land in March", { place: "Land" }, true],
  [
    "",
    "40 people were hanged in March, Global Rights Watch said",
    { by: "Global Rights Watch" },
    true,
  ],
  ["", "According to United Nations figures 40 people were hanged in March", {}, true],
  ["", "40 people were hanged in March after donations stopped", {}, true],
  [
    "",
    "40 people were hanged in Land in March, more than in other nations",
    { place: "Land" },
    true,
  ],
  ["", "40 people were hanged in March in other nations", {}, false],
  ["", "40 people were hanged worldwide in March, most of them in Land", { place: "Land" }, false],
  ["", "Land and other nations hanged 40 people in March", { place: "Land" }, false],
  ["", "Nations such as Land hanged 40 people in March", { place: "Land" }, false],
  ["", "Nations protest, but Land hanged 40 people in March", { place: "Land" }, true],
  ["United Nations: forty more executed", "40 people were hanged in March", {}, true],
  ["Global Watch: FORTY", "40 people were hanged in March", { by: "Global Watch" }, true],
  ["Global Executions Rise", "40 people were hanged in March", {}, false],
  ["A global rise of executions", "40 people were hanged in March", {}, false],
  [
    "",
    "امید جهانی و ۳۹ زندانی دیگر، 40 people، در March اعدام شدند",
    { person: "امید جهانی" },
    true,
  ],
  ["", "در آمار جهانی 40 people در March اعدام شدند", {}, false],
  ["", "در کشورهای دیگر 40 people در March اعدام شدند", {}, false],
];

for (const [title, text, { by, place, person }, isOfLand] of WIDER)
  test(`findReferences() ${isOfLand ? "compares" : "leaves alone"}: ${title} ${text}`, () => {
    const quantity = { ...exactly(40), words: "40" };
    const { claims } = makeReading({
      text,
      title: title === "" ? null : title,
      claims: [
        {
          ...base,
          quote: text,
          quantity,
          period: { ...MARCH, words: "March" },
          places: place === undefined ? [] : [{ words: place, id: "zz" }],
          persons: person === undefined ? [] : [{ name: person }],
          ...(by === undefined ? {} : { by: { source: by, words: by } }),
        },
      ],
    });
    const [group] = groupFigures(claims.filter(isCount));
    assert.ok(group);
    assert.equal(findReferences(group, references, () => ["zz"]).length > 0, isOfLand);
  });
