import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/** Persian ways to say that somebody was hanged, for every way to say who: how many and whom, by construction. All people are invented. */
type Victims = readonly [words: string, names: readonly string[], many: number];

const VICTIMS: readonly Victims[] = [
  ["سیاوش باوندپور", ["سیاوش باوندپور"], 1],
  ["یک زندانی به نام سیاوش باوندپور", ["سیاوش باوندپور"], 1],
  ["یک زندانی با هویت «سیاوش باوندپور»، ۳۴ ساله و پدر یک فرزند،", ["سیاوش باوندپور"], 1],
  ["سیاوش باوندپور، ۳۴ ساله، فرزند اسماعیل و پدر دو فرزند،", ["سیاوش باوندپور"], 1],
  ["«ب. س.»", ["ب. س"], 1],
  ["یک تبعه افغانستان به نام نظیر احمدزی", ["نظیر احمدزی"], 1],
  [
    "دو زندانی با هویت «سیاوش باوندپور»، ۳۴ ساله، و «نوید تنهایی»، ۲۹ ساله و پدر یک فرزند،",
    ["سیاوش باوندپور", "نوید تنهایی"],
    2,
  ],
  [
    "سه زندانی به اسامی سیاوش باوندپور، نوید تنهایی و مهتاب رازی",
    ["سیاوش باوندپور", "نوید تنهایی", "مهتاب رازی"],
    3,
  ],
  ["یک زن به نام مهتاب رازی و دو مرد", ["مهتاب رازی"], 3],
  ["چهار زندانی از جمله سیاوش باوندپور", ["سیاوش باوندپور"], 4],
];

const SENTENCES = [
  "سحرگاه امروز {} در زندان مرکزی قم اعدام شد{nd}.",
  "سحرگاه امروز {} در زندان مرکزی قم به دار آویخته شد{nd}.",
  "سحرگاه امروز حکم اعدام {} در زندان مرکزی قم اجرا شد.",
  "سحرگاه امروز حکم قصاص نفس {} در زندان مرکزی قم به اجرا درآمد.",
  "مقامات زندان مرکزی قم سحرگاه امروز حکم اعدام {} را به مورد اجرا گذاشتند.",
  "جمهوری اسلامی سحرگاه امروز {} را در زندان مرکزی قم اعدام کرد.",
  "دادستان قم از اعدام {} خبر داد.",
  "دادستان قم از اجرای حکم اعدام {} خبر داد.",
  "خبر رسید که حکم اعدام {} اجرا شده است.",
  "رئیس کل دادگستری قم، حجت‌الاسلام رضا کاویانی، گفت حکم اعدام {} بامداد امروز اجرا شد.",
  "به گفته وکیل پرونده، آقای کیوان دادور، {} سحرگاه امروز اعدام شد{nd}.",
  "قاضی مراد صفایی حکم اعدام {} را صادر کرد و این حکم سحرگاه امروز در زندان مرکزی قم اجرا شد.",
];

const CONCERNED: ReadonlySet<string> = new Set(["victim", "convicted"]);

/** What is read of the executions of a text: names of the dead, and numbers. */
function readExecutions(text: string): { names: string[]; numbers: number[] } {
  const own = trace(text, "fa", openPacks)
    .map(({ claim }) => claim)
    .filter(({ kind, modality }) => kind === "execution" && modality === "happened");
  const dead = own
    .flatMap(({ persons }) => persons.filter(({ role }) => CONCERNED.has(role)))
    .map(({ name }) => name.replace(/\.$/u, ""));
  return {
    names: [...new Set(dead)].toSorted(),
    numbers: own.map(({ quantity }) => quantity?.min ?? 1),
  };
}

test("whoever is hanged in Persian is counted and named, and nobody else", () => {
  const wrong: string[] = [];
  for (const sentence of SENTENCES)
    for (const [words, names, many] of VICTIMS) {
      const text = sentence
        .replace("{}", words)
        .replaceAll("{nd}", many > 1 ? "ند" : "")
        .replace("،،", "،");
      const read = readExecutions(text);
      if (!read.numbers.includes(many) || read.names.join() !== [...names].toSorted().join())
        wrong.push(`${text}: ${read.numbers.join()} ${read.names.join("، ")}`);
    }
  assert.deepEqual(wrong, []);
});
