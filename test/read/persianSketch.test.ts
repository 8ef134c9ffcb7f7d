import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, openPacks } from "./reading.ts";

/** What a Persian sentence must be read as: kind, bounds ("" = no number), modality, persons, place, source. */
type Row = readonly [sentence: string, kind: string, bounds: string, rest?: Rest];
type Rest = {
  readonly modality?: string;
  readonly persons?: readonly string[];
  /** Those to whom it was done. */
  readonly victims?: readonly string[];
  readonly place?: string;
  readonly source?: string;
  readonly from?: string;
};

/** Read by the same engine as English: verbs stand last, a word joins numbers, a prefix denies, no name has a capital. */
const ROWS: readonly Row[] = [
  ["دو زندانی در طبس اعدام شدند.", "execution", "2..2", { place: "طبس" }],
  [
    "سه زندانی سیاسی بلوچ روز دوشنبه در زندان مرکزی زاهدان اعدام شدند.",
    "execution",
    "3..3",
    { place: "زندان مرکزی زاهدان", from: "2025-06-09" },
  ],
  [
    "به گزارش هرانا، دست‌کم بیست و پنج زندانی سیاسی در زاهدان اعدام شدند.",
    "execution",
    "25..",
    { source: "هرانا" },
  ],
  [
    "بنا به گزارش هرانا، حکم اعدام محمد کریمی سحرگاه امروز در زندان قزل‌حصار اجرا شد.",
    "execution",
    "1..1",
    { persons: ["محمد کریمی"], source: "هرانا", from: "2025-06-12" },
  ],
  ["سه مرد و دو زن در شیراز به دار آویخته شدند.", "execution", "5..5"],
  [
    "محمد کریمی، رضا احمدی و علی محمدی در کرج اعدام شدند.",
    "execution",
    "3..3",
    { persons: ["محمد کریمی", "رضا احمدی", "علی محمدی"], place: "کرج" },
  ],
  [
    "یک زندانی به نام محمد کریمی در زندان تبریز به دار آویخته شد.",
    "execution",
    "1..1",
    { persons: ["محمد کریمی"] },
  ],
  ["حکومت دو زن را در کرج اعدام کرد.", "execution", "2..2", { place: "کرج" }],
  ["در این ماه ۱۲۸ مورد اعدام ثبت شد.", "execution", "128..128"],
  ["خبر اعدام محمد کریمی منتشر شد.", "execution", "1..1", { persons: ["محمد کریمی"] }],
  [
    "قوه قضاییه اعلام کرد که دو مرد در اصفهان اعدام شدند.",
    "execution",
    "2..2",
    { source: "قوه قضاییه" },
  ],
  ["پنج زندانی از جمله دو زن در شیراز اعدام شدند.", "execution", "5..5"],
  ["محمد کریمی اعدام نشد.", "execution", "1..1", { modality: "negated", persons: ["محمد کریمی"] }],
  ["حکم اعدام سه زندانی اجرا نشد.", "execution", "3..3", { modality: "negated" }],
  [
    "دادگاه انقلاب رضا احمدی را به اعدام محکوم کرد.",
    "death-sentence",
    "1..1",
    { persons: ["رضا احمدی"] },
  ],
  ["رضا احمدی به اعدام محکوم شد.", "death-sentence", "1..1", { persons: ["رضا احمدی"] }],
  [
    "نزدیک به سی زندانی در خطر اعدام قرار دارند.",
    "imminent-execution",
    "..30",
    { modality: "at-risk" },
  ],
  [
    "چهار زندانی محکوم به اعدام به سلول انفرادی منتقل شدند.",
    "imminent-execution",
    "4..4",
    { modality: "at-risk" },
  ],
  [
    "قرار است سه زندانی فردا در زاهدان اعدام شوند.",
    "imminent-execution",
    "3..3",
    { modality: "intended", from: "2025-06-13" },
  ],
  ["بیش از ۵۰ نفر در اعتراضات زاهدان کشته شدند.", "killing", "50..", { place: "زاهدان" }],
  ["نیروهای امنیتی سه معترض را در زاهدان کشتند و ده‌ها نفر زخمی شدند.", "injury", "20.."],
  ["حدود صد و بیست معترض در تهران بازداشت شدند.", "arrest", "120..120", { place: "تهران" }],
  ["دوازده تن از معترضان در سنندج دستگیر شدند.", "arrest", "12..12"],
  ["نیروهای امنیتی پنج شهروند را در مهاباد بازداشت کردند.", "arrest", "5..5", { place: "مهاباد" }],
  ["سه نفر از زندان آزاد شدند.", "release", "3..3"],
  [
    "عفو بین‌الملل خواستار توقف اعدام پنج زندانی شد.",
    "call",
    "",
    { modality: "called-to-stop", source: "عفو بین‌الملل" },
  ],
  ["مادر محمد کریمی بازداشت شد.", "arrest", "1..1", { victims: [] }],
  ["همسر رضا احمدی در زندان اوین اعدام شد.", "execution", "1..1", { victims: [] }],
  ["وکیل رضا احمدی بازداشت شد.", "arrest", "1..1", { victims: [] }],
  ["قاتل رضا احمدی اعدام شد.", "execution", "1..1", { victims: [] }],
  ["متهم به قتل رضا احمدی اعدام شد.", "execution", "1..1", { victims: [] }],
  ["مأموران برادر محمد کریمی را بازداشت کردند.", "arrest", "1..1", { victims: [] }],
  ["۴۰ درصد مردم زیر خط فقر هستند.", "statistic", "40..40"],
  // Keyboards of neighbours and lost joiners: ي and ك, ە, three digit sets, «دستکم» and «دست کم».
  ["دست کم ٢٦ زنداني در كرج اعدام شدند.", "execution", "26..", { place: "كرج" }],
  ["دستکم 26 زندانی در کرج اعدام شدەاند.", "execution", "26..", { place: "کرج" }],
];

