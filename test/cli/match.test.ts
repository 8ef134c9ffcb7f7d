import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Io, Screen } from "../../src/cli/io.ts";
import { widthOf } from "../../src/cli/print/screenText.ts";
import { run } from "../../src/cli/run.ts";
import { LEVELS_FA } from "../../src/cli/words/matchWordsFa.ts";
import {
  AGE_LEVELS,
  DATE_LEVELS,
  PLACE_LEVELS,
  PRISON_LEVELS,
  SEX_LEVELS,
} from "../../src/link/compareFields.ts";
import { read } from "../lists/lists.ts";

const folder = mkdtempSync(join(tmpdir(), "sanad-match-"));
after(() => rmSync(folder, { recursive: true }));

const OURS = [
  "ID,Full name,Date of death,Age,City,Lawyer",
  "A1,Arman Delavarian,2022-11-04,17,Shiraz,x",
  "A2,Bahareh Sangari,2022-11-05,about 30,Tabriz,x",
  "A3,Kiarash Poladkar,31/02/2022,44,Arak,x",
  "A4,=Zhila Nikravesh,2022-10-01,20,Ahvaz,x",
];
const THEIRS = [
  "ردیف;نام و نام خانوادگی;تاریخ کشته‌شدن;شهر",
  "1;آرمان دلاوریان;۱۳ آبان ۱۴۰۱;شیراز",
  "2;بهاره سنگری;۱۴۰۱/۰۸/۱۴;تبریز",
  "3;تهمینه گلشن‌آبادی;۱۴۰۱/۰۷/۰۱;اهواز",
];
const ours = place("ours.csv", OURS.join("\n"));
const theirs = place("theirs.csv", THEIRS.join("\n"));

test("sanad match --json prints a pair a line, and nothing else on standard output", async () => {
  const { code, out, told } = await sanad(["match", ours, theirs, "--json"]);
  assert.equal(code, 0, told);
  const pairs = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    pairs.map(({ a, b, decision }) => `${String(a)} ${String(b)} ${String(decision)}`).sort(),
    ["A1 1 same", "A2 2 same"],
  );
  for (const pair of pairs)
    assert.deepEqual(Object.keys(pair), ["a", "b", "probability", "decision", "why"]);
  assert.match(told, /row 4/);
  assert.doesNotMatch(told, /Poladkar|31\/02/);
  const few = await sanad(["match", ours, theirs, "--json", "--limit", "1"]);
  assert.equal(few.out.trim().split("\n").length, 1);
  const none = await sanad(["match", ours, theirs, "--json", "--min-probability", "1"]);
  assert.equal(none.out.trim(), "");
});

for (const [language, same, only] of [
  ["en", /2 pairs of one person, 0 unsure/, /only here +2 +1/],
  ["fa", /۲ جفت از یک نفر/, /فقط در این فهرست/],
] as const)
  test(`sanad match shows pairs side by side, counts and notes in ${language}`, async () => {
    const { code, out } = await sanad(["match", ours, theirs], { SANAD_LANG: language });
    assert.equal(code, 0);
    assert.match(out, same);
    assert.match(out, only);
    assert.match(out, /Arman Delavarian/);
    assert.match(out, /آرمان دلاوریان/);
    for (const line of out.split("\n")) assert.ok(widthOf(line) <= 100, line);
  });

test("sanad match --check shows what each column is taken for", async () => {
  const { code, out } = await sanad(["match", "--check", ours]);
  assert.equal(code, 0);
  assert.match(out, /Full name +name +4/);
  assert.match(out, /Lawyer +not read +4/);
  assert.match(out, /row 4/);
  const json = await sanad(["match", "--check", ours, "--json"]);
  const list = JSON.parse(json.out) as { records: unknown[]; notes: { code: string }[] };
  assert.equal(list.records.length, 4);
  assert.ok(list.notes.some(({ code: note }) => note === "list-date-impossible"));
});

test("sanad match LIST finds who stands twice in it", async () => {
  const twice = place(
    "twice.csv",
    `${OURS.join("\n")}\nA9,Armaan Delavarian,2022-11-04,17,Shiraz,x\n`,
  );
  const { code, out } = await sanad(["match", twice, "--json"]);
  assert.equal(code, 0);
  const [pair] = out.trim().split("\n");
  assert.match(pair ?? "", /"a":"A1","b":"A9"|"a":"A9","b":"A1"/);
});

