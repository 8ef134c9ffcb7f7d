import assert from "node:assert/strict";
import { test } from "node:test";
import iconv from "iconv-lite";
import { loadSheetWords } from "../../src/flow/lists/loadSheetWords.ts";
import { readList } from "../../src/lists/readList.ts";
import { fieldsOf, makeBook, notesOf, read } from "./lists.ts";

const LINES = ["id,name,date", "7,Arman Delavarian,2022-11-04", "8,Bahareh Sangari,2022-11-05"];

for (const [what, text] of [
  ["commas", LINES.join("\n")],
  ["semicolons", LINES.join("\n").replaceAll(",", ";")],
  ["tabs", LINES.join("\n").replaceAll(",", "\t")],
  ["strokes", LINES.join("\n").replaceAll(",", "|")],
  ["line ends of Windows", LINES.join("\r\n")],
  ["line ends of old Macs", LINES.join("\r")],
  ["sep= above it", `sep=;\n${LINES.join("\n").replaceAll(",", ";")}`],
  ["a byte order mark", `\uFEFF${LINES.join("\n")}`],
  [
    "JSON lines",
    '{"id":7,"name":"Arman Delavarian","date":"2022-11-04"}\n{"id":8,"name":"Bahareh Sangari","date":"2022-11-05"}',
  ],
  [
    "an array",
    '[{"id":7,"name":"Arman Delavarian","date":"2022-11-04"},{"id":"8","name":"Bahareh Sangari","date":"2022-11-05"}]',
  ],
  [
    "an array in an object",
    '{"count":2,"people":[{"id":7,"name":"Arman Delavarian","date":"2022-11-04"},{"id":"8","name":"Bahareh Sangari","date":"2022-11-05"}]}',
  ],
] as const) {
  test(`readList() reads a list with ${what}`, () => {
    const { records, notes } = read(text);
    assert.deepEqual(
      records.map(({ id, name, date }) => [id, name, date?.earliest]),
      [
        ["7", "Arman Delavarian", "2022-11-04"],
        ["8", "Bahareh Sangari", "2022-11-05"],
      ],
    );
    assert.deepEqual(notes, []);
  });
}

const PERSIAN =
  "ردیف,نام و نام خانوادگی,نام پدر,سن,جنسیت,تاریخ کشته‌شدن,شهر\n۱,آرمان دلاوریان,کاوه,۱۷ ساله,مرد,۱۳ آبان ۱۴۰۱,تهران\n";
for (const [charset, bytes] of [
  ["UTF-8", new TextEncoder().encode(PERSIAN)],
  ["UTF-16", iconv.encode(PERSIAN, "utf16", { addBOM: true })],
  ["UTF-16 without a mark", iconv.encode(PERSIAN, "utf16le", { addBOM: false })],
  // Keyboards of that time had Arabic letters and Latin digits.
  [
    "windows-1256",
    iconv.encode(
      PERSIAN.replaceAll("ی", "ي")
        .replaceAll("ک", "ك")
        .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)),
      "windows-1256",
    ),
  ],
] as const) {
  test(`readList() reads a Persian list in ${charset}`, () => {
    const [record] = read(new Uint8Array(bytes)).records;
    assert.equal(record?.name, null);
    assert.match(record?.nameFa ?? "", /^آرمان دلاور[یي]ان$/);
    assert.match(record?.father ?? "", /^[کك]اوه$/);
    assert.deepEqual(record?.age, { min: 17, max: 17 });
    assert.equal(record?.sex, "male");
    assert.deepEqual([record?.date?.earliest, record?.date?.calendar], ["2022-11-04", "jalali"]);
  });
}

