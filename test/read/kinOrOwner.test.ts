import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/** A death in a relative clause behind somebody's kin: counted, shown, or whose it is; all people are invented. */
const ROWS: readonly (readonly [expected: string, kind: string, text: string])[] = [
  [
    "shown",
    "killing",
    "نامزد مهسا کرمانی که در مریوان با شلیک مرزبانان کشته شد، گفت جسد را نداده‌اند.",
  ],
  ["shown", "execution", "مادر بهروز کرمانی که هشت سال پیش اعدام شد، درگذشت."],
  ["shown", "execution", "پدر بهروز کرمانی که سال گذشته اعدام شد، بازداشت شد."],
  ["counted", "killing", "مادر بهروز کرمانی که در زندان کشته شد."],
  ["counted", "killing", "مادر بهروز کرمانی در زندان کشته شد."],
  ["counted", "execution", "بهروز کرمانی که سال گذشته اعدام شد، کارگر بود."],
  ["counted", "execution", "برادر بهروز کرمانی اعدام شد و مادرش بازداشت شد."],
];

for (const [expected, kind, text] of ROWS)
  test(`isOfKinOrOwner() leaves "${text}" ${expected}`, () => {
    const claims = trace(text, "fa", openPacks).map(({ claim }) => claim);
    const told = claims.filter((claim) => claim.kind === kind);
    assert.deepEqual([...new Set(told.map(({ tier }) => tier))], [expected]);
  });
