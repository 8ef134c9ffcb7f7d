import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/** Persian sentences that end in a list of names × what they tell × how the list is led in. All people are invented. */
const NAMES = ["پریسا رستگار", "آرمان سلیمی‌نژاد", "بهزاد کاویانی"];
const LISTS = [
  "پریسا رستگار، آرمان سلیمی‌نژاد و بهزاد کاویانی",
  "پریسا رستگار (۱۸ ساله)، آرمان سلیمی‌نژاد (۱۹ ساله) و بهزاد کاویانی",
  "پریسا رستگار ۳۰ ساله، آرمان سلیمی‌نژاد ۴۰ ساله و بهزاد کاویانی ۵۰ ساله",
  "پریسا رستگار فرزند علی، آرمان سلیمی‌نژاد فرزند حسن و بهزاد کاویانی فرزند رضا",
];
const TOLD: readonly (readonly [kind: Claim["kind"], clause: string, relative: string])[] = [
  ["execution", "سه زندانی در زندان ملایر اعدام شدند", "سه زندانی که در زندان ملایر اعدام شدند"],
  [
    "execution",
    "سه زندانی روز شنبه به دار آویخته شده‌اند",
    "سه زندانی که روز شنبه به دار آویخته شده‌اند",
  ],
  ["arrest", "سه شهروند در شوش بازداشت شدند", "سه شهروندی که در شوش بازداشت شدند"],
  ["killing", "سه معترض در ایذه کشته شدند", "سه معترضی که در ایذه کشته شدند"],
  ["death-sentence", "سه نفر به اعدام محکوم شده‌اند", "سه نفری که به اعدام محکوم شده‌اند"],
];

function namedIn(text: string, kind: Claim["kind"]): string[] {
  const told = trace(text, "fa", openPacks)
    .map(({ claim }) => claim)
    .filter((claim) => claim.kind === kind);
  return told.flatMap(({ persons }) => persons.map(({ name }) => name));
}

test("those in a list behind a colon are the ones of whom it was told", () => {
  const lost: string[] = [];
  for (const [kind, clause, relative] of TOLD)
    for (const list of LISTS)
      for (const text of [
        `${clause}: ${list}.`,
        `${relative} عبارتند از: ${list}.`,
        `${clause}. این سه نفر عبارتند از ${list}.`,
      ])
        if (namedIn(text, kind).join() !== NAMES.join()) lost.push(text);
  assert.deepEqual(lost, []);
});

test("a list of others, or of another number, names nobody", () => {
  const [list = ""] = LISTS;
  const wrong = [
    `چهار زندانی در زندان ملایر اعدام شدند: ${list}.`,
    `سه قاضی حکم اعدام او را تأیید کردند: ${list}.`,
    `دو زندانی و سه سرباز کشته شدند و یک زندانی اعدام شد: ${list}.`,
    `سه زندانی در زندان ملایر اعدام شدند: ${list} این خبر را منتشر کردند.`,
    `سه زندانی توسط سه مأمور شکنجه شدند: ${list}.`,
  ].filter((text) => namedIn(text, "execution").length + namedIn(text, "torture").length > 0);
  assert.deepEqual(wrong, []);
});

test("rows name those arrested without commas, and numbered in one line", () => {
  const rows = [
    "محمد کریمی ۲۱ ساله اهل اهواز",
    "جمشید هاشمی ۲۷ ساله اهل شوش",
    "حسن حیدانی ۲۸ ساله",
  ];
  const numbered = rows.map((row, at) => `${at + 1}- ${row}`);
  const names = ["محمد کریمی", "جمشید هاشمی", "حسن حیدانی"];
  for (const list of [numbered.join("\n"), numbered.join(" "), numbered.join(" / ")])
    assert.deepEqual(namedIn(`اسامی بازداشت‌شدگان عبارتند از:\n${list}`, "arrest"), names);
  for (const heading of ["اسامی امضاکنندگان:", "سخنرانان این نشست عبارتند از:"])
    assert.deepEqual(namedIn(`${heading}\n${numbered.join("\n")}`, "arrest"), []);
});