test("readList() finds a header of two rows below titles, and a total below the list", () => {
  const list = read(
    [
      "People killed in the autumn;;;;;",
      "Compiled by volunteers;;;;;",
      ";;;;;",
      "Name;;Date;;Place;",
      "First;Family;Jalali;Gregorian;City;Province",
      "Arman;Delavarian;1401/8/13;04/11/2022;Tehran;Tehran",
      ";;;;;",
      "Mahdokht;Rostamkhani;;13/11/2022;;",
      "Total: 2;;;;;",
    ].join("\n"),
  );
  assert.deepEqual(
    list.records.map(({ row, name, date, city }) => [row, name, date?.earliest ?? null, city]),
    [
      [6, "Arman Delavarian", "2022-11-04", "Tehran"],
      [8, "Mahdokht Rostamkhani", "2022-11-13", null],
    ],
  );
  assert.deepEqual(notesOf(list), [
    "list-date-order-inferred",
    "list-row-above-header@1",
    "list-row-above-header@2",
    "list-row-footer@9",
  ]);
});

test("readList() takes a header of first and last names in two languages", () => {
  const list = read("First name,Surname,Age\nنام,نام خانوادگی,سن\nArman,Delavarian,17\n");
  assert.deepEqual(
    list.records.map(({ name, age }) => [name, age?.min]),
    [["Arman Delavarian", 17]],
  );
});

test("readList() ends what stands over several columns where a column is of something else", () => {
  const list = read(
    ",Person,,Date,\nNo.,Name,Age,Gregorian,City\n1,Arman Delavarian,17,2022-11-03,Tehran\n2,Bahareh Sangari,20,2022-11-04,Karaj\n",
  );
  assert.deepEqual(
    list.records.map(({ name, city }) => [name, city]),
    [
      ["Arman Delavarian", "Tehran"],
      ["Bahareh Sangari", "Karaj"],
    ],
  );
  const born = read("Name,Birth,\n,Date,City\nArman Delavarian,1990,Tehran\n");
  assert.deepEqual(
    born.records.map(({ city }) => city),
    [null],
  );
});

test("readList() takes no first record for the second row of a header", () => {
  const list = read("Name,ID,Remark,Seen in\nArman Delavarian,7,Prison,City\n,8,Prison,Province\n");
  assert.deepEqual(
    list.records.map(({ name }) => name),
    ["Arman Delavarian"],
  );
});

test("readList() takes a header in two languages, and one that stands again", () => {
  const list = read(
    "Name,City\nنام,شهر\nArman Delavarian,Tehran\nName,City\nBahareh Sangari,Karaj\n",
  );
  assert.deepEqual(
    list.records.map(({ name }) => name),
    ["Arman Delavarian", "Bahareh Sangari"],
  );
  assert.deepEqual(notesOf(list), ["list-header-repeated@2", "list-header-repeated@4"]);
});

test("readList() reads a second table of the sheet by its own header", () => {
  const list = read("Name,City\nArman Delavarian,Tehran\n\nCity,Name\nKaraj,Bahareh Sangari\n");
  assert.deepEqual(
    list.records.map(({ name, city }) => [name, city]),
    [
      ["Arman Delavarian", "Tehran"],
      ["Bahareh Sangari", "Karaj"],
    ],
  );
  assert.ok(notesOf(list).includes("list-header-changed@4"));
});

/** Header → field; null where it must not be taken for one. */
const HEADERS: readonly (readonly [string, string | null])[] = [
  ["Victim's name", "name"],
  ["Name / نام", "name"],
  ["Name\nنام", "name"],
  ["Name نام", "name"],
  ["FULL_NAME", "name"],
  ["Date of Death (Gregorian)", "date"],
  ["Death date (approx.)", "date"],
  ["Age (years)", "age"],
  ["Father’s Name", "father"],
  ["تاریخ کشته شدن (شمسی)", "date"],
  ["Date of arrest", null],
  ["Date of report", null],
  ["Place of birth", null],
  ["تاریخ بازداشت", null],
  ["محل تولد", null],
  ["Lawyer's name", null],
  ["Notes", null],
  ["City of execution", "city"],
  ["Execution city", "city"],
  ["Town where hanged", null],
  ["Province of death", "province"],
  ["Date of hanging", "date"],
  ["محل اجرا (شهر)", "city"],
  ["شهر محل اعدام", "city"],
  ["استان محل کشته شدن", "province"],
  ["تاریخ اجرا", "date"],
  ["تاریخ وقوع قتل", null],
  ["City of killing", null],
  ["Place of burial", null],
  ["City of birth", null],
  ["City of residence", null],
  ["Date of death sentence", null],
  ["Place of murder", null],
  ["Cause of death", null],
  ["محل زندگی", null],
  ["محل دفن", null],
  ["شهر محل تولد", null],
  ["تاریخ حکم اعدام", null],
];
for (const [header, field] of HEADERS)
  test(`a column under ${JSON.stringify(header)} holds ${field ?? "nothing that is read"}`, () => {
    const text = header.includes("\n") ? `"${header}"` : header;
    const list = read(`Name,${text}\nArman Delavarian,x\n`);
    assert.equal(list.columns[1]?.field ?? null, field);
  });

