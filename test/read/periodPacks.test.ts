import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findPeriods, type PeriodMatch } from "../../src/read/findPeriods.ts";
import { compilePeriodGrammar } from "../../src/read/periodGrammar.ts";
import { resolvePeriod } from "../../src/read/resolvePeriod.ts";
import { tokenize } from "../../src/read/tokens.ts";

/** Each row's examples: the words between the bars, the days they mean, and what else is expected. */
type Example = readonly [string, string | null, string | null, Expected?];
type Expected = {
  readonly words?: string;
  readonly published?: string | null;
  readonly mode?: string;
  readonly kind?: string;
  readonly per?: string | null;
  readonly calendar?: string;
  readonly basis?: string;
  readonly notes?: readonly string[];
  readonly future?: boolean;
  /** Day told before. */
  readonly antecedent?: string;
};
type Row = {
  readonly id: string;
  readonly examples?: readonly Example[];
  readonly not?: readonly string[];
};
type Pack = {
  readonly published?: string;
  readonly country?: string;
  readonly rows?: readonly Row[];
  readonly events?: readonly Row[];
};

const root = `${import.meta.dirname}/../../packs`;
const readPack = (path: string): Pack =>
  JSON.parse(readFileSync(`${root}/${path}`, "utf8")) as Pack;
const en = readPack("lang/en/periods.json");
const fa = readPack("lang/fa/periods.json");
const calendar = readPack("country/ir/calendar.json");
const events = readPack("country/ir/events.json");
const grammar = compilePeriodGrammar({
  languages: [en, fa],
  calendars: [calendar],
  events: [events],
});

for (const pack of [en, fa, calendar, events]) {
  for (const row of [...(pack.rows ?? []), ...(pack.events ?? [])]) {
    const examples = row.examples ?? [];
    const negatives = row.not ?? [];
    test(`period row ${row.id} reads its examples`, () => {
      assert.ok(examples.length + negatives.length > 0, "The row has no example");
      for (const example of examples) checkExample(example, pack);
      for (const text of negatives) {
        const found = periodsIn(text).filter((match) => canDate(match));
        assert.deepEqual(
          found.map((match) => quoteOf(text, match)),
          [],
          text,
        );
      }
    });
  }
}

function canDate(match: PeriodMatch): boolean {
  return match.kind !== "duration";
}

function periodsIn(text: string): PeriodMatch[] {
  const tokens = tokenize(text);
  return findPeriods(tokens, 0, tokens.size, grammar);
}

function quoteOf(text: string, match: PeriodMatch): string {
  const tokens = tokenize(text);
  return text.slice(tokens.start[match.from], tokens.end[match.to - 1]);
}

function checkExample([marked, earliest, latest, expected = {}]: Example, pack: Pack): void {
  const [before = "", words = "", after = ""] = marked.split("|");
  const text = before + words + after;
  const tokens = tokenize(text);
  const quote = expected.words ?? words;
  const matches = findPeriods(tokens, 0, tokens.size, grammar);
  const match = matches.find((each) => quoteOf(text, each) === quote);
  const found = matches.map((each) => `${each.row}: ${quoteOf(text, each)}`).join("; ");
  assert.ok(match, `${text}: found ${found || "nothing"}, not ${quote}`);
  const { period, notes } = resolvePeriod(
    match,
    {
      tokens,
      published: expected.published === undefined ? (pack.published ?? null) : expected.published,
      country: pack.country ?? null,
      ...(expected.future === undefined ? {} : { future: expected.future }),
      antecedent: () => (expected.antecedent === undefined ? null : dayOf(expected.antecedent)),
    },
    grammar,
  );
  const where = `${text} (${match.row})`;
  assert.deepEqual([period.earliest, period.latest], [earliest, latest], where);
  if (expected.mode !== undefined) assert.equal(period.mode, expected.mode, where);
  if (expected.kind !== undefined) assert.equal(match.kind, expected.kind, where);
  if (expected.per !== undefined) assert.equal(match.per, expected.per, where);
  if (expected.calendar !== undefined) assert.equal(period.calendar, expected.calendar, where);
  if (expected.basis !== undefined) assert.equal(period.basis, expected.basis, where);
  if (expected.notes !== undefined)
    assert.deepEqual(
      notes.map((note) => note.code),
      expected.notes,
      where,
    );
}

function dayOf(day: string): { earliest: string; latest: string; basis: "explicit" } {
  return { earliest: day, latest: day, basis: "explicit" };
}
