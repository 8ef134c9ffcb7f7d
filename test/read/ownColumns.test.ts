import assert from "node:assert/strict";
import { test } from "node:test";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, packs } from "./reading.ts";

/**
 * Tables and cards whose columns hold days and towns of more than what the heading tells: each claim as "kind|name|day|towns".
 * All people are invented.
 */
const ROWS: readonly (readonly [language: string, text: string, claims: readonly string[]])[] = [
  [
    "fa",
    "اسامی اعدام‌شدگان:\n\nنام | سال تولد | محل تولد | تاریخ بازداشت\nنوید رستگار | ۱۳۷۰ | قم | ۵ مهر ۱۴۰۲\nامید کاویانی | ۱۳۶۵ | کرج | ۶ مهر ۱۴۰۲",
    ["execution|نوید رستگار|-|-", "execution|امید کاویانی|-|-"],
  ],
  [
    "fa",
    "اسامی اعدام‌شدگان:\n\nنام | تاریخ تولد | محل بازداشت | تاریخ آزادی\nنوید رستگار | ۵ مهر ۱۳۷۰ | کرج | ۵ مهر ۱۴۰۲\nامید کاویانی | ۵ مهر ۱۳۷۱ | قم | ۶ مهر ۱۴۰۲",
    ["execution|نوید رستگار|-|-", "execution|امید کاویانی|-|-"],
  ],
  [
    "fa",
    "اسامی اعدام‌شدگان:\n\nنام | اهل | شهر | تاریخ بازداشت | تاریخ اعدام\nنوید رستگار | قم | کرج | ۱ مهر ۱۴۰۰ | ۵ مهر ۱۴۰۲\nامید کاویانی | کرج | قم | ۱ مهر ۱۴۰۰ | ۶ مهر ۱۴۰۲",
    ["execution|نوید رستگار|2023-09-27|کرج", "execution|امید کاویانی|2023-09-28|قم"],
  ],
  [
    "fa",
    "اسامی بازداشت‌شدگان:\n\nنام | زادگاه | محل بازداشت | تاریخ بازداشت\nنوید رستگار | قم | کرج | ۵ مهر ۱۴۰۲\nامید کاویانی | کرج | قم | ۶ مهر ۱۴۰۲",
    ["arrest|نوید رستگار|2023-09-27|کرج", "arrest|امید کاویانی|2023-09-28|قم"],
  ],
  [
    "fa",
    "اسامی اعدام‌شدگان:\n\nنام | محل | تاریخ\nنوید رستگار | کرج | ۵ مهر ۱۴۰۲\nامید کاویانی | قم | ۶ مهر ۱۴۰۲",
    ["execution|نوید رستگار|2023-09-27|کرج", "execution|امید کاویانی|2023-09-28|قم"],
  ],
  [
    "fa",
    "نام: نوید رستگار\nوضعیت: در زندان\nتاریخ تولد: ۵ مهر ۱۳۷۰\nمحل تولد: قم\nتاریخ بازداشت: ۶ مهر ۱۴۰۲",
    ["arrest|نوید رستگار|2023-09-28|-"],
  ],
  [
    "fa",
    "نام: نوید رستگار\nوضعیت: اعدام شد\nمحل بازداشت: کرج\nتاریخ بازداشت: ۶ مهر ۱۴۰۲\nتاریخ اعدام: ۶ مهر ۱۴۰۳",
    ["arrest|نوید رستگار|2023-09-28|کرج", "execution|نوید رستگار|2024-09-27|-"],
  ],
  [
    "en",
    "Executed in 2024:\n\nName | Hometown | Date of arrest\nNavid Rastgar | Qom | 3 May 2020\nOmid Kaviani | Karaj | 4 May 2020",
    ["execution|Navid Rastgar|2024-01-01|-", "execution|Omid Kaviani|2024-01-01|-"],
  ],
  [
    "en",
    "Executed in 2024:\n\nName | City | Date of execution\nNavid Rastgar | Qom | 3 May 2024\nOmid Kaviani | Karaj | 4 May 2024",
    ["execution|Navid Rastgar|2024-05-03|Qom", "execution|Omid Kaviani|2024-05-04|Karaj"],
  ],
];

for (const [language, text, expected] of ROWS)
  test(`readClaims() gives a row the day and town of its own event: ${text.split("\n").join(" / ")}`, () => {
    const { claims } = readClaims(makeDocument(text, { language }), packs);
    const told = claims.map(({ kind, persons, period, places }) =>
      [
        kind,
        persons.map(({ name }) => name).join(", "),
        period?.earliest ?? "-",
        places.map(({ words }) => words).join(", ") || "-",
      ].join("|"),
    );
    assert.deepEqual(told, expected);
  });
