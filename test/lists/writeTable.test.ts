import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import Papa from "papaparse";
import { writeCsv } from "../../src/lists/writeTable.ts";

const csvOf = (value: string | number): string =>
  new TextDecoder().decode(writeCsv({ name: "x", header: ["who"], rows: [[{ value }]] }));

test("no cell of a CSV begins a formula, wherever a spreadsheet parts the line", () => {
  for (const value of [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "Ali;=1+1",
    "Ali\t=1+1",
    "a,b | =2",
    'a;"=1',
  ])
    for (const parts of [",", ";", "\t", "|"]) {
      const { data } = Papa.parse<string[]>(csvOf(value).replaceAll('"', ""), { delimiter: parts });
      const cells = data.flat().map((cell) => cell.trim());
      assert.ok(!cells.some((cell) => /^[=+\-@＝＋－＠]/.test(cell)), `${value} by ${parts}`);
    }
  assert.match(csvOf(-2.5), /"-2.5"/);
  assert.match(csvOf("2025-11-20"), /"2025-11-20"/);
});

test("what is no formula is written as it is", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\d ."'’]*$/u), (value) => {
      const { data } = Papa.parse<string[]>(csvOf(value).slice(1));
      assert.equal(data[1]?.[0], value);
    }),
  );
});
