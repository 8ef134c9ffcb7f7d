import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/** Persian sentences that tell of three people, and those that say later who they are: all three, and nobody else. All people are invented. */
const NAMES = ["سیاوش بهرامی", "نوید تنهایی", "مهتاب رازی"];
const [A = "", B = "", C = ""] = NAMES;

const COUNTED = [
  "سحرگاه امروز سه زندانی در زندان مرکزی قم اعدام شدند.",
  "حکم اعدام سه زندانی سحرگاه امروز در زندان مرکزی قم به اجرا درآمد.",
  "دست‌کم سه زندانی در زندان مرکزی قم به دار آویخته شدند.",
];

const NAMING = [
  `هویت این زندانیان «${A}»، «${B}» و «${C}» احراز شده است.`,
  `هویت این افراد ${A}، ۳۴ ساله، ${B}، ۲۸ ساله و ${C} عنوان شده است.`,
  `اسامی این زندانیان به شرح زیر است: ${A}، ${B} و ${C}.`,
  `اسامی آنها ${A}، ${B} و ${C} است.`,
  `این سه زندانی ${A}، ${B} و ${C} نام داشتند.`,
  `این زندانیان ${A}، ${B} و ${C} بودند.`,
  `هرانا هویت این زندانیان را ${A}، ${B} و ${C} اعلام کرد.`,
  `هویت این زندانیان چنین اعلام شده است: ${A} ۳۰ ساله اهل زاهدان؛ ${B} ۲۹ ساله (اتهام قتل)؛ ${C} اهل خاش.`,
  `به گزارش هه‌نگاو، هویت آنان ${A}، ${B} و ${C} است.`,
  `در میان اعدام‌شدگان نام‌های ${A}، ${B} و یک زن به نام ${C} دیده می‌شود.`,
];

function victimsOf(text: string): string[] {
  const first = trace(text, "fa", openPacks).find(({ claim }) => claim.kind === "execution");
  return (first?.claim.persons ?? [])
    .filter(({ role }) => role === "victim")
    .map(({ name }) => name);
}

test("three people told without names are those whom the next sentence names", () => {
  const wrong = COUNTED.flatMap((told) =>
    NAMING.flatMap((naming) =>
      [`${told} ${naming}`, `${told}\n\n${naming}`].flatMap((text) => {
        const names = victimsOf(text);
        return names.toSorted().join() === NAMES.toSorted().join()
          ? []
          : [`${text}: ${names.join("، ")}`];
      }),
    ),
  );
  assert.deepEqual(wrong, []);
});
