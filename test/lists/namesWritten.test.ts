import assert from "node:assert/strict";
import { test } from "node:test";
import { makeNameReader } from "../../src/link/readName.ts";
import { loadPeoplePack } from "../../src/flow/archive/people/peoplePack.ts";
import { namesWritten } from "../../src/lists/namesWritten.ts";
import { read } from "./lists.ts";

const readName = makeNameReader(loadPeoplePack().model);

const CELLS: readonly (readonly [string, readonly string[]])[] = [
  ["Vali Karvani & Ali Karvani", ["Vali Karvani", "Ali Karvani"]],
  ["Vali and Ali Karvani", ["Vali Karvani", "Ali Karvani"]],
  ["ولی کاروانی و علی کاروانی", ["ولی کاروانی", "علی کاروانی"]],
  ["Nalin Torkash Zadeh and Barzan Torkash-Zadeh", ["Nalin Torkash Zadeh", "Barzan Torkash-Zadeh"]],
  ["Karvani Vali; Sangari Ali", ["Karvani Vali", "Sangari Ali"]],
  [
    "Kaveh Sangari and Arman Sangari and Kaveh Karvani",
    ["Kaveh Sangari", "Arman Sangari", "Kaveh Karvani"],
  ],
];
for (const [cell, names] of CELLS)
  test(`namesWritten() of ${cell}`, () => {
    const people = readName(cell).map(({ forms: [words = []] }) => words);
    assert.deepEqual(namesWritten(cell, people), names);
  });

const NOBODY = [
  "Unidentified Afghan worker",
  "unidentified man from a village near Khash, about thirty",
  "Unnamed student",
  "Unknown woman (second)",
  "ناشناس، کارگر افغان",
  "مرد ناشناس افغان",
  "شناسایی نشده تا امروز",
];
const SOMEBODY = [
  "Unknown Karvani",
  "Nameh Karvani",
  "Nashenas Karvani",
  "ناشناسی کاروانی",
  "مردان کاروانی",
];
test("who is called unidentified has no name, whatever stands behind it", () => {
  const names = (cells: readonly string[]) =>
    read(["Name;City", ...cells.map((cell) => `${cell};Khash`)].join("\n")).records.map(
      ({ name, nameFa }) => name ?? nameFa,
    );
  assert.deepEqual(
    names(NOBODY),
    NOBODY.map(() => null),
  );
  assert.deepEqual(names(SOMEBODY), SOMEBODY);
});
