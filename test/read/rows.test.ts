import assert from "node:assert/strict";
import { test } from "node:test";
import type { Packs } from "../../src/read/pack.ts";
import { type ReadQuantity, readQuantity } from "../../src/read/quantity.ts";
import { tokenize } from "../../src/read/tokens.ts";
import { languages, openPacks, packRows, packs, trace } from "./reading.ts";

/** Every rule row of every language pack is read from its own examples: here a row is a test. */
type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

/** Rows that another row is always before, by what is known of them. Each must still be idle: who wakes one takes it out. */
const IDLE: ReadonlyMap<string, string> = new Map([
  ["en group.triple-counted", "group.pair takes the first two"],
  ["en frame.retribution", "frame.passive and frame.sentenced-obj know the word"],
  ["en frame.resulting-toll", "frame.left-dead has its words"],
  ["en frame.found-dead", "killing.die and killing.kill list its words"],
  ["en frame.sentence-confirmed", "frame.phrase has its words"],
  ["en frame.hit-in-body", "injury.wound lists its words"],
  ["en frame.hit-by-shots", "injury.wound lists its words"],
  ["en stat.count-thing", "no sentence found that reaches it"],
  ["en refuse.killing-time", "no frame takes things for victims"],
  ["en refuse.release-object", "no frame takes things for victims"],
  ["en refuse.march-month", "time expressions take the month first"],
  ["en refuse.death-noun", "the longer noun is a word of its own"],
]);

/** Runs the check of a row; of an idle one it must fail. */
function check(language: string, id: string, what: string, holds: () => void): void {
  const reason = IDLE.get(`${language} ${id}`);
  if (reason === undefined) test(`${language} ${id}: ${what}`, holds);
  else
    test(`${language} ${id} is idle: ${reason}`, () =>
      assert.throws(holds, "It is reached now: take it out of IDLE"));
}

for (const language of languages) {
  const file = (name: string): Readonly<Record<string, unknown>> =>
    (packRows[`lang/${language}/${name}.json`] ?? {}) as Readonly<Record<string, unknown>>;
  const rowsIn = (name: string, list: string): readonly Row[] =>
    (file(name)[list] ?? []) as readonly Row[];

  for (const row of rowsIn("triggers", "rows")) {
    check(language, row.id, "its examples tell it, its counter-examples do not", () => {
      const yes = sentencesOf(row["yes"]);
      const no = sentencesOf(row["no"]);
      assert.ok(yes.length > 0, "no example");
      assert.ok(no.length > 0, "no counter-example");
      for (const sentence of yes)
        assert.ok(isToldWith(row, sentence, language), unread(sentence, language));
      for (const sentence of no)
        assert.ok(!isMadeBy(row.id, sentence, language), `told: ${sentence}`);
    });
  }

  const made = [
    ...rowsIn("frames", "groups"),
    ...rowsIn("frames", "frames"),
    ...rowsIn("statistics", "rows"),
  ];
  for (const row of made) {
    check(language, row.id, "its example gives a claim made by it", () => {
      const examples = sentencesOf(row["example"]);
      assert.ok(examples.length > 0, "no example");
      for (const sentence of examples)
        assert.ok(isMadeBy(row.id, sentence, language), unread(sentence, language));
    });
  }

  for (const row of rowsIn("refusals", "rows")) {
    check(language, row.id, "its example tells nothing, and would without it", () => {
      const trigger = String(row["trigger"]);
      const examples = sentencesOf(row["example"]);
      assert.ok(examples.length > 0, "no example");
      for (const sentence of examples) {
        assert.ok(!isMadeBy(trigger, sentence, language), `told: ${sentence}`);
        assert.ok(
          isMadeBy(trigger, sentence, language, without(row.id, language)),
          `told by no row anyway: ${sentence}`,
        );
      }
    });
  }

  for (const list of ["orders", "fractions", "spans", "qualifiers", "trailing", "ranges"]) {
    for (const row of rowsIn("quantities", list)) {
      check(language, row.id, "its example holds its number", () => {
        const examples = sentencesOf(row["example"]);
        assert.ok(examples.length > 0, "no example");
        for (const sentence of examples) {
          const found = numbersIn(sentence, language).map((quantity) => quantity.row);
          assert.ok(found.includes(row.id), `${sentence}: ${found.join(", ")}`);
        }
      });
    }
  }

  for (const row of rowsIn("quantities", "currencies")) {
    check(language, row.id, "its example is read as money", () => {
      const examples = sentencesOf(row["example"]);
      assert.ok(examples.length > 0, "no example");
      for (const sentence of examples) {
        const found = numbersIn(sentence, language).filter(({ measure }) => measure === "money");
        assert.ok(
          found.some(({ unit }) => row["unit"] === null || unit === row["unit"]),
          sentence,
        );
      }
    });
  }
}

test("a row that is not in its example is found out", () => {
  assert.ok(!isMadeBy("release.free", "Two men were hanged in Tabas.", "en"));
  assert.ok(isMadeBy("execution.execute", "Two men were hanged in Tabas.", "en"));
});

test("there are packs to check", () => {
  assert.ok(languages.includes("en"));
  assert.ok(packs.languages.size > 0);
});

function sentencesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function isMadeBy(
  id: string,
  sentence: string,
  language: string,
  using: Packs = openPacks,
): boolean {
  return trace(sentence, language, using).some(({ rows }) => rows.includes(id));
}

/** A frame with a kind of its own can make the claim that a trigger's words tell. */
function isToldWith({ id, ...row }: Row, sentence: string, language: string): boolean {
  return trace(sentence, language).some(
    ({ claim, rows, words }) =>
      rows.includes(id) || (claim.kind === row["kind"] && words.includes(id)),
  );
}

function unread(sentence: string, language: string): string {
  const read = trace(sentence, language).map(
    ({ claim, rows }) => `${claim.kind} by ${rows.slice(0, 4).join(" ")}`,
  );
  return `${sentence} => ${read.join(" | ")}`;
}

/** The packs with one refusal row taken out. */
function without(id: string, language: string): Packs {
  const pack = openPacks.languages.get(language);
  if (pack === undefined) return openPacks;
  const refusals = new Map(
    [...pack.refusals].map(([trigger, rows]) => [trigger, rows.filter((row) => row.id !== id)]),
  );
  return {
    ...openPacks,
    languages: new Map([...openPacks.languages, [language, { ...pack, refusals }]]),
  };
}

function numbersIn(sentence: string, language: string): ReadQuantity[] {
  const grammar = packs.languages.get(language)?.quantities;
  if (grammar === undefined) return [];
  const tokens = tokenize(sentence);
  const found: ReadQuantity[] = [];
  for (let at = 0; at < tokens.size; at++) {
    const quantity = readQuantity(tokens, at, tokens.size, grammar);
    if (quantity === null) continue;
    found.push(quantity);
    at = quantity.to - 1;
  }
  return found;
}
