import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

const SENTENCES = readFileSync(join(import.meta.dirname, "grids", "living-fa.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

const PEOPLE = ["سیاوش باوندپور", "«نوید تنهایی»", "مهتاب رازی"];
const DEATHS: ReadonlySet<string> = new Set(["execution", "killing", "death-in-custody"]);
const CONCERNED: ReadonlySet<string> = new Set(["victim", "convicted", "at-risk"]);

/** A death that is told as having happened to somebody of that name. */
function isToldDead(text: string, name: string): boolean {
  return trace(text, "fa", openPacks).some(
    ({ claim: { kind, modality, persons } }) =>
      DEATHS.has(kind) &&
      (modality === "happened" || modality === "ongoing") &&
      persons.some((person) => CONCERNED.has(person.role) && name.includes(person.name)),
  );
}

test("whoever is at risk, spared, a relative, a lawyer, a judge or a witness is not told as dead", () => {
  const dead = SENTENCES.flatMap((sentence) =>
    PEOPLE.flatMap((name) => {
      const text = sentence.replaceAll("{}", name);
      return isToldDead(text, name) ? [text] : [];
    }),
  );
  assert.ok(SENTENCES.length > 90);
  assert.deepEqual(dead, []);
});