test("-o writes a reply that opens as a list again, without formulas", async () => {
  const file = join(folder, "reply.xlsx");
  const { code, told } = await sanad(["match", ours, theirs, "-o", file], { SANAD_LANG: "fa" });
  assert.equal(code, 0, told);
  const pairs = read(readFileSync(file), { choices: [{ field: "name", column: "نام (لاتین) A" }] });
  assert.equal(pairs.sheet, "جفت‌ها");
  assert.deepEqual(pairs.otherSheets, ["فقط در A", "فقط در B", "یادداشت‌ها"]);
  assert.deepEqual(pairs.records.map(({ name }) => name ?? "").sort(), [
    "Arman Delavarian",
    "Bahareh Sangari",
  ]);
  const csv = join(folder, "reply.csv");
  assert.equal((await sanad(["match", ours, theirs, "-o", csv])).code, 0);
  const text = readFileSync(csv, "utf8");
  assert.match(text, /^\uFEFF"status","probability","id A: ours.csv","id B: theirs.csv",/);
  assert.equal(statSync(csv).mode & 0o077, 0, "nobody else reads it");
  assert.match(text, /"only in A",.*,"'=Zhila Nikravesh"/);
  assert.match(text, /"only in B",.*تهمینه گلشن‌آبادی/);
  assert.equal(text.trim().split("\r\n").length, 1 + 2 + 2 + 1);
});

test("--map names columns, and --remember keeps them beside the list", async () => {
  const odd = place("odd.csv", "Who exactly,Vanished\nArman Delavarian,2022-11-04\n");
  const blind = await sanad(["match", "--check", odd]);
  assert.equal(blind.code, 2);
  assert.match(blind.told, /odd\.csv: No column is known to hold names.*--map/);
  const map = 'name="Who exactly",date=Vanished';
  const told = await sanad(["match", "--check", odd, "--map", map, "--remember"]);
  assert.equal(told.code, 0, told.told);
  assert.match(told.told, /Remembered the columns in .*odd\.csv\.columns\.json/);
  const later = await sanad(["match", "--check", odd]);
  assert.equal(later.code, 0);
  assert.match(later.out, /Vanished +date/);
  assert.match(later.out, /Columns as remembered in/);
  writeFileSync(`${odd}.columns.json`, "[");
  assert.match((await sanad(["match", "--check", odd])).told, /no JSON object; mend or delete/);
});

test("--map for one list leaves what is remembered of the other", async () => {
  const one = place("one.csv", "Name,Hanged at\nArman Delavarian,Karaj\n");
  const two = place("two.csv", "Name,Where it was\nArman Delavarian,Karaj\n");
  const map = ["--map", "city=Where it was"];
  assert.equal((await sanad(["match", "--check", two, ...map, "--remember"])).code, 0);
  const checked = await sanad(["match", "--check", one, two, "--map", "city=Hanged at"]);
  assert.match(checked.out, /Hanged at +city/);
  assert.match(checked.out, /Where it was +city/);
  const other = await sanad(["match", "--check", two, "--map", "city=-"]);
  assert.match(other.out, /Where it was +not read/);
});

const REFUSED: readonly (readonly [readonly string[], number, RegExp])[] = [
  [["match"], 2, /needs one list or two/],
  [["match", ours, theirs, ours], 2, /two lists at a time/],
  [["match", ours, "none.csv"], 3, /none\.csv: There is no such file/],
  [["match", ours, folder], 2, /This is a folder/],
  [["match", ours, "--map", "nmae=x"], 2, /no field nmae; did you mean name\?/],
  [["match", ours, "--map", "name"], 2, /--map needs pairs/],
  [["match", ours, "--map", "city=Town,date=town"], 2, /gives the column town to two fields/],
  [["match", ours, "--map", "name=Nobody"], 2, /no list has that column/],
  [["match", ours, "--date-order", "ymd"], 2, /--date-order must be/],
  [["match", ours, "--min-probability", "2"], 2, /from 0 to 1/],
  [["match", ours, "-o", "reply.pdf"], 2, /a \.csv or an \.xlsx file/],
  [["match", ours, theirs, "-o", theirs], 2, /one of the lists/],
];
for (const [words, code, message] of REFUSED)
  test(`sanad ${words.map((word) => word.replace(folder, "")).join(" ")} ends with ${code} and says what to do`, async () => {
    const result = await sanad(words);
    assert.equal(result.code, code, result.told);
    assert.match(result.told, message);
    assert.equal(result.out, "");
  });

test("what a comparison finds has its Persian", () => {
  const levels = [...DATE_LEVELS, ...AGE_LEVELS, ...SEX_LEVELS, ...PLACE_LEVELS, ...PRISON_LEVELS];
  assert.deepEqual(
    levels.filter((level) => LEVELS_FA[level] === undefined),
    [],
  );
});

function place(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function sanad(words: readonly string[], env: Record<string, string> = {}) {
  const plain: Screen = { isTerminal: false, hasColor: false, columns: 100 };
  let out = "";
  let told = "";
  const io: Io = {
    print: async (text) => void (out += text),
    tell: (text) => void (told += text),
    stdin: (async function* () {})(),
    stdout: plain,
    stderr: plain,
    ask: null,
    key: null,
    now: () => "2026-11-21T08:00:00.000Z",
    env,
    folder,
  };
  const code = await run(words, io);
  return { code, out, told };
}