test("readList() reads a Persian header of two rows with merged cells by both, and tells its columns where one stands again", () => {
  const list = read(
    makeBook({
      Sheet: {
        rows: [
          ["گزارش کمیته"],
          ["ردیف", "مشخصات", null, null, "اجرا", null, "ملاحظات"],
          [null, "نام", "نام خانوادگی", "نام پدر", "تاریخ", "استان / شهر"],
          ["۱", "آرمان", "دلاوریان", "اسکندر", "۲۰ آبان ۱۴۰۵", "مشهد", "سیاسی"],
          ["ردیف", "مشخصات", null, null, "اجرا", null, "ملاحظات"],
          [null, "نام", "نام خانوادگی", "نام پدر", "تاریخ", "استان / شهر"],
          ["۲", "ژیلا", "نیک‌روش", "رضا", "27/07/1405", "کرج"],
          [null, "ردیف", "نام", "نام خانوادگی"],
        ],
        merges: ["B2:D2", "E2:F2"],
      },
    }),
  );
  assert.deepEqual(
    list.columns.map(({ field }) => field),
    ["id", "first_name_fa", "last_name_fa", "father", "date", "city", null],
  );
  assert.deepEqual(
    list.records.map(({ id, nameFa, city, date }) => [id, nameFa, city, date?.earliest]),
    [
      ["۱", "آرمان دلاوریان", "مشهد", "2026-11-11"],
      ["۲", "ژیلا نیک‌روش", "کرج", "2026-10-19"],
    ],
  );
  assert.equal(list.columns[1]?.filled, 2);
  assert.ok(!notesOf(list).some((note) => note.startsWith("list-row-long")));
});

test("where an arrest stands over a date it is no date of what the list is of", () => {
  const list = read("Name,Arrest,,Execution,\n,Date,City,Date,City\nA B,2020,Arak,2022,Karaj\n");
  assert.deepEqual(
    list.columns.map(({ field }) => field),
    ["name", null, null, "date", "city"],
  );
});

test("readList() lists columns that it does not understand", () => {
  const list = read("Name,Lawyer\nArman Delavarian,Kaveh Tavanpur\n");
  assert.deepEqual(fieldsOf(list), { Name: "name", Lawyer: null });
  assert.deepEqual(notesOf(list), ["list-column-unused"]);
});

test("readList() takes columns as they are named by header, number or letter", () => {
  const text = "Who exactly,Vanished\nArman Delavarian,2022-11-04\n";
  for (const column of ["who exactly", "1", "A"]) {
    const list = read(text, {
      choices: [
        { field: "name", column },
        { field: "date", column: "Vanished" },
      ],
    });
    assert.deepEqual(
      list.records.map(({ row, name, date }) => [row, name, date?.earliest ?? null]),
      [[2, "Arman Delavarian", "2022-11-04"]],
    );
    assert.deepEqual(notesOf(list), []);
  }
});

