import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/** Persian crime reports: the one who is hanged, sentenced or pardoned is told of by whom they killed, and these are never told as hanged. All people are invented. */
const KILLED = [
  "رضا کریمی",
  "دو مأمور پلیس",
  "سه زن",
  "رضا کریمی و حسن احمدی",
  "همسر و دو فرزندش",
  "یک روحانی به نام رضا کریمی",
  "جوانی ۲۲ ساله به نام رضا کریمی",
];

const KILLERS = [
  "قاتل {}",
  "عامل قتل {}",
  "متهم به قتل {}",
  "مردی که {} را به قتل رسانده بود",
  "زندانی محکوم به قتل {}",
  "مردی به جرم قتل {}",
  "عامل شهادت {}",
  "قاتل سنگدل {}",
];

const SENTENCES = [
  "{} در زندان مرکزی قم اعدام شد.",
  "حکم اعدام {} اجرا شد.",
  "اعدام {} در زندان قم",
  "{} به قصاص محکوم شد.",
  "{} بازداشت شد.",
  "{} از چوبه دار نجات یافت.",
];

const KINDS: ReadonlySet<string> = new Set(["execution", "death-sentence", "arrest", "clemency"]);
const CONCERNED: ReadonlySet<string> = new Set(["victim", "convicted", "at-risk"]);

test("whom the hanged, sentenced or pardoned killed are not told as hanged, sentenced or pardoned", () => {
  const wrong: string[] = [];
  let found = 0;
  for (const sentence of SENTENCES)
    for (const killer of KILLERS)
      for (const killed of KILLED) {
        const text = sentence.replace("{}", killer.replace("{}", killed));
        const own = trace(text, "fa", openPacks)
          .map(({ claim }) => claim)
          .filter(({ kind, tier }) => KINDS.has(kind) && tier !== "shown");
        found += own.length > 0 ? 1 : 0;
        const isMisled = own.some(
          ({ persons, quantity }) =>
            persons.some(({ role }) => CONCERNED.has(role)) || (quantity?.min ?? 1) !== 1,
        );
        if (isMisled) wrong.push(text);
      }
  assert.ok(found > (SENTENCES.length * KILLERS.length * KILLED.length) / 2);
  assert.deepEqual(wrong, []);
});
