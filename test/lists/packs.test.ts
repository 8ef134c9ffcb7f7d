import assert from "node:assert/strict";
import { test } from "node:test";
import { loadRows } from "../../src/flow/packFiles.ts";
import { readHeader } from "../../src/lists/columns.ts";
import { parseDate } from "../../src/lists/parseDate.ts";
import { LIST_KINDS } from "../../src/lists/rowReport.ts";
import { statusOf } from "../../src/lists/rowStatus.ts";
import { loadSheetWords } from "../../src/flow/lists/loadSheetWords.ts";
import { words } from "./lists.ts";

type Row = {
  readonly id: string;
  readonly field?: string;
  readonly hint?: string;
  readonly sex?: string;
  readonly month?: number;
  readonly calendar?: string;
  readonly kind?: string;
  readonly confirms?: string | readonly string[];
  readonly undoes?: boolean;
  readonly denies?: boolean;
  readonly lists?: readonly string[];
  readonly example: string;
  readonly counterExample?: string;
};
type Sheets = Readonly<
  Record<"headers" | "hints" | "sexes" | "months" | "statuses", readonly Row[] | undefined>
>;

const files = Object.entries(loadRows(/sheets\.json$/)) as unknown as [string, Sheets][];

test("there are words for lists in both languages", () => {
  assert.deepEqual(
    files.map(([file]) => file),
    ["lang/en/sheets.json", "lang/fa/sheets.json"],
  );
});

for (const [file, { headers = [], hints = [], sexes = [], months = [], statuses = [] }] of files) {
  const plain = (header: string, own = words): string | null =>
    readHeader(header, own)?.field.replace(/_fa$/, "") ?? null;
  for (const { id, field = "", lists, example, counterExample = "" } of headers)
    test(`${file} ${id}: ${example} is a header of ${field}, and ${counterExample} is none`, () => {
      for (const of of lists ?? [null])
        assert.equal(plain(example, loadSheetWords(false, of)), field.replace(/_fa$/, ""));
      if (lists !== undefined) assert.equal(plain(example), null);
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
  for (const { id, kind, confirms, undoes, denies, lists, example } of statuses)
    test(`${file} ${id}: ${example} is a status`, () => {
      const span = { start: 0, end: example.length, quote: example };
      for (const list of LIST_KINDS) {
        if (lists !== undefined && !lists.includes(list)) continue;
        const { holds, told } = statusOf(span, list, words);
        const isLasting = ["arrest", "torture", "injury"].includes(list) && undoes !== true;
        const isOwn = kind === list && id !== "quashed" && undoes !== true;
        assert.equal(
          holds,
          isLasting || isOwn || confirms === "any" || confirms?.includes(list) === true,
          list,
        );
        if (!holds && denies !== true)
          assert.deepEqual(
            told.map((one) => one.kind),
            kind === undefined ? [] : [kind],
          );
      }
    });
}