test("a first row of unknown words is a header where columns are named by number", () => {
  const list = read("Who exactly,Vanished\nArman Delavarian,2022-11-04\n", {
    choices: [{ field: "name", column: "1" }],
  });
  assert.deepEqual(
    list.records.map(({ row, name }) => [row, name]),
    [[2, "Arman Delavarian"]],
  );
  assert.deepEqual(notesOf(list), ["list-column-unused", "list-header-guessed@1"]);
});

test("readList() reads a table without a header when its columns are named by number", () => {
  const list = read("1,Arman Delavarian,2022-11-04\n2,Bahareh Sangari,2022-11-05\n", {
    choices: [
      { field: "name", column: "2" },
      { field: "date", column: "C" },
    ],
  });
  assert.deepEqual(
    list.records.map(({ id, name, date }) => [id, name, date?.earliest]),
    [
      ["row-1", "Arman Delavarian", "2022-11-04"],
      ["row-2", "Bahareh Sangari", "2022-11-05"],
    ],
  );
});

test("text that is called a workbook is refused as none", () => {
  const text = "Name,Age\nArman Delavarian,30\n";
  assert.throws(() => read(text, { isCalledWorkbook: true }), {
    code: "input-refused",
    message: /no workbook/,
  });
  assert.equal(read(text).records.length, 1);
});

test("a table in which no column is known to hold names is refused with its columns", () => {
  assert.throws(() => read("1,Arman Delavarian\n"), /row 1 has columns A, B.*--map/);
  assert.throws(() => read("City,Age\nTehran,17\n"), /No column is known to hold names/);
  assert.throws(() => read(" \n\n"), /The list is empty/);
});

/** Headers that no pack knows. */
const ODD = ["Whom", "Years", "Spot"];
const ROWS = [
  ["Arman Delavarian", "31", "Shiraz"],
  ["Bahareh Sangari", "40", "Arak"],
];

test("a title above a header that no pack knows is no header, and no person", () => {
  const rows = [["Our list of the summer"], ODD, ...ROWS];
  const book = (table: readonly (readonly string[])[]) => makeBook({ Totals: { rows: table } });
  assert.throws(() => read(book(rows)), /row 2 of the sheet Totals has columns A, B, C.*--map/);
  const choices = [
    { field: "name", column: "A" },
    { field: "age", column: "B" },
  ] as const;
  const csv = (table: readonly (readonly string[])[]) =>
    table.map((row) => row.join(",")).join("\n");
  for (const above of [[], [["Our list of the summer"]], [["Our list"], ["Second line"]]]) {
    const table = [...above, ODD, ...ROWS];
    for (const list of [read(csv(table), { choices }), read(book(table), { choices })]) {
      assert.deepEqual(
        list.records.map(({ name }) => name),
        ["Arman Delavarian", "Bahareh Sangari"],
      );
      assert.deepEqual(list.headerRows, [above.length + 1]);
    }
  }
  // Above rows of values nothing tells a title from a row: it is taken for a header, and that is said.
  const above = read(csv([["Kiarash Poladkar"], ...ROWS]), { choices });
  assert.ok(notesOf(above).includes("list-header-guessed@1"));
});

for (const [what, bytes, message] of [
  ["an empty file", [], /empty/],
  ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1], /save it as \.xlsx/],
  ["a page", [...Buffer.from("<html><table><tr><td>Name</td></tr></table>")], /web page or markup/],
  ["a PDF", [...Buffer.from("%PDF-1.7")], /is a PDF/],
  ["a damaged workbook", [0x50, 0x4b, 3, 4, 0, 0], /damaged|no sheets/],
  ["bytes", [1, 0, 2, 0, 0, 0, 3, 4, 200], /is no list/],
] as const)
  test(`readList() refuses ${what} and says what to do`, () => {
    assert.throws(() => read(new Uint8Array(bytes)), { code: "input-refused", message });
  });

