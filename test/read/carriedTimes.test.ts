import assert from "node:assert/strict";
import { test } from "node:test";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, packs } from "./reading.ts";

/** A text of 12 June 2025, the kind looked at, and the days of all its claims of that kind, in order. */
const ROWS: readonly (readonly [text: string, kind: string, days: readonly string[]])[] = [
  [
    "بامداد دوشنبه ۱۲ خرداد بر اثر تیراندازی مرزبانان یک کولبر کشته شد و دو کولبر دیگر زخمی شدند.",
    "injury",
    ["2025-06-02"],
  ],
  [
    "در این درگیری که ظهر دوشنبه ۱۲ خرداد رخ داد، یک مأمور کشته شد و سه تن مجروح شدند.",
    "injury",
    ["2025-06-02"],
  ],
  [
    "روز دوشنبه ۱۲ خرداد نظامیان به یک خودرو شلیک کردند که در پی آن دو سوختبر کشته شدند.",
    "killing",
    ["2025-06-02"],
  ],
  [
    "در اردیبهشت ۱۴۰۴ دست‌کم ۲۴ زندانی اعدام شدند که از این تعداد ۹ نفر در زندان زاهدان اعدام شدند.",
    "execution",
    ["2025-04-21", "2025-04-21"],
  ],
  [
    "در اردیبهشت ۱۴۰۴ دست‌کم ۸۰۰ نفر بازداشت شدند. ۲۶۰ نفر از آنان به اتهام جاسوسی دستگیر شدند.",
    "arrest",
    ["2025-04-21", "2025-04-21"],
  ],
  [
    "سازمان حقوق بشر ایران اعلام کرد که در اردیبهشت ۱۴۰۴، ۲۱۷ نفر از جمله ۶ زن، ۱۱ تبعه افغانستان و ۸ شهروند بلوچ اعدام شدند.",
    "execution",
    ["2025-04-21", "2025-04-21", "2025-04-21", "2025-04-21"],
  ],
  ["شماری از شهروندان در ۱۲ خرداد احضار و بازداشت شدند.", "arrest", ["2025-06-02"]],
  ["دو تن در سال ۱۴۰۱ بازداشت و به اعدام محکوم شدند.", "death-sentence", ["none"]],
  // Another hour, another act, words about a noun, the time of the saying.
  ["او در سال ۱۴۰۱ بازداشت شد و بعدها به اعدام محکوم شد.", "death-sentence", ["none"]],
  ["او در پاییز ۱۴۰۳ بازداشت شد و به سه سال حبس محکوم شد.", "arrest", ["2024-09-22", "none"]],
  ["مردی که سال گذشته با او گفت‌وگو کرده بودیم، با شلیک مأموران کشته شد.", "killing", ["none"]],
  [
    "پلیس روز دوشنبه ۱۲ خرداد اعلام کرد که دو نفر کشته شدند و سه نفر زخمی شدند.",
    "injury",
    ["none"],
  ],
];

for (const [text, kind, days] of ROWS)
  test(`carryPeriods() reads ${days.join(", ")} for the ${kind} of "${text}"`, () => {
    const { claims } = readClaims(makeDocument(text, { language: "fa" }), packs);
    const found = claims.filter((claim) => claim.kind === kind);
    assert.deepEqual(
      found.map(({ period }) => period?.earliest ?? "none"),
      days,
    );
  });
