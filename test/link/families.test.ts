import assert from "node:assert/strict";
import { test } from "node:test";
import { matchLists } from "../../src/link/matchLists.ts";
import { type Cells, linkModel, makeRecords } from "./records.ts";

/** What is said of the one row of each list, beside three rows that are the same people. */
function decide(a: Cells, b: Cells) {
  const others: Cells[] = [
    { name: "Barzan Delavari", city: "Marivan", age: 44 },
    { nameFa: "نالین رستگار", city: "سنندج", age: 19 },
    { name: "Jamshid Kianpour", city: "Yazd", age: 51 },
  ];
  const pairs = matchLists(
    makeRecords("a", [a, ...others]),
    makeRecords("b", [b, ...others]),
    linkModel,
  );
  const found = pairs.find((pair) => pair.a === "a1" && pair.b === "b1");
  return found?.decision ?? "different";
}

const FAMILIES: readonly (readonly [string, string])[] = [
  ["رحیم صادقی", "رحیم صادقی‌زاده"],
  ["رحیم صادقی", "رحیم صادقی زاده"],
  ["رحیم صادقی", "Rahim Sadeghi-Zadeh"],
  ["Rahim Sadeghi", "رحیم صادقی‌زاده"],
  ["احمد حسن", "احمد حسن‌زاده"],
  ["Reza Moradi", "Reza Moradi-Nejad"],
  ["Reza Moradi", "رضا مرادی‌نژاد"],
  ["سعید جلالی", "سعید جلالی‌فر"],
  ["Zahra Karimi", "Zahra Karimian"],
  ["رضا وطن", "رضا وطن‌خواه"],
  ["وحیده وکیلی", "Vahid Vakili"],
  ["فرید وکیلی", "Farideh Vakili"],
  ["طاهر وکیلی", "Tahereh Vakili"],
  // Brothers of one such family.
  ["رحیم صادقی‌زاده", "کریم صادقی‌زاده"],
  ["Reza Moradi-Nejad", "Hassan Moradinejad"],
];

const ONE: readonly (readonly [string, string])[] = [
  ["رحیم صادقی‌زاده", "رحیم صادقی زاده"],
  ["رحیم صادقی‌زاده", "رحیم صادقیزاده"],
  ["رحیم صادقی‌زاده", "Rahim Sadeghi-Zadeh"],
  ["رحیم صادقی زاده", "Rahim Sadeghizadeh"],
  ["Reza Moradi Nejad", "Reza Moradinezhad"],
  ["رضا مرادی‌نژاد", "Reza Moradi-Nejad"],
  ["سعید جلالی‌فر", "Saeed Jalali Far"],
  ["زهرا کریمیان", "Zahra Karimian"],
  ["رضا وطن‌خواه", "Reza Vatan-Khah"],
  // Women's names that are a man's with an ending.
  ["ترانه وکیلی", "Taraneh Vakili"],
  ["وحیده وکیلی", "Vahideh Vakili"],
  ["فریده وکیلی", "Farideh Vakili"],
];

function cellsOf(name: string, city: string, age: number): Cells {
  return linkModel.letters.isPersian(name) ? { nameFa: name, city, age } : { name, city, age };
}

for (const [a, b] of FAMILIES)
  test(`${a} and ${b} of one town and age are never held to be one without a person`, () => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      assert.notEqual(decide(cellsOf(one, "Ilam", 33), cellsOf(other, "Ilam", 33)), "same");
      assert.notEqual(decide(cellsOf(one, "Tehran", 30), cellsOf(other, "Shiraz", 31)), "same");
    }
  });

for (const [a, b] of ONE)
  test(`${a} and ${b} are one person, however the end of the name is joined`, () => {
    assert.equal(decide(cellsOf(a, "Ilam", 33), cellsOf(b, "Ilam", 33)), "same");
  });

const STRANGERS: readonly (readonly [Cells, Cells])[] = [
  [{ name: "Nima Rastgar" }, { name: "Nima Torkashi" }],
  [{ name: "Nalin Rastgar" }, { name: "Nalin Torkashi" }],
  [{ nameFa: "نالین رستگار" }, { nameFa: "نالین ترکاشی" }],
  [{ nameFa: "نیما رستگار" }, { name: "Nima Torkashi" }],
  [{ name: "Mohammad Reza Rastgar" }, { name: "Mohammad Reza Torkashi" }],
];

test("a given name, an age, a town and a day in common make nobody one of two of other surnames, in the smallest lists", () => {
  for (const [a, b] of STRANGERS)
    for (const more of [{}, { date: "2024-03-01" }, { date: "2024-03-01", father: "Karim" }]) {
      const also = { age: 30, city: "Rasht", ...more };
      const [alone] = matchLists(
        makeRecords("a", [{ ...a, ...also }]),
        makeRecords("b", [{ ...b, ...also }]),
        linkModel,
      );
      assert.notEqual(alone?.decision, "same", `${JSON.stringify([a, b, more])}`);
      assert.notEqual(decide({ ...a, ...also }, { ...b, ...also }), "same");
    }
});

test("a second surname, an initial and another spelling are no other surname", () => {
  const also = { age: 30, city: "Rasht", date: "2024-03-01" };
  for (const [a, b] of [
    ["Nalin Torkashi Shahnavazi", "Nalin Torkashi"],
    ["Nalin T.", "Nalin Torkashi"],
    ["Nalin Torkachi", "Nalin Torkashi"],
    ["Nalin Kharazmi", "Nalin Khavarezmi"],
  ] as const)
    assert.equal(decide({ name: a, ...also }, { name: b, ...also }), "same", a);
});

test("no end of a surname is a word for a relative", () => {
  assert.ok(!linkModel.kinWords.has("زاده"));
  assert.ok(linkModel.kinWords.has("دایی"));
});