test("ids stay as written; missing ones are rows, repeated ones are told apart", () => {
  const list = read(
    "ID,Name\n007,Arman Delavarian\n,Bahareh Sangari\n7,Zhila Nikravesh\n7,Yashar Kuhyar\n7,Parsa Kuhyar\n",
  );
  assert.deepEqual(
    list.records.map(({ id }) => id),
    ["007", "row-3", "7", "7#5", "7#6"],
  );
  assert.deepEqual(notesOf(list), [
    "list-id-missing@3",
    "list-id-repeated@5",
    "list-id-repeated@6",
  ]);
});

test("numbers that count the rows are no part of names", () => {
  const { records } = read("Name\n1. Arman Delavarian\n۲) بهاره سنگری\nPrisoner 12\n");
  assert.deepEqual(
    records.map(({ name, nameFa }) => name ?? nameFa),
    ["Arman Delavarian", "بهاره سنگری", "Prisoner 12"],
  );
});

test("names go where their script belongs", () => {
  const list = read(
    "Name,Name (Persian)\nآرمان دلاوریان,\nBahareh Sangari,بهاره سنگری\nMahdokht (ماه‌دخت),\nArman آرمان Delavarian,\nГалина Öztürk,\nunidentified,ناشناس\n",
  );
  assert.deepEqual(
    list.records.map(({ name, nameFa }) => [name, nameFa]),
    [
      [null, "آرمان دلاوریان"],
      ["Bahareh Sangari", "بهاره سنگری"],
      ["Mahdokht", "ماه‌دخت"],
      ["Arman آرمان Delavarian", null],
      ["Галина Öztürk", null],
    ],
  );
  assert.deepEqual(notesOf(list), ["list-name-scripts@5", "list-row-unread@7"]);
});

test("first and last names in two columns are joined, in each script", () => {
  const list = read("Name,Surname,نام,نام خانوادگی\nArman,Delavarian,آرمان,دلاوریان\n");
  assert.deepEqual(
    [list.records[0]?.name, list.records[0]?.nameFa],
    ["Arman Delavarian", "آرمان دلاوریان"],
  );
});

test("a row without a name is kept with a note; a row with nothing that is read is a note", () => {
  const list = read("Name,City,Remark\n-,Tehran,x\n?,n/a,seen in the street\n");
  assert.deepEqual(
    list.records.map(({ name, city }) => [name, city]),
    [[null, "Tehran"]],
  );
  assert.deepEqual(notesOf(list), [
    "list-column-unused",
    "list-row-nameless@2",
    "list-row-unread@3",
  ]);
});

test("the order of day and month is taken from dates that leave no choice, else from nobody", () => {
  const days = (text: string, order: "dmy" | "mdy" | null = null) => {
    const list = read(
      `Name,Date\n${text
        .split(" ")
        .map((date, at) => `N ${at},${date}`)
        .join("\n")}`,
      { order },
    );
    return [list.records.map(({ date }) => date?.earliest ?? null), notesOf(list)];
  };
  assert.deepEqual(days("04/11/2022 13/11/2022"), [
    ["2022-11-04", "2022-11-13"],
    ["list-date-order-inferred"],
  ]);
  assert.deepEqual(days("04/11/2022 11/13/2022"), [
    ["2022-04-11", "2022-11-13"],
    ["list-date-order-inferred"],
  ]);
  assert.deepEqual(days("04/11/2022 05/05/2022"), [[null, "2022-05-05"], ["list-date-order@2"]]);
  assert.deepEqual(days("04/11/2022 13/11/2022 11/13/2022"), [
    [null, "2022-11-13", "2022-11-13"],
    ["list-date-order-mixed@2"],
  ]);
  assert.deepEqual(days("04/11/2022", "mdy"), [["2022-04-11"], []]);
});

test("a year of two digits is read where a person or the header says the order", () => {
  const days = (header: string, order: "dmy" | "mdy" | null) =>
    read(`Name,${header}\nA B,3/4/21\nC D,17/4/21\n`, { order }).records.map(
      ({ date }) => date?.earliest ?? null,
    );
  assert.deepEqual(days("Date", null), [null, null]);
  assert.deepEqual(days("Date", "dmy"), ["2021-04-03", "2021-04-17"]);
  assert.deepEqual(days("Date (d/m/y)", null), ["2021-04-03", "2021-04-17"]);
  assert.deepEqual(days("Date (MM/DD/YY)", null), ["2021-03-04", null]);
});

