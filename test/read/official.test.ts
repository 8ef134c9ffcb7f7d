import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

/** Who speaks, and whether the claim counts as announced by the authorities. */
const ROWS: readonly (readonly [lang: string, text: string, official: boolean | null])[] = [
  [
    "en",
    "Five men were hanged in Shiraz prison on Monday, the prosecutor Omid Rastani said.",
    true,
  ],
  [
    "en",
    "Five men were hanged in Shiraz prison on Monday, former prosecutor Omid Rastani said.",
    null,
  ],
  ["en", "The UN Secretary-General said five men were hanged in Shiraz prison on Monday.", null],
  [
    "en",
    "Five men were hanged in Shiraz prison, the secretary general of the teachers' union said.",
    null,
  ],
  ["en", "The prosecutor general said five men were hanged in Shiraz prison on Monday.", true],
  ["fa", "دادستان سابق شیراز گفت پنج مرد در زندان شیراز اعدام شدند.", null],
  ["fa", "دادستان شیراز گفت پنج مرد در زندان شیراز اعدام شدند.", true],
  ["en", "Five men were hanged in Shiraz prison on Monday, his brother Omid Rastani said.", null],
];

for (const [lang, text, official] of ROWS)
  test(`official: ${text}`, () => {
    const claim = trace(text, lang).find(({ claim }) => claim.kind === "execution")?.claim;
    assert.equal(claim?.official, official);
    assert.equal(claim?.attribution.length, 1);
  });
