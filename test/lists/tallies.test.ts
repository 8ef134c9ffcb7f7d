import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadSheetWords } from "../../src/flow/lists/loadSheetWords.ts";
import { loadRows } from "../../src/flow/packFiles.ts";
import { readHeader } from "../../src/lists/columns.ts";
import { parseCount } from "../../src/lists/parseCount.ts";
import { type List, readList } from "../../src/lists/readList.ts";
import { writeRow } from "../../src/lists/rowReport.ts";
import { makeTallyClaims, type TallyList } from "../../src/lists/tallyReport.ts";
import { readKind } from "../../src/lists/tallyWords.ts";
import { makeBook, notesOf } from "./lists.ts";

const words = loadSheetWords(true);
const { tallies } = words;
assert.ok(tallies !== null);

type Row = {
  readonly id: string;
  readonly field?: string;
  readonly claim?: string;
  readonly example: string;
  readonly counterExample: string;
  readonly means: object;
};
type File = Readonly<Record<"headers" | "kinds" | "bounds", readonly Row[]>>;
const files = Object.entries(loadRows(/tallies\.json$/)) as unknown as [string, File][];

test("there are words for lists that count in both languages", () => {
  assert.deepEqual(
    files.map(([file]) => file),
    ["lang/en/tallies.json", "lang/fa/tallies.json"],
  );
});

for (const [file, { headers, kinds, bounds }] of files) {
  for (const { id, field, example, counterExample } of headers)
    test(`${file} ${id}: ${example} is a header of ${field}, and ${counterExample} is none`, () => {
      assert.equal(readHeader(example, words)?.field, field);
      assert.notEqual(readHeader(counterExample, words)?.field, field);
    });
  for (const { id, claim, example, counterExample } of kinds)
    test(`${file} ${id}: ${example} counts ${claim}, and ${counterExample} does not`, () => {
      assert.equal(readKind(example, tallies), claim);
      assert.equal(readHeader(example, words)?.count?.kind, claim);
      assert.notEqual(readKind(counterExample, tallies), claim);
      assert.notEqual(readHeader(counterExample, words)?.count?.kind, claim);
    });
  for (const { id, example, means } of bounds)
    test(`${file} ${id}: ${example} is a number`, () => {
      const plain = { min: null, max: null, minExclusive: false, maxExclusive: false };
      const { qualifier: _words, ...count } = parseCount(example, tallies) ?? { qualifier: null };
      assert.deepEqual(count, { ...plain, approximate: false, ...means });
    });
}

const NUMBERS: readonly (readonly [cell: string, interval: string])[] = [
  ["1,200", "1200..1200"],
  ["1 200", "1200..1200"],
  ["۱٬۲۰۰", "1200..1200"],
  ["12.0", "12..12"],
  ["12–15", "12..15"],
  ["12 - 15", "12..15"],
  ["12+", "12.."],
  ["> 12", "(12.."],
  ["<12", "..12)"],
  ["~20", "≈20..20"],
  ["about 20 people", "≈20..20"],
  ["۵ تا ۹", "5..9"],
  ["حدود ۲۰ نفر", "≈20..20"],
  ["dozens", "?"],
  ["1.200", "?"],
  ["-5", "?"],
  ["15–12", "?"],
  ["12 (5 women)", "?"],
  ["12, 15 and 20", "?"],
  ["2025-03-04", "?"],
  ["12 houses", "?"],
  ["to 5", "?"],
  ["", "?"],
];
for (const [cell, interval] of NUMBERS)
  test(`“${cell}” is ${interval}`, () => {
    const count = parseCount(cell, tallies);
    const shown =
      count === null
        ? "?"
        : `${count.approximate ? "≈" : ""}${count.minExclusive ? "(" : ""}${count.min ?? ""}..${count.max ?? ""}${count.maxExclusive ? ")" : ""}`;
    assert.equal(shown, interval);
  });

function read(
  text: string | Uint8Array,
  choices: Parameters<typeof readList>[2]["choices"] = [],
): List {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readList(bytes, words, {
    choices,
    order: null,
    sheet: null,
    today: "2026-11-21",
    keepsCells: true,
  });
}

/** The claims of a list: kind, number, days, source, words. */
function claimsOf(list: List, kind: TallyList): readonly string[] {
  return list.records.flatMap((record, at) => {
    const tally = list.tallies[at];
    assert.equal(tally?.id, record.id);
    const cells = list.cells.find(({ row }) => row === record.row)?.cells ?? [];
    const written = writeRow(list.columns, cells);
    const claims = makeTallyClaims(record, tally, list.columns, written, kind, {
      id: record.id,
      path: null,
      sha256: "",
      title: null,
      publisher: null,
      published: null,
      language: null,
    });
    for (const { span, quantity } of claims) {
      assert.equal(written.text.slice(span.start, span.end), span.quote);
      if (quantity === null) continue;
      const { start, end, quote } = quantity.span;
      assert.equal(written.text.slice(start, end), quote);
    }
    return claims.map(
      ({ kind: what, quantity, period, attribution, places }) =>
        `${record.id} ${what} ${quantity === null ? "?" : `${quantity.min ?? ""}..${quantity.max ?? ""}`} ${period?.earliest ?? ""}/${period?.latest ?? ""} ${period?.mode ?? ""} ${places.map(({ words: place }) => place).join()} ${attribution.map(({ words: source }) => source).join()}`,
    );
  });
}

const INCIDENTS = `Monthly incidents of the Lantern Monitor,,,,,,
No.,Date,City,Killed,Injured (min),Injured (max),Arrested,Reported by
1,3 March 2025,Shiraz,2,5,9,about 20,Lantern Monitor
2,March 2025,Arak,0,,3,-,local students
3,1403/12/15,Ahvaz,≥ 4,,,dozens,state TV
Total,,,6,5,12,20,
`;

