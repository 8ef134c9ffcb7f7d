import assert from "node:assert/strict";
import { test } from "node:test";
import { zipSync } from "fflate";
import fc from "fast-check";
import { Failure } from "../../src/base/failure.ts";
import type { List } from "../../src/lists/readList.ts";
import { read } from "./lists.ts";

const CELLS = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "-",
    "Arman Delavarian",
    "آرمان دلاوریان",
    "Arman آرمان",
    "04/11/2022",
    "13/11/2022",
    "1401/8/13",
    "۱۳ آبان ۱۴۰۱",
    "44869",
    "17",
    "about 30",
    "۲۰ تا ۲۵",
    "female",
    "مرد",
    "Total",
    "Total: 3",
    "Name",
    "unknown",
    "1",
    "2",
    '"',
    "a;b",
    "=1+1",
    "\u200f",
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);
const HEADERS = fc.uniqueArray(
  fc.constantFrom(
    "id",
    "Name",
    "نام",
    "Surname",
    "name_fa",
    "Date",
    "تاریخ مرگ",
    "Year",
    "Month",
    "Day",
    "Age",
    "Born",
    "Sex",
    "City",
    "استان",
    "Father",
    "Charge",
    "Prison",
    "Remark",
    "",
  ),
  { minLength: 1, maxLength: 10 },
);

/** Every row with something in it is a record, or a note says why not. */
function checkRows(list: List, rows: readonly number[]): void {
  const known = new Set([...list.headerRows, ...list.records.map(({ row }) => row)]);
  for (const { first } of list.notes) for (const { row } of first) if (row !== null) known.add(row);
  assert.deepEqual(
    rows.filter((row) => !known.has(row)),
    [],
  );
  const ids = list.records.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { date, age, name, nameFa } of list.records) {
    if (date !== null) assert.ok(date.earliest <= date.latest && date.words !== "");
    if (age !== null) assert.ok(age.min >= 0 && age.min <= age.max && age.max <= 120);
    assert.notEqual(name, "");
    assert.notEqual(nameFa, "");
  }
}

test("every row of a CSV with something in it is a record or a note", () => {
  fc.assert(
    fc.property(
      HEADERS,
      fc.array(fc.array(CELLS, { maxLength: 11 }), { maxLength: 30 }),
      (headers, rows) => {
        const names = ["Full name", ...headers];
        const quote = (cell: string): string =>
          `"${cell.replaceAll('"', '""').replaceAll(/[\r\n\u0000]/g, " ")}"`;
        const table = [names, ...rows];
        const list = read(table.map((row) => row.map(quote).join(",")).join("\n"));
        const filled = rows.flatMap((row, at) =>
          row.some((cell) => cell.replaceAll(/[\r\n\u0000]/g, " ").trim() !== "") ? [at + 2] : [],
        );
        // The header may be a row further down, in a list of such cells.
        checkRows(list, filled);
      },
    ),
    { numRuns: 400 },
  );
});

test("every object of JSON lines is a record or a note", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.dictionary(
          fc.constantFrom("name", "id", "date", "age", "sex", "city", "x"),
          fc.oneof(CELLS, fc.jsonValue()),
        ),
        { minLength: 2, maxLength: 20 },
      ),
      (items) => {
        const text = items.map((item) => JSON.stringify(item)).join("\n");
        const list = tryRead(new TextEncoder().encode(`{"name":"Arman Delavarian"}\n${text}`));
        if (list !== null) assert.ok(list.records.length >= 1);
      },
    ),
    { numRuns: 300 },
  );
});

test("any bytes are a list or a failure that a person can act on", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
        fc.string({ maxLength: 200 }).map((text) => new TextEncoder().encode(`Name,Date\n${text}`)),
        fc.string({ maxLength: 200 }).map((xml) =>
          zipSync({
            "xl/workbook.xml": new TextEncoder().encode(
              '<workbook><sheets><sheet name="a"/></sheets></workbook>',
            ),
            "xl/worksheets/sheet1.xml": new TextEncoder().encode(
              `<sheetData><row><c t="inlineStr"><is><t>Name</t></is></c></row>${xml}`,
            ),
          }),
        ),
        fc
          .uint8Array({ maxLength: 200 })
          .map((bytes) => new Uint8Array([0x50, 0x4b, 3, 4, ...bytes])),
      ),
      (bytes) => {
        tryRead(bytes);
      },
    ),
    { numRuns: 1500 },
  );
});

function tryRead(bytes: Uint8Array): List | null {
  try {
    return read(bytes);
  } catch (error) {
    assert.ok(error instanceof Failure, String(error));
    assert.equal(error.code, "input-refused");
    return null;
  }
}

test("a workbook that unpacks to far more than it takes is refused before it does", () => {
  const bomb = zipSync({
    "xl/workbook.xml": new TextEncoder().encode(
      '<workbook><sheets><sheet name="a"/></sheets></workbook>',
    ),
    "xl/worksheets/sheet1.xml": new Uint8Array(200 * 1024 * 1024),
  });
  assert.ok(bomb.length < 1024 * 1024);
  assert.throws(() => read(bomb), /unpacks to more than a list may hold/);
});

test("long cells of marks and open quotation marks take no time", () => {
  const cell = "(/".repeat(20_000);
  read(`Name,Date,Age\n${cell},${"1/".repeat(20_000)},${"1-".repeat(20_000)}\n`);
  const open = Array.from({ length: 3000 }, (_, at) => `${at},"Arman Delavarian`).join("\n");
  const list = read(`id,name\n${open}\n`);
  assert.ok(list.records.length > 2900, `${list.records.length}`);
});