for (const [sentence, kind, bounds, rest = {}] of ROWS) {
  test(`readClaims() reads Persian: ${sentence}`, () => {
    const claims = read(sentence);
    const claim = claims.find((one) => one.kind === kind && boundsOf(one) === bounds);
    assert.ok(
      claim !== undefined,
      claims.map((one) => `${one.kind} ${boundsOf(one)} ${one.modality}`).join(" | ") || "no claim",
    );
    assert.equal(claim.modality, rest.modality ?? "happened");
    if (rest.victims !== undefined)
      assert.deepEqual(
        claim.persons.filter(({ role }) => role !== "other").map(({ name }) => name),
        rest.victims,
      );
    if (rest.persons !== undefined)
      assert.deepEqual(
        claim.persons.map(({ name }) => name),
        rest.persons,
      );
    if (rest.place !== undefined)
      assert.ok(
        claim.places.some(({ words }) => words === rest.place),
        JSON.stringify(claim.places),
      );
    if (rest.source !== undefined) assert.equal(claim.attribution.at(-1)?.source, rest.source);
    if (rest.from !== undefined) assert.equal(claim.period?.earliest, rest.from);
  });
}

test("readClaims() takes no Persian talk of the death penalty for an execution", () => {
  for (const sentence of [
    "مجازات اعدام باید لغو شود.",
    "محمد کریمی اعدام نشد.",
    "قرار است سه زندانی اعدام شوند.",
  ]) {
    assert.ok(
      !read(sentence).some((claim) => claim.kind === "execution" && claim.modality === "happened"),
      sentence,
    );
  }
});

test("readClaims() leaves open whom 'these prisoners' means where two groups can be meant", () => {
  const pair = "محمد کریمی و رضا احمدی بازداشت شدند.";
  const these = "این زندانیان شکنجه شده‌اند.";
  const namesOf = (text: string): readonly string[] =>
    read(text)
      .filter(({ kind }) => kind === "torture")
      .flatMap(({ persons }) => persons.map(({ name }) => name));
  assert.deepEqual(namesOf(`${pair} ${these}`), ["محمد کریمی", "رضا احمدی"]);
  const three = "محمد کریمی، رضا احمدی و علی محمدی در خطر اعدام هستند.";
  assert.deepEqual(namesOf(`${three} ${pair} ${these}`), []);
  const others = "محمد کریمی و رضا احمدی اعدام و سه متهم دیگر بازداشت شدند.";
  assert.deepEqual(namesOf(`${others} این متهمان شکنجه شده‌اند.`), []);
});

test("readClaims() gives an open count the names of those of its people who are known", () => {
  const known = "هویت دو تن از این افراد محمد کریمی و رضا احمدی احراز شده است.";
  const namesOf = (text: string): readonly string[] =>
    read(text)
      .filter(({ kind }) => kind === "execution")
      .flatMap(({ persons }) => persons.map(({ name }) => name));
  const four = "دست‌کم چهار زندانی در زندان طبس اعدام شدند.";
  assert.deepEqual(namesOf(`${four} ${known}`), ["محمد کریمی", "رضا احمدی"]);
  assert.deepEqual(namesOf(`${four} دست‌کم شش نفر بازداشت شدند. ${known}`), []);
});

test("readClaims() names those executed whose identity the same sentence tells behind", () => {
  const namesOf = (text: string): readonly (readonly string[])[] =>
    read(text)
      .filter(({ kind }) => kind === "execution")
      .map(({ persons }) => persons.map(({ name }) => name));
  const two = "دو زندانی در زندان طبس اعدام شدند";
  const one = `${two} که هویت یکی از آنها رضا احمدی عنوان شده است.`;
  assert.deepEqual(namesOf(one), [["رضا احمدی"]]);
  assert.deepEqual(namesOf(`${two}. ${one}`)[0], []);
  const both = `${two} که هویت آنها رضا احمدی و محمد کریمی عنوان شده است.`;
  assert.deepEqual(namesOf(both), [["رضا احمدی", "محمد کریمی"]]);
  assert.deepEqual(namesOf(`${two}. یکی از آنها رضا احمدی نام دارد.`), [["رضا احمدی"]]);
});

test("readClaims() gives nobody executed the name of another prisoner who lives", () => {
  const executed = "یک زندانی بلوچ در زندان طبس اعدام شد.";
  const moved = "یک زندانی دیگر محکوم به اعدام به سلول انفرادی منتقل شد.";
  const named = "هویت این زندانی رضا احمدی، ۳۵ ساله، اعلام شده است.";
  const namesOf = (text: string, kind: string): readonly string[] =>
    read(text)
      .filter((claim) => claim.kind === kind)
      .flatMap(({ persons }) => persons.map(({ name }) => name));
  const text = `${executed} ${moved} ${named}`;
  assert.deepEqual(namesOf(text, "execution"), []);
  assert.deepEqual(namesOf(text, "imminent-execution"), ["رضا احمدی"]);
  assert.deepEqual(namesOf(`${executed} ${named}`, "execution"), ["رضا احمدی"]);
});

function read(sentence: string): readonly Claim[] {
  return readClaims(makeDocument(sentence, { language: "fa" }), openPacks).claims;
}

function boundsOf({ quantity }: Claim): string {
  return quantity === null ? "" : `${quantity.min ?? ""}..${quantity.max ?? ""}`;
}
