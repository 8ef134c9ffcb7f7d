import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/** How many each claim of execution counts. */
function executed(text: string): (number | null)[] {
  return trace(text, "en", openPacks)
    .filter(({ claim }) => claim.kind === "execution")
    .map(({ claim }) => claim.quantity?.min ?? null);
}

/** What became of three others, who were not hanged. */
const OTHERWISE = [
  "three were moved to Karun prison",
  "3 were transferred to Karun prison",
  "three were sent home",
  "three were later taken to their families",
  "three were saved by a pardon",
  "three were being questioned",
  "three were in hospital",
  "three are missing",
  "three are still on death row",
  "three were absent",
];

/** Who three of those hanged were. */
const OF_THEM = [
  "Three were women",
  "Three were from Tabas",
  "Three had been convicted of murder",
  "Three were not named",
  "Three were accused of spying",
];

test("a number of whom something else is told is none of those hanged", () => {
  for (const other of OTHERWISE) {
    for (const joint of [" and ", "; "]) {
      const text = `Eleven prisoners were hanged${joint}${other}.`;
      assert.deepEqual(executed(text), [11], text);
    }
  }
});

test("a number of whom it is told who they were is some of those hanged", () => {
  const told = OF_THEM.filter(
    (them) => executed(`Eleven prisoners were hanged. ${them}.`).join(" ") === "11 3",
  );
  assert.ok(told.length >= 4, told.join("; "));
});