test("a person of whom only the sex is told has no name, and footnotes are no words", () => {
  const { records } = read(
    "Name,Date\nUnnamed boy,2022\nunknown 2,2022\nPedram Azarnoush [a],2022-11-04[12]\n",
  );
  assert.deepEqual(
    records.map(({ name, date }) => [name, date?.words]),
    [
      [null, "2022"],
      [null, "2022"],
      ["Pedram Azarnoush", "2022-11-04"],
    ],
  );
});

test("dates in the future and ages ago are no dates", () => {
  const list = read("Name,Date\nA B,2031-01-01\nC D,1700\nE F,2026-11-22\n");
  assert.deepEqual(
    list.records.map(({ date }) => date?.earliest ?? null),
    [null, null, "2026-11-22"],
  );
  assert.deepEqual(notesOf(list), ["list-date-impossible@2", "list-date-impossible@3"]);
});

test("where many dates lie in the future the clock is doubted, and they are kept", () => {
  const rows = Array.from(
    { length: 20 },
    (_, at) => `Nima ${"abcdefghijklmnopqrst"[at]},2027-01-${10 + at}`,
  );
  const list = read(`Name,Date\n${rows.join("\n")}`);
  assert.ok(list.records.every(({ date }) => date?.earliest.startsWith("2027-01-")));
  assert.deepEqual(notesOf(list), ["list-clock-doubted"]);
});

test("a date of death goes before the date of the event, and that before any other", () => {
  const list = read(
    "Name,Date,Incident date,Date of death\nA B,2022-01-01,2022-01-02,2022-01-03\nC D,2022-01-01,2022-01-02,\nE F,2022-01-01,,\n",
  );
  assert.deepEqual(
    list.records.map(({ date }) => date?.earliest),
    ["2022-01-03", "2022-01-02", "2022-01-01"],
  );
});

test("two dates in two calendars must be one day", () => {
  const list = read(
    "Name,Date (Jalali),Date (Gregorian)\nA B,1401/8/13,2022-11-04\nC D,1401/8/13,2022-12-04\nE F,,2022-12-05\n",
  );
  assert.deepEqual(
    list.records.map(({ date }) => date?.earliest ?? null),
    ["2022-11-04", null, "2022-12-05"],
  );
  assert.deepEqual(notesOf(list), ["list-date-conflict@3"]);
});

test("year, month and day may stand in columns of their own", () => {
  const list = read(
    "Name,Year,Month,Day\nA B,1401,8,13\nC D,1401,آبان,۱۳\nE F,2022,November,\nG H,2022,,\n",
  );
  assert.deepEqual(
    list.records.map(({ date }) => [date?.earliest, date?.latest]),
    [
      ["2022-11-04", "2022-11-04"],
      ["2022-11-04", "2022-11-04"],
      ["2022-11-01", "2022-11-30"],
      ["2022-01-01", "2022-12-31"],
    ],
  );
});

test("a birth gives an age where the date is known; an age that is written stays", () => {
  const list = read(
    "Name,Year of birth,Age,Date\nA B,1375,,1401/8/13\nC D,2000-11-05,,2022-11-04\nE F,1375,,\nG H,1375,40,1401/8/13\nI J,2024,,2022-11-04\n",
  );
  assert.deepEqual(
    list.records.map(({ age }) => (age === null ? null : [age.min, age.max])),
    [[25, 26], [21, 21], null, [40, 40], null],
  );
  assert.deepEqual(notesOf(list), [
    "list-age-conflict@5",
    "list-age-impossible@6",
    "list-birth-alone@4",
  ]);
});

