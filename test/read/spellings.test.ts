import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readGold } from "../../scripts/score/gold.ts";
import type { Claim } from "../../src/model/claim.ts";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, packs } from "./reading.ts";
import { SPELLINGS, type Spelling } from "./spellings.ts";

/**
 * Persian reports of the development set, written in other ways: the claims must stay the same but for their places. Each spelling is
 * tried on a part of the reports, another part for each. What is written otherwise in no report of the part says nothing.
 */
const FOLDER = join(import.meta.dirname, "../golden/dev");
const PARTS = 8;
/** So many of the claims of a report stay the same; spellings that are told from the usual one by nothing are all read alike. */
const FLOOR: Readonly<Record<string, number>> = {
  "joiner as a space": 0.92,
  "joiner twice": 0.96,
  "joiner lost": 0.93,
  "plural glued": 0.98,
  "vowel signs": 0.96,
  tatweel: 0.98,
  "Arabic yeh and kaf": 0.96,
  "curly quotation marks": 0.97,
  "straight quotation marks": 0.97,
  "hard spaces": 0.98,
};

const reports = readGold(FOLDER, null).filter(({ style }) => style.includes("fa-"));

function read(text: string, published: string | null): readonly Claim[] {
  return readClaims(makeDocument(text, { language: "fa", published }), packs).claims;
}

/** What a claim tells, its letters folded, without the places of its words. */
function toldBy({ kind, modality, quantity, period, attribution, persons, places }: Claim): string {
  return JSON.stringify([
    kind,
    modality,
    quantity === null ? null : [quantity.min, quantity.max, quantity.approximate],
    period === null ? null : [period.earliest, period.latest],
    attribution.map(({ source, words }) => foldName(source ?? words ?? "")),
    persons.map(({ name, role }) => `${foldName(name)} ${role}`).toSorted(),
    places.map(({ words }) => foldName(words)).toSorted(),
  ]);
}

const SAME: Readonly<Record<string, string>> = { ي: "ی", ى: "ی", ك: "ک", ە: "ه", ۀ: "ه" };

function foldName(name: string): string {
  return name
    .replace(/[\p{M}\u200c\u00ac\u0640\s«»“”"،,.]/gu, "")
    .replace(/[يىكەۀ]/gu, (letter) => SAME[letter] ?? letter)
    .replace(/[۰-۹٠-٩]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
}

type Rate = { readonly same: number; readonly all: number };

function rateOf({ write }: Spelling, part: number): Rate {
  let same = 0;
  let all = 0;
  for (const [index, { path, published }] of reports.entries()) {
    if (index % PARTS !== part % PARTS) continue;
    const text = readFileSync(path, "utf8");
    const other = write(text);
    if (other === text) continue;
    const told = read(other, published).map(toldBy);
    for (const claim of read(text, published).map(toldBy)) {
      all++;
      const at = told.indexOf(claim);
      if (at < 0) continue;
      same++;
      told.splice(at, 1);
    }
    // A claim that only the other spelling makes is as wrong as one that it misses.
    all += told.length;
  }
  return { same, all };
}

for (const [part, spelling] of SPELLINGS.entries())
  test(`readClaims() reads the same claims: ${spelling.name}`, (t) => {
    const { same, all } = rateOf(spelling, part);
    t.diagnostic(`${spelling.name}: ${same} of ${all}`);
    assert.ok(all > 0, "no report is written otherwise");
    const floor = FLOOR[spelling.name] ?? 1;
    assert.ok(same / all >= floor, `${same} of ${all} claims are the same`);
  });
