import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * Ways to name in Persian who tells an event × events × who tells it, and how far a source reaches over the sentences behind.
 * All people and events are invented.
 */
type Told = readonly [kind: Claim["kind"], clause: string, noun: string];

const TOLD: readonly Told[] = [
  ["execution", "یک زندانی در زندان ملایر اعدام شد", "اعدام یک زندانی در زندان ملایر"],
  ["arrest", "سه کارگر در شوش بازداشت شدند", "بازداشت سه کارگر در شوش"],
  ["killing", "دو معترض در ایذه کشته شدند", "کشته شدن دو معترض در ایذه"],
];

const BODIES = ["خبرگزاری هرانا", "شبکه حقوق بشر کردستان", "سازمان حقوق بشر ایران"];

/** Bodies that no list of organisations knows. */
const UNKNOWN = ["کانون یاران کارون", "کمیته پیگیری وضعیت بازداشت‌شدگان"];

/** X is the source, E the clause, N its noun. */
const OF_BODIES = [
  "به گزارش X، E.",
  "بر اساس گزارش X، E.",
  "به نوشته X، E.",
  "بنا بر اعلام X، E.",
  "بنا بر اطلاع X، E.",
  "بر اساس اطلاعات رسیده به X، E.",
  "طبق اطلاعاتی که در اختیار X قرار گرفته است، E.",
  "بر پایه گزارش منتشرشده از سوی X، E.",
  "بر اساس گزارشی که X منتشر کرده، E.",
  "بر اساس آماری که X منتشر کرده، E.",
  "آن‌طور که X گزارش داده، E.",
  "X: E.",
  "X نوشت که E.",
  "X با انتشار بیانیه‌ای اعلام کرد که E.",
  "X در بیانیه‌ای نوشت: E.",
  "X از N خبر داد.",
  "E، X گزارش داد.",
  "E؛ به گزارش X.",
  "«E»؛ این را X اعلام کرد.",
];

const PEOPLE = [
  "برادر او",
  "یک منبع آگاه",
  "نرگس کاوه‌ای",
  "وکیل این زندانی",
  "یکی از هم‌بندیان او",
  "یکی از بستگان این خانواده",
  "یکی از نزدیکان رضا احمدی",
  "دادستان همدان",
];

const OF_PEOPLE = [
  "به گفته X، E.",
  "X گفت که E.",
  "X به هرانا گفت: «E.»",
  "X در گفت‌وگو با رادیو زمانه گفت E.",
  "بنا به اظهارات X، E.",
  "X با بیان اینکه E، خواستار تحقیق شد.",
  "«E»، این را X به هرانا گفته است.",
  "«E»؛ این را X گفت.",
  "E، X گفت.",
  "X گفت وضعیت زندان وخیم است. او افزود E.",
  "X گفت وضعیت زندان وخیم است. به گفته او E.",
];

/** X has been the source before E. */
const REACHING = [
  "به گزارش X، دو زندانی در زندان خوی به سلول انفرادی منتقل شدند. E.",
  "به گزارش X، دو زندانی در زندان خوی به سلول انفرادی منتقل شدند.\nبر اساس این گزارش، E.",
  "به گزارش X، دو زندانی در زندان خوی به سلول انفرادی منتقل شدند.\nاین گزارش می‌افزاید E.",
  "به گزارش X، دو زندانی در زندان خوی به سلول انفرادی منتقل شدند.\nبه گفته این سازمان، E.",
];

/** The same where X must be known to be a body. */
const REACHING_FROM_KNOWN = [
  "بر اساس اطلاعاتی که به X رسیده، E.",
  "X گزارش ماهانه خود را منتشر کرد.\nبر اساس این گزارش، E.",
  "X گزارش ماهانه خود را منتشر کرد. در این گزارش آمده است: E.",
  "X گزارش ماهانه خود را منتشر کرد. در این گزارش آمده است که E.",
  "X در اطلاعیه‌ای نسبت به وضعیت زندانیان هشدار داد. در این اطلاعیه آمده است E.",
  "X در گزارشی از وضعیت زندانیان نوشت. این سازمان افزود که E.",
];