test("words for a sex are read in both languages, and nothing else is", () => {
  const list = read("Name,Sex\nA B,F\nC D,مرد\nE F,Woman\nG H,unknown\nI J,both\n");
  assert.deepEqual(
    list.records.map(({ sex }) => sex),
    ["female", "male", "female", null, null],
  );
  assert.deepEqual(notesOf(list), ["list-sex-unread@6"]);
});

test("a quotation mark that is not closed takes no rows with it", () => {
  const open = read('id,name,city\n1,"Zhila Nikravesh,Tehran\n2,Yashar Kuhyar,Shiraz\n');
  assert.deepEqual(
    open.records.map(({ name, city }) => [name, city]),
    [
      ["Zhila Nikravesh", "Tehran"],
      ["Yashar Kuhyar", "Shiraz"],
    ],
  );
  assert.deepEqual(notesOf(open), ["list-quote-open@2"]);
  const closedBelow = read(
    'id,name,city\n1,"Zhila Nikravesh,Tehran\n2,Yashar Kuhyar,Shiraz\n3,"Parsa, Kuhyar",Tabriz\n',
  );
  assert.deepEqual(
    closedBelow.records.map(({ name }) => name),
    ["Zhila Nikravesh", "Yashar Kuhyar", "Parsa, Kuhyar"],
  );
  const lines = read('name,city\n"Zhila\nNikravesh","Tehran ""centre"""\nYashar Kuhyar,Shiraz\n');
  assert.deepEqual(
    lines.records.map(({ row, name, city }) => [row, name, city]),
    [
      [2, "Zhila Nikravesh", 'Tehran "centre"'],
      [3, "Yashar Kuhyar", "Shiraz"],
    ],
  );
});

test("cells beyond the header and lines that are no JSON are noted", () => {
  assert.deepEqual(notesOf(read("Name,City\nA B,Tehran,1401\n")), ["list-row-long@2"]);
  const list = read('{"name":"A B"}\nnot json\n[1]\n{"name":"C D","later":"x"}\n');
  assert.deepEqual(
    list.records.map(({ row, name }) => [row, name]),
    [
      [1, "A B"],
      [4, "C D"],
    ],
  );
  assert.deepEqual(notesOf(list), [
    "list-column-unused",
    "list-line-unread@2",
    "list-line-unread@3",
  ]);
});

test("a name below the title of a group is a first name beside a surname", () => {
  const list = read("Person,,Killed,\nName,Surname,Date,Place\nArman,Delavarian,2022-11-04,Arak\n");
  assert.deepEqual(
    list.records.map(({ name, date, city }) => [name, date?.earliest, city]),
    [["Arman Delavarian", "2022-11-04", "Arak"]],
  );
});

test("keys inside keys of JSON are columns", () => {
  const [deep] = read(
    '{"case":{"id":"K-1","victim":{"first_name":"Arman","last_name":"Delavarian"}},"death":{"date":"2022-11-04"},"birth":{"city":"Arak"}}',
  ).records;
  assert.deepEqual(
    [deep?.id, deep?.name, deep?.date?.earliest, deep?.city],
    ["K-1", "Arman Delavarian", "2022-11-04", null],
  );
  const [record] = read(
    '[{"name":{"en":"Arman Delavarian","fa":"آرمان دلاوریان"},"age":{"min":20,"max":25}}]',
  ).records;
  assert.deepEqual(
    [record?.name, record?.nameFa, record?.age],
    ["Arman Delavarian", "آرمان دلاوریان", { min: 20, max: 25 }],
  );
});

