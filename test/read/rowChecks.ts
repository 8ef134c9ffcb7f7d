import assert from "node:assert/strict";
import type { Packs } from "../../src/read/packRows.ts";
import type { ReadQuantity } from "../../src/read/quantityGrammar.ts";
import { readQuantity } from "../../src/read/quantity.ts";
import { tokenize } from "../../src/read/tokens.ts";
import { languages, openPacks, packRows, packs, trace } from "./reading.ts";

/** A row of a pack with its examples. */
type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

/** What the examples of one row must show. */
export type RowCheck = { readonly name: string; readonly what: string; readonly holds: () => void };

/** Every rule row of every language pack is read from its own examples: a check a row. */
export function rowChecks(): RowCheck[] {
  return languages.flatMap(checksOf);
}

function checksOf(language: string): RowCheck[] {
  const checks: RowCheck[] = [];
  const check = (id: string, what: string, holds: () => void): void => {
    checks.push({ name: `${language} ${id}`, what, holds });
  };
  const file = (name: string): Readonly<Record<string, unknown>> =>
    (packRows[`lang/${language}/${name}.json`] ?? {}) as Readonly<Record<string, unknown>>;
  const rowsIn = (name: string, list: string): readonly Row[] =>
    (file(name)[list] ?? []) as readonly Row[];

  for (const row of rowsIn("triggers", "rows")) {
    check(row.id, "its examples tell it, its counter-examples do not", () => {
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
    check(row.id, "its example gives a claim made by it", () => {
      const examples = sentencesOf(row["example"]);
      assert.ok(examples.length > 0, "no example");
      for (const sentence of examples)
        assert.ok(isMadeBy(row.id, sentence, language), unread(sentence, language));
    });
  }

  for (const row of rowsIn("ellipsis", "rows")) {
    check(row.id, "its example gives a claim made by it", () => {
      const sentence = (sentencesOf(row["example"])[0] ?? "").replaceAll("|", "");
      assert.ok(sentence !== "", "no example");
      assert.ok(isMadeBy(row.id, sentence, language), unread(sentence, language));
    });
  }

  for (const row of rowsIn("lists", "topics")) {
    check(row.id, "its example tells of a list or a figure", () => {
      const heading = sentencesOf(row["example"])[0] ?? "";
      assert.ok(heading !== "", "no example");
      const text = `${heading}\n\n- Behnam Karimzad, 31\n- Arman Tabandeh, 25\n- Sohrab Mirzai, 40`;
      const listed = trace(text, language).filter(({ rows }) => rows.includes(row.id));
      assert.ok(
        listed.length >= 1 && listed.every(({ claim }) => claim.kind === row["kind"]),
        unread(text, language),
      );
    });
  }

  for (const row of rowsIn("refusals", "rows")) {
    check(row.id, "its example tells nothing, and would without it", () => {
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

  for (const row of rowsIn("stances", "rows")) {
    check(row.id, "its example is not told, its counter-example is", () => {
      const [example] = sentencesOf(row["example"]);
      const [no] = sentencesOf(row["no"]);
      const isPresumed = ["asks", "tells", "alive-open", "kin", "ground-other"].includes(
        String(row["shape"]),
      );
      assert.ok(isTold(isPresumed ? no : example, language) === false, example);
      assert.ok(isTold(isPresumed ? example : no, language) === true, no);
      const isHelper =
        isPresumed ||
        ["reported", "own-report", "ground", "learned"].includes(String(row["shape"]));
      if (!isHelper) assert.ok(isMadeBy(row.id, example ?? "", language), example);
    });
  }

  for (const list of ["orders", "fractions", "spans", "qualifiers", "trailing", "ranges"]) {
    for (const row of rowsIn("quantities", list)) {
      check(row.id, "its example holds its number", () => {
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
    check(row.id, "its example is read as money", () => {
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
  return checks;
}

function sentencesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Whether the first event of a sentence is told as having happened; null where it tells none. */
function isTold(sentence: string | undefined, language: string): boolean | null {
  const [first] = trace(sentence ?? "", language).filter(({ claim }) => claim.quantity !== null);
  return first === undefined ? null : first.claim.modality === "happened";
}

/** The sentence gives a claim made by the row. */
export function isMadeBy(
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
    languages: new Map([[language, { ...pack, refusals }]]),
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
