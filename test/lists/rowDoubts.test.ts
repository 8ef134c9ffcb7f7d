import assert from "node:assert/strict";
import { test } from "node:test";
import type { ListKind } from "../../src/lists/rowReport.ts";
import { statusNotes } from "../../src/lists/statusNotes.ts";
import { read, words } from "./lists.ts";

const PEOPLE = ["Arman Delavarian", "Bahareh Sangari", "Hormoz Torkashi", "Kaveh Tavanpur"];

/** Of the cells of a column that no header explains those by which a row of the list is not counted. */
function doubted(
  header: string,
  cells: readonly string[],
  kind: ListKind = "killing",
  map: string | null = null,
): readonly string[] {
  const rows = cells.map(
    (cell, at) => `${PEOPLE[at] ?? `Person ${at}`};2024-05-0${at + 1};${cell}`,
  );
  const choices = map === null ? [] : [{ field: "status" as const, column: map }];
  const list = read([`Name;Date;${header}`, ...rows].join("\n"), { keepsCells: true, choices });
  return statusNotes(list, kind, words)
    .filter(({ code }) => code === "list-row-lives-on")
    .flatMap(({ first }) => first.map(({ words: cell }) => cell ?? ""));
}

const ROWS: readonly (readonly [string, readonly string[], readonly string[], ListKind?])[] = [
  // A column whose cells are states: whatever else it says is a doubt.
  [
    "How is it",
    ["killed", "missing", "Killed?", "in hospital"],
    ["missing", "Killed?", "in hospital"],
  ],
  [
    "How is it",
    ["shot dead", "detained in Yazd", "killed", "unknown"],
    ["detained in Yazd", "unknown"],
  ],
  ["حال او", ["کشته شد", "ناپدید", "کشته شد؟", "زخمی"], ["ناپدید", "کشته شد؟", "زخمی"]],
  [
    "Since then",
    ["executed", "sentenced to death", "arrested", ""],
    ["sentenced to death", "arrested"],
    "execution",
  ],
  [
    "How is it",
    ["killed", "died in hospital", "killed in custody", "wounded, died in hospital"],
    [],
  ],
  [
    "Since that day",
    ["executed", "commuted to 20 years", "still there", "died (heart)"],
    ["commuted to 20 years", "still there", "died (heart)"],
    "execution",
  ],
  [
    "Since that day",
    ["killed by gunfire near the market", "killed", "transferred", "not killed, a rumour"],
    ["transferred", "not killed, a rumour"],
  ],
  // A cell that says so by itself.
  ["Remarks", ["shot in the back", "missing", "buried in his village", ""], ["missing"]],
  ["Remarks", ["alive - in hospital", "a student", "", ""], ["alive - in hospital"]],
  ["Remarks", ["alive and recovering", "a student", "", ""], ["alive and recovering"]],
  ["Remarks", ["wounded", "a father of two", "", ""], ["wounded"]],
  [
    "Remarks",
    ["not confirmed by his family", "", "", "death unconfirmed"],
    ["not confirmed by his family", "death unconfirmed"],
  ],
  [
    "ملاحظات",
    ["هنوز تأیید نشده", "آزاد شد", "دانشجو", "بستری در بیمارستان"],
    ["هنوز تأیید نشده", "آزاد شد", "بستری در بیمارستان"],
  ],
  ["x", ["Hanged?", "hanged on Monday", "", ""], ["Hanged?"], "execution"],
  // A body, a burial and those who are left are of the dead.
  [
    "Remarks",
    [
      "body was released to his family",
      "funeral suspended by the police",
      "burial denied",
      "survived by two children",
    ],
    [],
  ],
  [
    "Remarks",
    ["shot but survived", "survived with injuries", "a student", "survived by her mother"],
    ["shot but survived", "survived with injuries"],
  ],
  ["ملاحظات", ["پیکر آزاد شد", "تدفین به تعویق افتاد", "جنازه تحویل شد", ""], []],
  [
    "Remarks",
    [
      "body not found, may be alive",
      "released from hospital",
      "she survived",
      "زنده به گور؟ جسد نیست",
    ],
    [
      "body not found, may be alive",
      "released from hospital",
      "she survived",
      "زنده به گور؟ جسد نیست",
    ],
  ],
  [
    "Remarks",
    [
      "remains in custody",
      "wounds on his body, released",
      "released after a body search",
      "still at risk",
    ],
    [
      "remains in custody",
      "wounds on his body, released",
      "released after a body search",
      "still at risk",
    ],
  ],
  // What went before a death, what is missing of something else, and what is no state.
  ["Before", ["arrested", "in prison", "sentenced to death", ""], [], "execution"],
  ["Photo", ["missing", "missing", "", ""], []],
  ["Occupation", ["unknown", "teacher", "unknown", ""], []],
  ["Public", ["false", "not", "true", ""], []],
  ["Wound", ["shot in the head", "shot in the chest", "beaten", ""], []],
  ["Verified", ["confirmed", "verified", "confirmed by family", ""], []],
  ["Source", ["a rumour mill?", "Lantern Monitor", "is he the brother?", ""], []],
  ["Family", ["father of two, died in hospital", "killed with his brother", "", ""], []],
];
for (const [header, cells, expected, kind] of ROWS)
  test(`below "${header}" in a list of ${kind ?? "killing"} the doubts of ${cells.join(", ")} are ${expected.join(", ") || "none"}`, () => {
    assert.deepEqual(doubted(header, cells, kind), expected);
  });

test("a person may say that a column that looks like a status is none", () => {
  const cells = ["killed", "detained", "killed", "arrested"];
  assert.deepEqual(doubted("His brother", cells, "execution"), []);
  assert.deepEqual(doubted("His brother", ["executed", "detained", "executed", ""], "execution"), [
    "detained",
  ]);
  assert.deepEqual(
    doubted("His brother", ["executed", "detained", "executed", ""], "execution", "-"),
    [],
  );
});

test("a column most of whose cells are states is named, whatever its header", () => {
  const list = read(
    "Name;Date;How is it\nArman Delavarian;2024-05-01;killed\nBahareh Sangari;2024-05-02;released",
    { keepsCells: true },
  );
  assert.deepEqual(
    statusNotes(list, "arrest", words).map(({ code, column }) => [code, column]),
    [],
  );
  assert.deepEqual(
    statusNotes(list, "killing", words).map(({ code, column }) => [code, column]),
    [
      ["list-column-states", "How is it"],
      ["list-row-lives-on", "How is it"],
    ],
  );
});

test("a column that is called by the hour is a status", () => {
  for (const header of ["Now", "Current", "اکنون", "Current condition"])
    assert.equal(
      read(`Name,${header}\nArman Delavarian,killed`).columns[1]?.field,
      "status",
      header,
    );
  for (const header of ["Current address", "Now at", "Condition of the house"])
    assert.equal(read(`Name,${header}\nArman Delavarian,Yazd`).columns[1]?.field, null, header);
});