test("a workbook: dates of its own, merged cells, titles of parts, other sheets", () => {
  const bytes = makeBook({
    Contents: { rows: [["What is in here"]] },
    People: {
      rows: [
        ["People killed", null, null, null],
        ["No.", "Name", "Date", "City"],
        ["North", null, null, null],
        [1, "Arman Delavarian", { date: 44869 }, "Tehran"],
        [2, "Bahareh & Sangari", { date: 44870.75 }, null],
        [
          3,
          { xml: '<c t="inlineStr"><is><t>Zhila Nikravesh</t></is></c>' },
          { xml: '<c t="e"><v>#REF!</v></c>' },
          "Karaj",
        ],
        [
          { xml: "<c><v>4.0</v></c>" },
          { xml: '<c t="str"><v>Parsa_x0020_Kuhyar</v></c>' },
          "13 آبان ۱۴۰۱",
          null,
        ],
      ],
      merges: ["A1:D1", "A3:D3", "D4:D5"],
    },
    Hidden: { rows: [["Name"], ["Nobody"]], state: "hidden" },
  });
  const list = read(bytes);
  assert.equal(list.sheet, "People");
  assert.deepEqual(
    list.records.map(({ id, row, name, date, city }) => [
      id,
      row,
      name,
      date?.earliest ?? null,
      city,
    ]),
    [
      ["1", 4, "Arman Delavarian", "2022-11-04", "Tehran"],
      ["2", 5, "Bahareh & Sangari", "2022-11-05", "Tehran"],
      ["3", 6, "Zhila Nikravesh", null, "Karaj"],
      ["4", 7, "Parsa Kuhyar", "2022-11-04", null],
    ],
  );
  assert.deepEqual(notesOf(list), [
    "list-cell-error@6",
    "list-merged@5",
    "list-other-sheets",
    "list-row-above-header@1",
    "list-row-title@3",
  ]);
  assert.equal(read(bytes, { sheet: "Hidden" }).records[0]?.name, "Nobody");
  assert.throws(
    () => read(bytes, { sheet: "Persons" }),
    /no such sheet; it has Contents, People, Hidden/,
  );
});

test("a workbook may count its days from 1904", () => {
  const rows = [
    ["Name", "Date"],
    ["Arman Delavarian", { date: 44869 - 1462 }],
  ] as const;
  const [record] = read(makeBook({ A: { rows } }, { is1904: true })).records;
  assert.equal(record?.date?.earliest, "2022-11-04");
});

test("dates of the spreadsheet beside text with strokes are a doubt about the column", () => {
  const rows = [
    ["Name", "Date"],
    ["A B", { date: 44869 }],
    ["C D", "13/11/2022"],
  ] as const;
  assert.deepEqual(notesOf(read(makeBook({ A: { rows } }))), ["list-date-mixed"]);
});

test("readList() takes a row of totals for nobody, also with a running number and a count", () => {
  const list = read(
    [
      "no,name,date,city,number",
      "1,Arman Delavarian,2022-11-04,Karaj,1",
      "2,Bahareh Sangari,2022-11-05,Karaj,1",
      "3,Total 2,,Karaj,2",
      "4,جمع کل,,,2",
      "5,Total executions,,,2",
    ].join("\n"),
  );
  assert.deepEqual(
    list.records.map(({ name }) => name),
    ["Arman Delavarian", "Bahareh Sangari"],
  );
  assert.equal(notesOf(list).filter((note) => note.startsWith("list-row-footer")).length, 3);
});

test("readList() takes no row of values for a header, though one of them is a word for a column", () => {
  const rows = ["No.;Nom;sen;Dod", "1;Rahim Karvani;35;victim", "2;Omid Zandi;29;victim"];
  assert.throws(() => read(rows.join("\n")), /No column is known to hold names/);
});

test("the day of an arrest is that of a list of arrests, and of no other", () => {
  const text =
    "Name,Date of arrest,Date of release,تاریخ بازداشت\nArman Delavarian,2024-05-01,2024-06-02,";
  const dateIn = (of: string | null): string | null =>
    readList(new TextEncoder().encode(text), loadSheetWords(false, of), {
      choices: [],
      order: null,
      sheet: null,
      today: "2026-01-02",
    }).records[0]?.date?.earliest ?? null;
  assert.deepEqual(
    [dateIn("arrest"), dateIn("release"), dateIn("killing"), dateIn(null)],
    ["2024-05-01", "2024-06-02", null, null],
  );
});
