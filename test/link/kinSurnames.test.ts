import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPeoplePack } from "../../src/flow/archive/people/peoplePack.ts";
import { withKinSurnames } from "../../src/link/kinSurnames.ts";
import type { Mention } from "../../src/model/mention.ts";

const { model } = loadPeoplePack();

/** A relative told without a surname, the words that tell him, whose relative he is, and the name that is compared. */
const ROWS: readonly (readonly [string, string, string, string])[] = [
  ["Rahim", "and his brother Rahim", "Karim Daneshkia", "Rahim Daneshkia"],
  ["Mahin", "his younger sister, Mahin", "Karim Daneshkia", "Mahin Daneshkia"],
  ["Rahim", "The brothers Rahim", "Karim Daneshkia", "Rahim Daneshkia"],
  ["رحیم", "و برادرش رحیم", "کریم دانش‌کیا", "رحیم دانش‌کیا"],
  ["Rahim", "his brother-in-law Rahim", "Karim Daneshkia", "Rahim"],
  ["رحیم", "برادر همسرش رحیم", "کریم دانش‌کیا", "رحیم"],
  ["Rahim", "her son Rahim", "Mahin Daneshkia", "Rahim"],
  ["Mahin", "his wife Mahin", "Karim Daneshkia", "Mahin"],
  ["Mahin", "wife of his brother, Mahin", "Karim Daneshkia", "Mahin"],
  ["Rahim", "a friend of his brother and Rahim", "Karim Daneshkia", "Rahim"],
  ["Rahim Saberi", "his brother Rahim Saberi", "Karim Daneshkia", "Rahim Saberi"],
  ["Rahim", "his brother Rahim", "Karim", "Rahim"],
];
for (const [name, words, of, compared] of ROWS)
  test(`"${words}" beside ${of} is compared as ${compared}`, () => {
    const mentions = [mention("a", of), mention("b", name)];
    const ties = new Map([
      ["a", [{ naming: "b", words }]],
      ["b", [{ naming: "a", words }]],
    ]);
    const [first, second] = withKinSurnames(mentions, ties, model);
    assert.deepEqual(first, mentions[0], "who has a surname stays as he is told");
    assert.equal(second?.record.name ?? second?.record.nameFa, compared);
    assert.deepEqual(second?.names, [name], "what was written stays");
    const shown = second?.written ?? second?.record;
    assert.equal(shown?.name ?? shown?.nameFa, name);
  });

test("of a brother of two with other surnames nobody knows which is his", () => {
  const mentions = [
    mention("a", "Karim Daneshkia"),
    mention("b", "Rahim"),
    mention("c", "Ali Saberi"),
  ];
  const words = "his brother Rahim";
  const ties = new Map([
    [
      "b",
      [
        { naming: "a", words },
        { naming: "c", words },
      ],
    ],
  ]);
  assert.deepEqual(withKinSurnames(mentions, ties, model), mentions);
});

function mention(key: string, name: string): Mention {
  const isLatin = /^[A-Za-z]/.test(name);
  return {
    key,
    names: [name],
    claims: [],
    record: {
      id: key,
      row: 1,
      name: isLatin ? name : null,
      nameFa: isLatin ? null : name,
      date: null,
      age: null,
      sex: null,
      city: null,
      province: null,
      father: null,
      charge: null,
      prison: null,
    },
  };
}
