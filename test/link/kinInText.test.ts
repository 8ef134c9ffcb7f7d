import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPeoplePack } from "../../src/flow/archive/people/peoplePack.ts";
import { kinInText } from "../../src/link/kinInText.ts";
import { mentionsOf } from "../../src/link/mentions.ts";
import type { Claim, Person } from "../../src/model/claim.ts";

const { country, model } = loadPeoplePack();

/** Sentences of a report, the names in each, and the words that make two relatives; none where nothing does. */
const ROWS: readonly (readonly [readonly (readonly [string, ...string[]])[], string | null])[] = [
  [
    [["The brothers Yaser Saberi and Naser Saberi were hanged", "Yaser Saberi", "Naser Saberi"]],
    "The brothers Yaser Saberi and Naser Saberi",
  ],
  [
    [
      [
        "Ali Golestani, 40, and his son Reza Golestani were shot",
        "Ali Golestani",
        "Reza Golestani",
      ],
    ],
    "40, and his son Reza Golestani",
  ],
  [
    [
      ["Karim Daneshkia was hanged at dawn", "Karim Daneshkia"],
      ["His brother, Rahim Daneshkia, was hanged with him", "Rahim Daneshkia"],
    ],
    "His brother, Rahim Daneshkia",
  ],
  [
    [["برادران یاسر صابری و ناصر صابری اعدام شدند", "یاسر صابری", "ناصر صابری"]],
    "برادران یاسر صابری و ناصر صابری",
  ],
  [
    [["کریم دانش‌کیا و برادرش رحیم دانش‌کیا اعدام شدند", "کریم دانش‌کیا", "رحیم دانش‌کیا"]],
    "کریم دانش‌کیا و برادرش رحیم دانش‌کیا",
  ],
  [[["Yaser Saberi and Naser Saberi were hanged", "Yaser Saberi", "Naser Saberi"]], null],
  [
    [
      ["Karim Daneshkia was hanged at dawn", "Karim Daneshkia"],
      ["The brother of a guard saw it; Reza Golestani was hanged too", "Reza Golestani"],
    ],
    null,
  ],
];

for (const [sentences, words] of ROWS)
  test(`${words === null ? "no relatives" : "relatives"}: ${sentences.map(([text]) => text).join(". ")}`, () => {
    let start = 0;
    const claims = sentences.map(([text, ...names], at) => {
      const claim = tell(`c${at}`, text, names, start);
      start += text.length + 2;
      return claim;
    });
    const mentions = mentionsOf(claims, country);
    assert.equal(mentions.length, 2);
    const ties = kinInText(claims, mentions, model.kinWords);
    const found = mentions.flatMap(({ key }) => ties.get(key)?.map((tie) => tie.words) ?? []);
    assert.deepEqual(found, words === null ? [] : [words, words]);
  });

function tell(id: string, quote: string, names: readonly string[], start: number): Claim {
  const persons = names.map((name): Person => {
    const from = start + quote.indexOf(name);
    const span = { start: from, end: from + name.length, quote: name };
    return { name, age: null, sex: null, father: null, role: "victim", span };
  });
  return {
    id,
    kind: "execution",
    stage: null,
    modality: "happened",
    hedge: null,
    persons,
    period: null,
    places: [],
    charges: [],
    span: { start, end: start + quote.length, quote },
  } as unknown as Claim;
}
