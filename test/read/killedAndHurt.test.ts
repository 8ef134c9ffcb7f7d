import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

/** One number of the dead and the hurt together is no number of dead; all people are invented. */
const SHARED = [
  ["en", "Twenty people were killed and wounded in the attack in Karun."],
  ["en", "At least 20 people were killed or injured in Karun."],
  ["fa", "در سال ۱۴۰۰ مجموع ۲۲۵ کولبر در کردستان کشته و زخمی شده‌اند."],
  ["fa", "در این حمله ۲۰ نفر کشته یا زخمی شدند."],
] as const;

const OWN = [
  ["en", "Twenty people were killed and 30 injured in the attack in Karun."],
  ["en", "Twenty people were killed and wounded three others."],
  ["en", "Twenty people were shot dead in the attack in Karun."],
  ["en", "Police shot dead 20 people in Karun."],
  ["en", "On Monday 20 protesters were shot to death in Karun."],
  ["fa", "در این حمله ۲۰ نفر کشته و ۳۰ نفر زخمی شدند."],
  ["fa", "در این حمله ۲۰ نفر کشته شدند و خانه‌ها آسیب دید."],
] as const;

for (const [language, sentence] of SHARED)
  test(`readClaims() shows and never counts the dead of "${sentence}"`, () => {
    const [killing] = killingsIn(sentence, language);
    assert.equal(killing?.tier, "shown");
    assert.notEqual(killing?.quantity, null);
  });

for (const [language, sentence] of OWN)
  test(`readClaims() counts the dead of "${sentence}"`, () => {
    const [killing] = killingsIn(sentence, language);
    assert.equal(killing?.tier, "counted");
    assert.equal(killing?.quantity?.max, 20);
  });

function killingsIn(sentence: string, language: string) {
  return trace(sentence, language)
    .map(({ claim }) => claim)
    .filter(({ kind }) => kind === "killing");
}
