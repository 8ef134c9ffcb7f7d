import assert from "node:assert/strict";
import { test } from "node:test";
import { partSeams } from "../../src/read/seams.ts";
import { tokenize } from "../../src/read/tokens.ts";
import { packs } from "./reading.ts";

/** A text as a page-to-text step leaves it, and its words. A bar stands where they are parted. */
const ROWS: readonly (readonly [written: string, parted: string])[] = [
  ["زندانهای کشور", "زندان|های کشور"],
  ["رسانههای رسمی", "رسانه|های رسمی"],
  ["اجرا نشدهاست", "اجرا نشده|است"],
  ["درگذشتهاند", "درگذشته|اند"],
  ["اعدامشدگان", "اعدام|شدگان"],
  ["مرد ۳۵ سالهای", "مرد ۳۵ ساله|ای"],
  ["در سالهای گذشته", "در سالهای گذشته"],
  ["در جلسهای", "در جلسه|ای"],
  ["در هفتهای", "در هفته|ای"],
  ["شهرهای ایران", "شهر|های ایران"],
  ["نیروهای امنیتی", "نیروهای امنیتی"],
  ["سهشنبه", "سه|شنبه"],
  ["نمیکنیم", "نمی|کنیم"],
  // Words that only look like others written together.
  ["میدان آزادی", "میدان آزادی"],
  ["بهبود وضع", "بهبود وضع"],
  ["تنها او", "تنها او"],
  ["بهدار زندان", "بهدار زندان"],
  ["بهدار آویخته شد", "به|دار آویخته شد"],
  ["میلاد و بهروز", "میلاد و بهروز"],
];

const { seams } = packs.languages.get("fa") ?? assert.fail("no Persian pack");

for (const [written, parted] of ROWS)
  test(`partSeams() parts "${parted}"`, () => {
    assert.ok(seams !== null);
    const tokens = partSeams(tokenize(written), seams);
    const words = tokens.form.map((_, at) => written.slice(tokens.start[at], tokens.end[at]));
    const glue = words.map((word, at) =>
      at === 0 ? word : (tokens.start[at] === tokens.end[at - 1] ? "|" : " ") + word,
    );
    assert.equal(glue.join(""), parted);
  });
