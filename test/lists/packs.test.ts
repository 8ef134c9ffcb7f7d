import assert from "node:assert/strict";
import { test } from "node:test";
import { loadRows } from "../../src/flow/packFiles.ts";
import { readHeader } from "../../src/lists/columns.ts";
import { parseDate } from "../../src/lists/parseDate.ts";
import { words } from "./lists.ts";

type Row = {
  readonly id: string;
  readonly field?: string;
  readonly hint?: string;
  readonly sex?: string;
  readonly month?: number;
  readonly calendar?: string;
  readonly example: string;
  readonly counterExample?: string;
};
type Sheets = Readonly<
  Record<"headers" | "hints" | "sexes" | "months", readonly Row[] | undefined>
>;

const files = Object.entries(loadRows(/sheets\.json$/)) as unknown as [string, Sheets][];

test("there are words for lists in both languages", () => {
  assert.deepEqual(
    files.map(([file]) => file),
    ["lang/en/sheets.json", "lang/fa/sheets.json"],
  );
});

for (const [file, { headers = [], hints = [], sexes = [], months = [] }] of files) {
  const plain = (header: string): string | null =>
    readHeader(header, words)?.field.replace(/_fa$/, "") ?? null;
  for (const { id, field = "", example, counterExample = "" } of headers)
    test(`${file} ${id}: ${example} is a header of ${field}, and ${counterExample} is none`, () => {
      assert.equal(plain(example), field.replace(/_fa$/, ""));
      if (field.endsWith("_fa")) assert.notEqual(readHeader(counterExample, words)?.field, field);
      else assert.notEqual(plain(counterExample), field);
    });
  for (const { id, hint, example } of hints)
    test(`${file} ${id}: ${example} says more than its field`, () => {
      const meaning = readHeader(example, words);
      assert.notEqual(meaning, null);
      if (hint !== "fa" && hint !== "latin") assert.equal(meaning?.calendar, hint);
    });
  for (const { id, sex, example, counterExample } of sexes)
    test(`${file} ${id}: ${example} is a word for a sex, ${counterExample} is none`, () => {
      assert.equal(words.sexes.get(example.toLowerCase()), sex);
      assert.equal(words.sexes.get((counterExample ?? "").toLowerCase()), undefined);
    });
  for (const { id, calendar, example } of months)
    test(`${file} ${id}: ${example} is a date`, () => {
      const read = parseDate(example, words, null);
      assert.equal(read.kind === "date" ? read.calendar : read.kind, calendar);
    });
}