test("each number of an incident is a claim of its own, with its source", () => {
  const list = read(INCIDENTS);
  assert.deepEqual(claimsOf(list, "incidents"), [
    "1 killing 2..2 2025-03-03/2025-03-03 all Shiraz Lantern Monitor",
    "1 injury 5..9 2025-03-03/2025-03-03 all Shiraz Lantern Monitor",
    "1 arrest 20..20 2025-03-03/2025-03-03 all Shiraz Lantern Monitor",
    "2 injury ..3 2025-03-01/2025-03-31 some Arak local students",
    "3 killing 4.. 2025-03-05/2025-03-05 all Ahvaz state TV",
    "3 arrest ? 2025-03-05/2025-03-05 all Ahvaz state TV",
  ]);
  assert.deepEqual(notesOf(list), [
    "list-number-unread@5",
    "list-row-above-header@1",
    "list-row-footer@6",
  ]);
});

test("a figure is of all the days of its window, with the words that qualify it", () => {
  const list = read(`org;what;period_start;period_end;qualifier;number
Lantern Monitor;executions;2024-01-01;2024-12-31;at least;580
State Gazette;executions: announced;2024-01-01;2024-12-31;exact;294
Lantern Monitor;death sentences;2024-01-01;;more than;120
Paper Boat;arrests;2025-04-01;2025-03-31;hardly;2000
Paper Boat;arrests;2025-04-01;2025-04-30;;0
`);
  assert.deepEqual(claimsOf(list, "figures"), [
    "row-2 execution 580.. 2024-01-01/2024-12-31 all  Lantern Monitor",
    "row-4 death-sentence 120.. 2024-01-01/ all  Lantern Monitor",
    "row-5 arrest ? / all  Paper Boat".replace(" all", " "),
  ]);
  assert.deepEqual(notesOf(list), [
    "list-kind-unread@3",
    "list-number-unread@5",
    "list-window-order@5",
  ]);
});

test("below Month a year may stand too; a month without any is no time, and a note says so", () => {
  assert.deepEqual(
    claimsOf(read("Month,Hanged\n2026-01,74\nFebruary 2025,61\nدی ۱۴۰۳,12\n"), "figures"),
    [
      "row-2 execution 74..74 2026-01-01/2026-01-31 all  ",
      "row-3 execution 61..61 2025-02-01/2025-02-28 all  ",
      "row-4 execution 12..12 2024-12-21/2025-01-19 all  ",
    ],
  );
  const list = read("Month,Hanged\nJanuary,74\nMay,8\n");
  assert.deepEqual(claimsOf(list, "figures"), [
    "row-2 execution 74..74 /   ",
    "row-3 execution 8..8 /   ",
  ]);
  assert.deepEqual(notesOf(list), ["list-date-unread@2", "list-date-unread@3"]);
});

test("a workbook with two header rows, Persian words and years alone", () => {
  const book = makeBook({
    Sheet: {
      rows: [
        ["سال", "تلفات", null, "منبع"],
        [null, "کشته‌شدگان", "مجروحان", null],
        [1402, 12, "حدود ۴۰ نفر", "دیدبان فانوس"],
        [1403, "نامشخص", 7, "صداوسیما"],
      ],
      merges: ["B1:C1"],
    },
  });
  assert.deepEqual(claimsOf(read(book), "figures"), [
    "row-3 killing 12..12 2023-03-21/2024-03-19 all  دیدبان فانوس",
    "row-3 injury 40..40 2023-03-21/2024-03-19 all  دیدبان فانوس",
    "row-4 injury 7..7 2024-03-20/2025-03-20 all  صداوسیما",
  ]);
});

test("what a person says of a column goes before its header", () => {
  const text = "Year,Number,Women hanged\n2024,580,17\n";
  assert.deepEqual(claimsOf(read(text), "figures"), []);
  const count = { kind: "execution", end: null } as const;
  const list = read(text, [{ field: "count", count, column: "Number" }]);
  assert.deepEqual(claimsOf(list, "figures"), [
    "row-2 execution 580..580 2024-01-01/2024-12-31 all  ",
  ]);
});

test("a kind in its own column is counted once beside a column that counts it", () => {
  const text =
    "Date,Event,Number,Killed\n2025-03-03,Protest,200,3\n2025-03-04,Killing,9,4\n2025-03-05,Strike,,\n";
  assert.deepEqual(
    claimsOf(read(text), "incidents").map((claim) => claim.split(" ").slice(1, 3).join(" ")),
    ["protest 200..200", "killing 3..3", "killing 4..4", "strike ?"],
  );
});

test("law: however a number is written, it is that number or none", () => {
  const ways: readonly ((number: number) => string)[] = [
    String,
    (number) => number.toLocaleString("en-US"),
    (number) => number.toLocaleString("fa-IR"),
    (number) => `${number}.0`,
    (number) => ` ${number} people`,
  ];
  fc.assert(
    fc.property(fc.nat(2_000_000), fc.constantFrom(...ways), (number, way) => {
      const count = parseCount(way(number), tallies);
      assert.equal(count?.min, number);
      assert.equal(count?.max, number);
    }),
  );
});

test("law: no cell makes reading throw, and no claim says what its row does not", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom("12", "~3", "killed", "2024", "-", "۱۴۰۳/۱/۲"),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell, cell)), (rows) => {
      const lines = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","));
      claimsOf(read(["Date,Event,Number,Arrested", ...lines].join("\n")), "incidents");
    }),
  );
});
