import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * In Persian, people who are told of by whose they are × ways of saying what was done to them: nothing of it is told of the one whose
 * they are. All people are invented.
 */
const ONE = "پریسا رستگار";
const OTHER = "آرمان سلیمی‌نژاد";
const DONE = "بهزاد کاویانی";

const KIN = [
  "پدر",
  "برادر کوچک‌تر",
  "عموی",
  "دایی",
  "پسرعموی",
  "پسر عموی",
  "دخترخاله",
  "نوه",
  "نوه‌ی",
  "خواهرزاده",
  "شوهرخواهر",
  "پدرزن",
  "نامزد",
  "همسر سابق",
  "ناپدری",
  "همسایه",
  "همکار",
  "هم‌کلاسی",
  "هم‌اتاقی",
  "هم‌بندی",
  "هم‌پرونده",
  "هم‌سلولی",
  "هم‌روستایی",
  "شاگرد",
  "شریک",
  "همدست",
  "وکیل",
  "بازجوی",
  "شکنجه‌گر",
  "کارفرمای",
  "موکل",
  "خواستگار",
];

/** K is the word of kinship, A whose kin it is, C who is told of by name. */
const OF_NOBODY_NAMED = [
  "K A اعدام شد.",
  "K A روز شنبه در زندان ملایر اعدام شد.",
  "حکم اعدام K A اجرا شد.",
];
const OF_THE_NAMED = ["C، K A، در زندان ملایر اعدام شد.", "K A، C، اعدام شد."];
const OF_ONE_BESIDE_TWO = ["C، K A و B، در زندان ملایر اعدام شد."];

/** The same with the pronoun joined to the word. */
const JOINED = [
  "پدرش",
  "عمویش",
  "نوه‌اش",
  "همسایه‌اش",
  "شریکش",
  "قاتلش",
  "ضاربش",
  "شاگردش",
  "وکیلش",
  "هم‌کلاسی‌اش",
  "خواهرزاده‌اش",
  "کارفرمایش",
  "همدستش",
  "هم‌پرونده‌اش",
];

function fill(form: string, kin: string): string {
  return form.replace("K", kin).replace("A", ONE).replace("B", OTHER).replace("C", DONE);
}

function namedIn(text: string, kind: Claim["kind"]): string[] {
  const told = trace(text, "fa", openPacks)
    .map(({ claim }) => claim)
    .filter((claim) => claim.kind === kind && claim.modality === "happened");
  return [
    ...new Set(
      told.flatMap(({ persons }) =>
        persons.filter(({ role }) => role !== "other").map(({ name }) => name),
      ),
    ),
  ];
}

function wrongIn(forms: readonly string[], names: readonly string[]): string[] {
  return forms
    .flatMap((form) => KIN.map((kin) => fill(form, kin)))
    .filter((text) => namedIn(text, "execution").join() !== names.join());
}

test("what was done to somebody's kin is not told of the one whose kin they are", () => {
  assert.deepEqual(wrongIn(OF_NOBODY_NAMED, []), []);
});

test("who is named beside the word of kinship is the one it is told of", () => {
  assert.deepEqual(wrongIn(OF_THE_NAMED, [DONE]), []);
});

test("kin of two people between commas is one", () => {
  assert.deepEqual(wrongIn(OF_ONE_BESIDE_TWO, [DONE]), []);
});

test("his kin, with the pronoun joined, are not himself", () => {
  for (const kin of JOINED) {
    assert.deepEqual(namedIn(`${ONE} کشته شد و ${kin} بازداشت شد.`, "arrest"), [], kin);
    assert.deepEqual(
      namedIn(`${ONE} با ضربه چاقو کشته شد و ${kin} به قصاص محکوم شد.`, "death-sentence"),
      [],
      kin,
    );
  }
});

test("behind somebody's kin 'she herself' is she, and 'she' may be either", () => {
  for (const kin of ["پدر", "برادر", "همسر", "دایی"]) {
    const before = `مهسا کریمی آزاد شد. ${kin} ${ONE} اعدام شد و`;
    assert.deepEqual(namedIn(`${before} خود او بازداشت شد.`, "arrest"), [ONE]);
    assert.deepEqual(namedIn(`${before} او بازداشت شد.`, "arrest"), []);
  }
});