/** What is told by its author alone, beside somebody who could be taken for the source. */
const OF_THE_AUTHOR = [
  "بر اساس گزارشی که به دادستان ارائه شد، E.",
  "بر اساس اطلاعاتی که به مأموران رسید، E.",
  "بر اساس حکمی که به وکیل او ابلاغ شده، E.",
  "سازمان حقوق بشر ایران خواستار آزادی زندانیان شد.\nE.",
];

function findWrong(
  forms: readonly string[],
  sources: readonly string[],
  isRight: (claim: Claim, source: string) => boolean,
): string[] {
  const wrong: string[] = [];
  for (const form of forms)
    for (const source of sources)
      for (const [kind, clause, noun] of TOLD) {
        const text = form.replace("X", source).replace("E", clause).replace("N", noun);
        const told = trace(text, "fa", openPacks)
          .map(({ claim }) => claim)
          .findLast((claim) => claim.kind === kind);
        if (told === undefined || !isRight(told, source)) wrong.push(text);
      }
  return wrong;
}

function isOf({ attribution }: Claim, source: string): boolean {
  const last = attribution.at(-1);
  const longest = source.split(" ").sort((a, b) => b.length - a.length)[0] ?? source;
  return last !== undefined && (last.source ?? last.words).includes(longest);
}

test("a body is the source of what it tells, in all ways of saying so", () => {
  assert.deepEqual(findWrong(OF_BODIES, [...BODIES, ...UNKNOWN], isOf), []);
});

test("a person is the source of what he says, in all ways of saying so", () => {
  assert.deepEqual(findWrong(OF_PEOPLE, PEOPLE, isOf), []);
});

test("an office of the body told before, with the name of its holder", () => {
  const heads = [
    "مدیر این شبکه، سودابه نیک‌پی،",
    "سخنگوی این سازمان، سودابه نیک‌پی،",
    "وکیل این زندانی، سودابه نیک‌پی،",
  ];
  const forms = [
    "X گفت E.",
    "X گفت: «E.»",
    "X در گفت‌وگو با رادیو زمانه گفت که E.",
    "«E»، این را X گفت.",
  ];
  const isHers = ({ attribution }: Claim): boolean => attribution.at(-1)?.source === "سودابه نیک‌پی";
  assert.deepEqual(findWrong(forms, heads, isHers), []);
});

test("whom a body quotes is the source behind it", () => {
  const quoted = ["یکی از نزدیکان این زندانی", "برادر او", "یک منبع مطلع"];
  const isTheirs = (claim: Claim, source: string): boolean =>
    claim.attribution.length === 2 && isOf(claim, source.split(" ").slice(0, 3).join(" "));
  assert.deepEqual(findWrong(["خبرگزاری هرانا به نقل از X نوشت که E."], quoted, isTheirs), []);
});

test("a headline gives the words of who stands before its colon", () => {
  const heads = [
    "منابع حقوق بشری",
    "منابع محلی",
    "دادستان ملایر",
    "خانواده زندانی",
    "برادر این زندانی",
    "وکیل متهم",
    "سندیکای شرکت واحد",
    "کمپین فعالین بلوچ",
    "آژانس کُردپا",
  ];
  assert.deepEqual(findWrong(["X: E", "X: E\n\nجزئیات بیشتری در دست نیست."], heads, isOf), []);
});

test("a source goes on to the sentences that take it up", () => {
  assert.deepEqual(findWrong(REACHING, [...BODIES, ...UNKNOWN], isOf), []);
  assert.deepEqual(findWrong(REACHING_FROM_KNOWN, BODIES, isOf), []);
});

test("who only received a report, or spoke of something else, is no source", () => {
  assert.deepEqual(
    findWrong(OF_THE_AUTHOR, [""], ({ attribution }) => attribution.length === 0),
    [],
  );
});
