import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/** Persian nouns of an execution under every verb that denies, halts, fears, asks for or orders it: nobody is told as hanged. All people are invented. */
const CONCERNED = ["سیاوش باوندپور", "«سیاوش باوندپور»", "این زندانی", "دو زندانی"];

const NOUNS = [
  "اعدام {}",
  "اجرای حکم اعدام {}",
  "اجرای حکم قصاص {}",
  "اعدام شدن {}",
  "اجرای حکم {}",
  "به دار آویخته شدن {}",
  "قصاص {}",
];

const SENTENCES = [
  "سخنگوی دادگستری خبر {} را تکذیب کرد.",
  "سخنگوی دادگستری {} را رد کرد.",
  "سخنگوی دادگستری خبر {} را نادرست خواند.",
  "دادستان گفت خبر {} صحت ندارد.",
  "دادستان گفت که {} شایعه است.",
  "خبر {} درست نیست.",
  "خبر {} تأیید نشده است.",
  "شایعه {} دروغ بود.",
  "وکیل او {} را شایعه خواند.",
  "او زنده است و خبر {} درست نیست.",
  "مادرش با رد خبر {} گفت پسرش زنده است.",
  "احتمال {} وجود دارد.",
  "مقامات {} را متوقف کردند.",
  "از {} جلوگیری شد.",
  "{} به تعویق افتاد.",
  "{} لغو شد.",
  "{} متوقف شد.",
  "{} منتفی شد.",
  "اگر {} انجام شود، اعتراض خواهیم کرد.",
  "خانواده‌ها نسبت به {} هشدار دادند.",
  "وکلا برای جلوگیری از {} تلاش می‌کنند.",
  "درخواست {} رد شد.",
  "دادگاه با {} مخالفت کرد.",
  "هنوز زمان {} مشخص نیست.",
  "مقدمات {} فراهم شد.",
  "دستور {} صادر شد.",
  "پیش از {} رضایت گرفته شد.",
  "خواستار توقف {} شدند.",
  "تهدید به {} کردند.",
  "تجمع در اعتراض به احتمال {} برگزار شد.",
];

/** The same nouns where it is told: what keeps the test from passing because nothing is read. */
const TOLD = ["دادستان قم {} را اعلام کرد.", "خبر {} تأیید شد."];

function isTold(text: string): boolean {
  return trace(text, "fa", openPacks).some(
    ({ claim }) =>
      claim.kind === "execution" &&
      claim.tier !== "shown" &&
      (claim.modality === "happened" || claim.modality === "ongoing"),
  );
}

function told(sentences: readonly string[], nouns: readonly string[]): string[] {
  return sentences.flatMap((sentence) =>
    nouns.flatMap((noun) =>
      CONCERNED.map((one) => sentence.replace("{}", noun.replace("{}", one))).filter(isTold),
    ),
  );
}

test("an execution that is denied, halted, feared or only ordered is not told as done", () => {
  assert.deepEqual(told(SENTENCES, NOUNS), []);
});

test("an execution that is announced or confirmed is told", () => {
  const nouns = ["اعدام {}", "اجرای حکم اعدام {}"];
  assert.equal(told(TOLD, nouns).length, TOLD.length * nouns.length * CONCERNED.length);
});
