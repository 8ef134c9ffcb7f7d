import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readClaims } from "../../src/read/readClaims.ts";
import { readPhrases } from "./phraseRows.ts";
import { makeDocument, openPacks } from "./reading.ts";

/** Parties whose words have the same shape: whoever they are, the same verdicts. */
const EXCHANGED: readonly (readonly [string, string])[] = [
  ["HRANA", "Mizan"],
  ["Hengaw", "Tasnim"],
  ["NCRI", "IRNA"],
  ["National Council of Resistance of Iran", "National Council of the Judiciary of Iran"],
  ["PMOI", "IRGC"],
  ["regime", "opposition"],
  ["Regime", "Opposition"],
  ["security forces", "opposition forces"],
  ["Security forces", "Opposition forces"],
  ["Revolutionary Guards", "Resistance Units"],
  ["state media", "opposition media"],
  ["State media", "Opposition media"],
  ["state television", "opposition television"],
  ["State television", "Opposition television"],
];

/** Parties as they stand in a sentence, of both sides and of none. */
const SINGULAR: readonly string[] = [
  "The judiciary",
  "The regime",
  "The government",
  "The army",
  "State media",
  "The opposition",
  "The resistance",
  "Hengaw",
  "HRANA",
  "Mizan",
  "The NCRI",
  "The National Council of Resistance of Iran",
  "The People's Court of Karun",
];
const PLURAL: readonly string[] = [
  "Security forces",
  "Government forces",
  "The Revolutionary Guards",
  "Resistance units",
  "Opposition forces",
];

const SENTENCES: readonly string[] = [
  "{A} said five prisoners were hanged in Karun on Monday.",
  "{A} announced that at least 19 people had been arrested.",
  "According to {a}, three protesters were killed by gunfire.",
  "{A} killed three men in Tabas.",
  "{A} executed six prisoners on Sunday.",
  "{A} tortured two detainees.",
  "Three people were killed by {a} in Tabas.",
  "{A} denied that three prisoners had been executed.",
  "{A} called for the release of two journalists.",
  "Two men were hanged, {a} reported.",
  "“The sentences will be carried out soon,” {a} said.",
];

/**
 * The claims without offsets and ids, in which every party is written as its counterpart. `official` says who speaks
 * (an authority or not), so it may differ.
 */
function claimsOf(text: string, rename: (text: string) => string): string {
  const { claims } = readClaims(makeDocument(text), openPacks);
  const number = new Map(claims.map((claim, index) => [claim.id, index]));
  const plain = claims.map((claim) => ({
    ...claim,
    id: null,
    document: null,
    official: null,
    quantity:
      claim.quantity === null
        ? null
        : { ...claim.quantity, subsetOf: number.get(claim.quantity.subsetOf ?? "") ?? null },
    sameAs: claim.sameAs.map((id) => number.get(id) ?? -1).sort((a, b) => a - b),
    notes: claim.notes.map(({ code }) => code),
  }));
  const named = JSON.stringify(
    plain,
    (key, value: unknown) => (key === "start" || key === "end" || key === "id" ? undefined : value),
    1,
  );
  // Some agencies are listed with their trade, others are not.
  return rename(named).replaceAll(/ news agency\b/gi, "");
}

const COUNTERPART: ReadonlyMap<string, string> = new Map(
  EXCHANGED.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]),
);
const ANY = new RegExp(
  // "propaganda against the regime" is what the law calls a charge, whoever writes.
  `(?<!against the )\\b(?:${[...COUNTERPART.keys()].sort((a, b) => b.length - a.length).join("|")})\\b`,
  "g",
);
const exchange = (text: string): string =>
  text.replace(ANY, (party) => COUNTERPART.get(party) ?? party);

function goldenTexts(): { name: string; text: string }[] {
  const root = join(import.meta.dirname, "../golden/dev");
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => ({ name: file, text: readFileSync(join(root, file), "utf8") }));
}

test("readClaims() of the development reports gives the same claims when the parties' names are exchanged", (context) => {
  const changed = goldenTexts().filter(({ text }) => exchange(text) !== text);
  assert.ok(changed.length >= 30, `Only ${changed.length} reports name a party`);
  const differing = changed.flatMap(({ name, text }) => differenceOf(name, text));
  context.diagnostic(`${changed.length} reports, ${differing.length} differ`);
  assert.deepEqual(differing, []);
});

test("readClaims() of the standard sentences gives the same claims when the parties' names are exchanged", () => {
  const sentences = [...readPhrases("told"), ...readPhrases("negative")].map(
    ({ sentence }) => sentence,
  );
  const changed = sentences.filter((sentence) => exchange(sentence) !== sentence);
  assert.ok(changed.length >= 10, `Only ${changed.length} sentences name a party`);
  assert.deepEqual(
    changed.flatMap((sentence) => differenceOf(sentence, sentence)),
    [],
  );
});

for (const sentence of SENTENCES) {
  for (const [number, parties] of Object.entries({ singular: SINGULAR, plural: PLURAL })) {
    test(`readClaims() reads "${sentence}" alike for every ${number} party`, () => {
      const [first, ...others] = parties.map((party) => [party, shapeOf(sentence, party)] as const);
      assert.ok(first !== undefined && first[1] !== "[]", "no claim at all");
      for (const [party, shape] of others)
        assert.equal(shape, first[1], `${party}, other than ${first[0]}`);
    });
  }
}

/** Claims with the party's name written as a letter. */
function shapeOf(sentence: string, party: string): string {
  const low = party.replace(/^(?:The|State|Security|Resistance|Opposition)\b(?! Units)/, (word) =>
    word.toLowerCase(),
  );
  const bare = party.replace(/^The /, "");
  const text = `The report came from Tehran, Iran.\n\n${sentence.replaceAll("{A}", party).replaceAll("{a}", low)}`;
  const names = [party, low, bare].map((name) => JSON.stringify(name).slice(1, -1));
  return claimsOf(text, (claims) => names.reduce((all, name) => all.replaceAll(name, "X"), claims));
}

function differenceOf(name: string, text: string): string[] {
  const before = claimsOf(text, (claims) => claims).split("\n");
  const after = claimsOf(exchange(text), exchange).split("\n");
  const at = before.findIndex((line, index) => line !== after[index]);
  if (at < 0 && before.length === after.length) return [];
  const around = (lines: readonly string[]): string =>
    lines
      .slice(Math.max(0, at - 3), at + 4)
      .join(" ")
      .replaceAll(/\s+/g, " ");
  return [`${name}\n    ${around(before)}\n    ${around(after)}`];
}
