import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

/** Who leads, orders or commits an act that a noun tells; and who only speaks of it, suffers it or looks into it. All people are invented. */
const DOERS = [
  "Behnam Karimzad oversaw the torture of detainees.",
  "Behnam Karimzad led the massacre of 300 prisoners in 1988.",
  "Behnam Karimzad supervised the execution of 40 prisoners in May.",
  "Behnam Karimzad, who took part in the killing of 300 prisoners, resigned.",
];
const OTHERS = [
  "Behnam Karimzad condemned the torture of detainees.",
  "Behnam Karimzad investigated the killing of 300 prisoners.",
  "Behnam Karimzad witnessed the execution of 40 prisoners in May.",
  "Behnam Karimzad directed the documentary The Killing of Arman Tabandeh.",
  "Behnam Karimzad launched an inquiry into the killing of Arman Tabandeh.",
  "Behnam Karimzad directed The Execution of Arman Tabandeh, a play.",
  "Judge Behnam Karimzad ordered the execution of Arman Tabandeh.",
  "Behnam Karimzad supported detained student Arman Tabandeh.",
  "Behnam Karimzad represented murdered journalist Arman Tabandeh.",
  "The lawyer of Behnam Karimzad led a protest against the torture of detainees.",
  "Behnam Karimzad's brother led the massacre of 300 prisoners in 1988.",
];

function doersIn(text: string): readonly string[] {
  return trace(text).flatMap(({ claim }) =>
    claim.persons.filter(({ role }) => role === "alleged-perpetrator").map(({ name }) => name),
  );
}

test("who oversaw or led an act that a noun tells is named as said to have done it", () => {
  for (const text of DOERS) assert.deepEqual(doersIn(text), ["Behnam Karimzad"], text);
});

test("who speaks of such an act has not done it", () => {
  for (const text of OTHERS) assert.deepEqual(doersIn(text), [], text);
});
