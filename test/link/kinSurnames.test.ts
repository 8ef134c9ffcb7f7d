import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPeoplePack } from "../../src/flow/archive/people/peoplePack.ts";
import { withKinSurnames } from "../../src/link/kinSurnames.ts";
import { mentionsOf } from "../../src/link/mentions.ts";
import type { Claim, Person } from "../../src/model/claim.ts";

const { country, model } = loadPeoplePack();

/** A sentence, the names in it, and by what name the last of them is compared. */
const ROWS: readonly (readonly [string, readonly string[], string])[] = [
  [
    "Karim Daneshkia and his brother Rahim were shot",
    ["Karim Daneshkia", "Rahim"],
    "Rahim Daneshkia",
  ],
  [
    "Karim Daneshkia, 22, and his younger brother, Rahim, were shot",
    ["Karim Daneshkia", "Rahim"],
    "Rahim Daneshkia",
  ],
  [
    "Karim Daneshkia and his sister Mahin were shot",
    ["Karim Daneshkia", "Mahin"],
    "Mahin Daneshkia",
  ],
  ["کریم دانش‌کیا ۲۲ ساله و برادرش رحیم کشته شدند", ["کریم دانش‌کیا", "رحیم"], "رحیم دانش‌کیا"],
  ["Karim Daneshkia and his brother-in-law Rahim were shot", ["Karim Daneshkia", "Rahim"], "Rahim"],
  ["Karim Daneshkia and his foster brother Rahim were shot", ["Karim Daneshkia", "Rahim"], "Rahim"],
  ["Karim Daneshkia and his half brother Rahim were shot", ["Karim Daneshkia", "Rahim"], "Rahim"],
  ["کریم دانش‌کیا و برادر همسرش رحیم کشته شدند", ["کریم دانش‌کیا", "رحیم"], "رحیم"],
  ["کریم دانش‌کیا و برادر ناتنی‌اش رحیم کشته شدند", ["کریم دانش‌کیا", "رحیم"], "رحیم"],
  ["Mahin Daneshkia and her son Rahim were shot", ["Mahin Daneshkia", "Rahim"], "Rahim"],
  ["Karim Daneshkia and his wife Mahin were shot", ["Karim Daneshkia", "Mahin"], "Mahin"],
  [
    "Karim Daneshkia and the wife of his brother, Mahin, were shot",
    ["Karim Daneshkia", "Mahin"],
    "Mahin",
  ],
  [
    "Karim Daneshkia, Omid and his brother Rahim were shot",
    ["Karim Daneshkia", "Omid", "Rahim"],
    "Rahim",
  ],
  ["Karim Daneshkia, Omid and his brother Rahim were shot", ["Karim Daneshkia", "Rahim"], "Rahim"],
  ["کریم دانش‌کیا، امید و برادرش رحیم کشته شدند", ["کریم دانش‌کیا", "رحیم"], "رحیم"],
  [
    "Karim Hosseini Nejad and his brother Rahim were shot",
    ["Karim Hosseini Nejad", "Rahim"],
    "Rahim",
  ],
  [
    "Karim Daneshkia and his brother Rahim Saberi were shot",
    ["Karim Daneshkia", "Rahim Saberi"],
    "Rahim Saberi",
  ],
  ["Karim and his brother Rahim were shot", ["Karim", "Rahim"], "Rahim"],
];
for (const [sentence, names, compared] of ROWS)
  test(`"${sentence}" with ${names.length} names compares ${compared}`, () => {
    const claims = [claimOf(sentence, names)];
    const read = mentionsOf(claims, country);
    const last = withKinSurnames(read, claims, model).at(-1);
    assert.equal(last?.record.name ?? last?.record.nameFa, compared);
    assert.deepEqual(last?.names, [names.at(-1)], "what was written stays");
    const shown = last?.written ?? last?.record;
    assert.equal(shown?.name ?? shown?.nameFa, names.at(-1));
  });

test("a murderer lends his surname to none of those he killed", () => {
  const sentence = "Karim Daneshkia was hanged for the murder of Omid and his brother Rahim";
  const claim = claimOf(sentence, ["Karim Daneshkia", "Rahim"]);
  const claims = [claim];
  const [, rahim] = withKinSurnames(mentionsOf(claims, country), claims, model);
  assert.equal(rahim?.record.name, "Rahim");
});

function claimOf(quote: string, names: readonly string[]): Claim {
  return {
    id: "c",
    document: {
      id: "d",
      path: null,
      sha256: "0",
      title: null,
      publisher: null,
      published: null,
      language: null,
    },
    kind: "killing",
    span: { start: 0, end: quote.length, quote },
    quantity: null,
    period: null,
    places: [],
    attribution: [],
    modality: "happened",
    hedge: null,
    persons: names.map((name): Person => {
      const start = quote.indexOf(name);
      const span = { start, end: start + name.length, quote: name };
      return { name, age: null, sex: null, father: null, role: "victim", span };
    }),
    charges: [],
    stage: null,
    official: null,
    tier: "counted",
    sameAs: [],
    notes: [],
  };
}
