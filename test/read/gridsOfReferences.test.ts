import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * Persian sentences that go on about those named before, by a pronoun, a noun with "this", a bare verb: what they tell is told of them.
 * All people are invented.
 */
const ONE = "بهروز کاویانی";
const OTHER = "سامان رستگار";

type Going = readonly [kind: Claim["kind"], sentence: string];

const OPENINGS_OF_ONE = [
  `حکم اعدام ${ONE} در زندان مرکزی کرج اجرا شد.`,
  `سحرگاه امروز «${ONE}» در زندان مرکزی کرج اعدام شد.`,
  `روز دوشنبه ${ONE} فرزند علی توسط نیروهای امنیتی در کرج بازداشت شد.`,
  `${ONE}، ۳۴ ساله و اهل بانه، برای اجرای حکم اعدام به سلول انفرادی منتقل شد.`,
  `خانواده ${ONE} خواستار اطلاع از وضعیت او شدند.`,
];

const OF_ONE: readonly Going[] = [
  ["arrest", "وی پیش‌تر در سال ۱۴۰۱ در سنندج بازداشت شده بود."],
  ["arrest", "این زندانی سیاسی در سال ۱۴۰۱ در سنندج بازداشت شده بود."],
  ["arrest", "نیروهای امنیتی او را در سال ۱۴۰۱ در منزلش بازداشت کرده بودند."],
  ["death-sentence", "پیش‌تر از سوی دادگاه انقلاب به اعدام محکوم شده بود."],
  ["death-sentence", "حکم اعدام وی در دیوان عالی کشور تأیید شده بود."],
  ["death-sentence", "دادگاه انقلاب وی را به اعدام محکوم کرده بود."],
  ["torture", "وی در دوران بازجویی تحت شکنجه قرار گرفته بود."],
];

const OPENINGS_OF_TWO = [
  `سحرگاه امروز ${ONE} و ${OTHER} در زندان مرکزی کرج اعدام شدند.`,
  `روز دوشنبه «${ONE}» و «${OTHER}» توسط نیروهای امنیتی در کرج بازداشت شدند.`,
  `حکم اعدام دو زندانی به نام‌های ${ONE} و ${OTHER} در زندان مرکزی کرج اجرا شد.`,
];

const OF_TWO: readonly Going[] = [
  ["arrest", "این دو در سال ۱۴۰۱ در سنندج بازداشت شده بودند."],
  ["arrest", "آن‌ها در سال ۱۴۰۱ در سنندج بازداشت شده بودند."],
  ["arrest", "آنان در سال ۱۴۰۱ در سنندج بازداشت شده بودند."],
  ["death-sentence", "هر دو نفر از سوی دادگاه انقلاب به اعدام محکوم شده بودند."],
  ["death-sentence", "حکم اعدام این دو زندانی در دیوان عالی کشور تأیید شده بود."],
  ["death-sentence", "دادگاه انقلاب آنان را به اعدام محکوم کرده بود."],
];

const GAP = " به گزارش هه‌نگاو، مسئولان زندان تاکنون در این باره توضیحی نداده‌اند.";
const CONCERNED: ReadonlySet<string> = new Set(["victim", "convicted", "at-risk"]);

function findLost(openings: readonly string[], goings: readonly Going[], names: string): string[] {
  const lost: string[] = [];
  for (const opening of openings)
    for (const [kind, going] of goings)
      for (const first of [opening, opening + GAP]) {
        const told = trace(`${first} ${going}`, "fa", openPacks)
          .map(({ claim }) => claim)
          .filter((claim) => claim.kind === kind && claim.span.start > first.length)
          .flatMap(({ persons }) => persons.filter(({ role }) => CONCERNED.has(role)))
          .map(({ name }) => name);
        const found = [...new Set(told)].sort().join(", ");
        if (found !== names) lost.push(`${first} ${going} => ${found}`);
      }
  return lost;
}

test("one named person is meant by what goes on about them", () => {
  assert.deepEqual(findLost(OPENINGS_OF_ONE, OF_ONE, ONE), []);
});

test("two named people are meant by what goes on about both", () => {
  assert.deepEqual(findLost(OPENINGS_OF_TWO, OF_TWO, [ONE, OTHER].sort().join(", ")), []);
});
