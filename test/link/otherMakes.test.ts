import assert from "node:assert/strict";
import { test } from "node:test";
import { loadRows } from "../../src/flow/loadPacks.ts";
import { encodeSounds } from "../../src/link/costs.ts";
import { findHouse, NO_HOUSE } from "../../src/link/findHouse.ts";
import { LetterHabits } from "../../src/link/letterHabits.ts";
import { isSurnameFirst, turnName } from "../../src/link/nameOrder.ts";
import { matchLists } from "../../src/link/matchLists.ts";
import { linkModel, makeRecords } from "./records.ts";

type HouseRow = { readonly id: string; readonly words: string };

const linking = loadRows()["country/ir/linking.json"] as {
  readonly letters: { readonly houses: { readonly rows: readonly HouseRow[] } };
};

for (const [at, { id, words }] of linking.letters.houses.rows.entries())
  test(`findHouse() knows a list in the spelling "${id}" by the pack's words`, () => {
    assert.equal(findHouse([words.split(" ")], linkModel), at);
  });

test("findHouse() takes a list that writes as most do for one of no house", () => {
  const names = [
    "jamshid shirazi",
    "khosrow rahimi",
    "shahin chalabi",
    "majid karimi",
    "javad jalali",
  ];
  assert.equal(
    findHouse(
      names.map((name) => name.split(" ")),
      linkModel,
    ),
    NO_HOUSE,
  );
});

test("isSurnameFirst() needs several names that say so, and turnName() puts the given names first", () => {
  const names = ["torkashi ali", "delavari mohammad reza", "rahimi hossein", "karkani hassan"];
  const asWords = names.map((name) => name.split(" "));
  assert.ok(isSurnameFirst(asWords, linkModel.given));
  assert.ok(!isSurnameFirst(asWords.slice(0, 2), linkModel.given));
  assert.ok(
    !isSurnameFirst([...asWords, ...asWords.map((words) => words.toReversed())], linkModel.given),
  );
  assert.deepEqual(
    asWords.map((words) => turnName(words, linkModel.given).join(" ")),
    ["ali torkashi", "mohammad reza delavari", "hossein rahimi", "hassan karkani"],
  );
  assert.deepEqual(turnName(["ali", "torkashi"], linkModel.given), ["ali", "torkashi"]);
});

test("LetterHabits makes what two lists exchange cheaper, and nothing dearer", () => {
  const habits = new LetterHabits(linkModel.costs);
  assert.equal(habits.learn(), null);
  for (let turn = 0; turn < 40; turn++)
    habits.add("latin", encodeSounds("herken"), encodeSounds("hirkin"));
  const learned = habits.learn()?.latin ?? new Float32Array();
  const at = "e".charCodeAt(0) * 128 + "i".charCodeAt(0);
  assert.ok((learned[at] ?? 9) < (linkModel.costs.latin[at] ?? 0) - 2);
  learned.forEach((cost, place) => assert.ok(cost <= (linkModel.costs.latin[place] ?? 0)));
});

test("matchLists() finds people whose names stand surname first, in another country's spelling, with the father within", () => {
  const plain = [
    "Ali Jamshidi",
    "Hossein Sharifi",
    "Reza Khosravi",
    "Mohammad Shirazi",
    "Majid Changizi",
    "Hassan Khalili",
    "Ahmad Yousefi",
  ];
  const others = {
    french: [
      "Ali Djamchidi",
      "Hossein Charifi",
      "Reza Khosravi",
      "Mohammad Chirazi",
      "Madjid Tchangizi",
      "Hassan Khalili",
      "Ahmad Youssefi",
    ],
    reversed: [
      "JAMSHIDI ALI",
      "SHARIFI HOSSEIN",
      "KHOSRAVI REZA",
      "SHIRAZI MOHAMMAD",
      "CHANGIZI MAJID",
      "KHALILI HASSAN",
      "YOUSEFI AHMAD",
    ],
    father: [
      "Ali bin Karim Jamshidi",
      "Hossein ibn Naser al-Sharifi",
      "Reza bin Abdol Rahman Khosravi",
      "Mohammad bin Saleh Shirazi",
      "Majid bin Ali Changizi",
      "Hassan bin Hossein al-Khalili",
      "Ahmad bin Qasem Yousefi",
    ],
  };
  const dated = (names: readonly string[]) =>
    names.map((name, at) => ({ name, date: `2020-03-${10 + at}`, city: "Rasht" }));
  const a = makeRecords("a", dated(plain));
  for (const [how, names] of Object.entries(others)) {
    const said = matchLists(a, makeRecords("b", dated(names)), linkModel).filter(
      (pair) => pair.decision === "same",
    );
    assert.deepEqual(
      said.map((pair) => `${pair.a} ${pair.b}`).sort(),
      plain.map((_, at) => `a${at + 1} b${at + 1}`),
      how,
    );
  }
});
