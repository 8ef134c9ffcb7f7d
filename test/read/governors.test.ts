import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/**
 * Grids of what stands over an event that a noun tells, where verbs stand last: the noun or preposition before it, the verb
 * behind it. Only what is known to tell that it was done may tell it. All people are invented.
 */
const REAL: ReadonlySet<string> = new Set(["happened", "ongoing"]);

function isTold(text: string, kind: string): boolean {
  return trace(text, "fa", openPacks).some(
    ({ claim }) => claim.kind === kind && REAL.has(claim.modality),
  );
}

const EVENTS: readonly (readonly [string, string])[] = [
  ["execution", "اعدام سه زندانی"],
  ["execution", "اجرای حکم اعدام سه زندانی"],
  ["execution", "اعدام محمد کریمی"],
  ["arrest", "بازداشت سه معلم"],
];

const wordsOf = (list: string): readonly string[] => list.split("|");

const OPEN_OWNERS = wordsOf(
  "احتمال|بیم|نگرانی از|خطر|تهدید به|طرح|برنامه|قصد|تلاش برای|تصمیم به|درخواست|تقاضای|خواست|مخالفت با|موافقت با|جلوگیری از|توقف|لغو|تعلیق|تعویق|مقدمات|زمینه|امکان|پیشنهاد|شایعه|تکذیب|ادعای|انتظار|وعده|آمادگی برای|منع|ممنوعیت|به جای|بدون|مخالفان|حامیان|تأخیر در|اصرار بر|پافشاری بر|نزدیک بودن|زمزمه|هشدار درباره|هشدار نسبت به|شمارش معکوس برای|مجوز|رأی به|فتوای|تدارک|عجله برای|فشار برای|در صورت|پیش از|قبل از|تا زمان|پیشگیری از|خودداری از|انصراف از|صرف‌نظر از|عدم|ناکامی در|اجازه|سناریوی|فرمان|مخالفت خانواده با|شبیه‌سازی|تمرین|کابوس|ترس از|آرزوی|نجات از|رهایی از|لایحه",
);
const TELLING_OWNERS = wordsOf(
  "خبر|پس از|بعد از|همزمان با|در پی|به دنبال|اعلام خبر|تأیید خبر|گزارش|جزئیات|تصاویر|سالگرد|محکومیت|انتقاد از|خشم از|شوک از",
);
const OPEN_VERBS = wordsOf(
  "به تعویق انداختند|نگه داشتند|لغو کردند|متوقف کردند|تکذیب کردند|رد کردند|بررسی کردند|پیش‌بینی کردند|وعده دادند|برنامه‌ریزی کردند|عقب انداختند|منتفی دانستند|بعید دانستند|حق خود دانستند|محتمل دانستند|تدارک دیدند|طلب کردند|درخواست کردند|خواستند|خواستار شدند|به بعد موکول کردند|به رأی گذاشتند|پیگیری می‌کنند|در دستور کار گذاشتند|ممنوع کردند|ناممکن ساختند|انکار کردند|تصویب کردند|امضا کردند|خواهان بودند|شایعه دانستند|دروغ خواندند",
);
const TELLING_VERBS = wordsOf(
  "تأیید کردند|اعلام کردند|گزارش دادند|محکوم کردند|جشن گرفتند|پنهان کردند|جنایت خواندند",
);
const OPEN_PREDICATES = wordsOf(
  "منتفی شد|لغو شد|ممنوع است|محتمل است|قریب‌الوقوع است|نزدیک است|به بعد موکول شد|در دستور کار است|تصویب شد|درخواست شد|رد شد|بعید است|ممکن نیست|انجام نشد|انجام نخواهد شد|پذیرفته نشد|به رأی گذاشته شد|پیش‌بینی شد|تدارک دیده شد|عقب افتاد|قطعی شد|نهایی شد|مشروط شد|بررسی شد|در انتظار است|فردا انجام می‌شود|در راه است|هنوز تأیید نشده است|تأیید نشد|تکذیب شد|صحت ندارد|شایعه است|دروغ است|یک شایعه بود|صورت نگرفت|به هم خورد|ناکام ماند|عملی نشد|خواسته شد|در دست بررسی است|زمان‌بندی شد|برای فردا برنامه‌ریزی شد|در گرو رضایت است|به نظر رهبر بستگی دارد|متوقف ماند|به حالت تعلیق درآمد|امکان‌پذیر نیست|لازم است|ضروری است|حق مردم است|درست نیست|هدف آنان است|آرزوی آنان است",
);
const TELLING_PREDICATES = wordsOf(
  "انجام شد|اعلام شد|گزارش شد|خبرساز شد|واکنش‌ها را برانگیخت|ثبت شد|پنهان ماند|صبح امروز انجام شد|در سکوت خبری انجام گرفت|به وقوع پیوست|جنایت بود",
);

/** Sentences of the grid that are told, or not told, against what their words say. */
function wrongOf(
  make: (event: string, word: string) => string,
  words: readonly string[],
  expected: boolean,
): string[] {
  return EVENTS.flatMap(([kind, event]) =>
    words.map((word) => make(event, word)).filter((text) => isTold(text, kind) !== expected),
  );
}

test("an event that a noun tells is told only where what stands before it tells it", () => {
  const continued = (event: string, owner: string): string =>
    `${owner} ${event} واکنش‌های گسترده‌ای برانگیخت.`;
  const title = (event: string, owner: string): string => `${owner} ${event}`;
  assert.deepEqual(wrongOf(continued, OPEN_OWNERS, false), []);
  assert.deepEqual(wrongOf(title, OPEN_OWNERS, false), []);
  assert.deepEqual(wrongOf(continued, TELLING_OWNERS, true), []);
});

test("an event that is the object of a verb is told only where the verb tells it", () => {
  const done = (event: string, verb: string): string => `مقامات ${event} را ${verb}.`;
  const onDay = (event: string, verb: string): string =>
    `مقامات ${event} را صبح دوشنبه پس از اعتراض وکیل ${verb}.`;
  assert.deepEqual(wrongOf(done, OPEN_VERBS, false), []);
  assert.deepEqual(wrongOf(onDay, OPEN_VERBS, false), []);
  assert.deepEqual(wrongOf(done, TELLING_VERBS, true), []);
});

test("an event that is the subject of a verb is told only where the verb tells it", () => {
  for (const place of ["", " در زندان طبس", " روز دوشنبه", " پس از اعتراض وکیل"]) {
    const said = (event: string, predicate: string): string => `${event}${place} ${predicate}.`;
    assert.deepEqual(wrongOf(said, OPEN_PREDICATES, false), []);
    assert.deepEqual(wrongOf(said, TELLING_PREDICATES, true), []);
  }
});
