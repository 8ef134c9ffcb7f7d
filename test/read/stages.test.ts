import assert from "node:assert/strict";
import { test } from "node:test";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, openPacks } from "./reading.ts";

/** What a sentence about a case tells: its kind, and how far the case is. */
const CASES: readonly (readonly [language: string, sentence: string, told: string])[] = [
  [
    "en",
    "Behzad Ramandi was transferred to solitary confinement on Sunday for the implementation of his death sentence in Evin Prison.",
    "imminent-execution solitary-transfer",
  ],
  [
    "en",
    "Behzad Ramandi, who was executed on paper in 2019 and sentenced to death again, is at imminent risk of execution in Evin Prison.",
    "imminent-execution null",
  ],
  [
    "en",
    "The execution of Behzad Ramandi was stayed after he had been moved to solitary confinement in Evin Prison.",
    "stay null",
  ],
  [
    "en",
    "The Supreme Court in Tehran quashed the death sentence of Behzad Ramandi and ordered a retrial.",
    "death-sentence sc-quashed",
  ],
  [
    "en",
    "The death sentence of Behzad Ramandi was not overturned in Tehran.",
    "death-sentence sentenced-death",
  ],
  [
    "en",
    "Behzad Ramandi was sentenced to ten years in prison in Tehran.",
    "arrest sentenced-prison",
  ],
  [
    "en",
    "Behzad Ramandi is serving a six-year sentence in Evin Prison.",
    "arrest sentenced-prison",
  ],
  ["en", "Behzad Ramandi was arrested in Tehran on Monday.", "arrest arrested"],
  [
    "en",
    "Behzad Ramandi was arrested in Tehran on the day his father's prison sentence ended.",
    "arrest arrested",
  ],
  [
    "en",
    "The group urged Iran to immediately halt the planned execution of Behzad Ramandi in Tehran.",
    "call at-risk",
  ],
  [
    "en",
    "The group urged Iran to release the teacher Behzad Ramandi from Evin Prison.",
    "call null",
  ],
  ["fa", "حکم اعدام بهزاد رامندی در دیوان عالی کشور نقض شد.", "death-sentence sc-quashed"],
  [
    "fa",
    "بهزاد رامندی برای اجرای حکم اعدام به سلول انفرادی زندان قزلحصار منتقل شده است.",
    "imminent-execution solitary-transfer",
  ],
  [
    "fa",
    "سعید دلپاک، زندانی محکوم به اعدام، جهت اجرای حکم به قرنطینه زندان اوین منتقل شد.",
    "imminent-execution solitary-transfer",
  ],
  [
    "fa",
    "فرهاد رستگار، زندانی محکوم به اعدام، روز یکشنبه به سلول انفرادی زندان اوین انتقال یافت.",
    "imminent-execution solitary-transfer",
  ],
];

for (const [language, sentence, told] of CASES)
  test(`${told}: ${sentence}`, () => {
    const { claims } = readClaims(makeDocument(sentence, { language }), openPacks);
    const found = claims.map(({ kind, stage }) => `${kind} ${stage}`);
    assert.ok(found.includes(told), found.join("; "));
    assert.ok(!found.some((one) => one.startsWith("imminent-execution executed")));
  });

/** Deaths that nobody says have happened; the reports are of 12 June 2025. */
const AHEAD: readonly (readonly [sentence: string, told: string])[] = [
  [
    "Farhad Rastegar is feared to be hanged in Evin Prison on Sunday.",
    "imminent-execution intended 2025-06-15",
  ],
  [
    "Farhad Rastegar is feared to have been hanged in Evin Prison on Sunday.",
    "execution happened 2025-06-08",
  ],
  ["Farhad Rastegar was hanged in Evin Prison on 20 August 2025.", "execution unclear 2025-08-20"],
  ["Farhad Rastegar was hanged in Evin Prison on 10 June 2025.", "execution happened 2025-06-10"],
];

for (const [sentence, told] of AHEAD)
  test(`${told}: ${sentence}`, () => {
    const { claims } = readClaims(makeDocument(sentence), openPacks);
    assert.deepEqual(
      claims.map(({ kind, modality, period }) => `${kind} ${modality} ${period?.earliest}`),
      [told],
    );
    const isAhead = told.includes("unclear");
    const codes = claims.flatMap(({ notes }) => notes.map(({ code }) => code));
    assert.equal(codes.includes("period-after-publication"), isAhead);
  });

test("every stage that a row of a language names is a step of a case in a country pack", () => {
  const named = [...openPacks.languages.keys()].flatMap((code) => {
    const pack = openPacks.languages.get(code);
    const frames = (pack?.frames.rows ?? []).map(({ row }) => row.stage);
    const triggers = [...(pack?.triggersByWords.values() ?? [])].flat().map(({ row }) => row.stage);
    return [...frames, ...triggers].flatMap((stage) => stage ?? []);
  });
  const known = new Set([...openPacks.stages.values()].flatMap(({ rows }) => [...rows.keys()]));
  assert.ok(named.length > 0);
  assert.deepEqual(
    [...new Set(named)].filter((stage) => !known.has(stage)),
    [],
  );
});
