import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { test } from "node:test";
import { readListFile } from "../../src/flow/lists/readListFile.ts";
import { readLists } from "../../src/flow/lists/readLists.ts";
import { packRecords, unpackRecords } from "../../src/lists/recordColumns.ts";

const HINTS = { choices: [], order: null, sheet: null, today: "2026-11-21" };
const nothing = () => Readable.from([]);
const LIST = `Name,نام,Date of death,Last seen,Age,Sex,City,Father,Charge
Barzan Torkashi,برزان ترکاشی,2022-11-04,2022-10-30,31,male,Sanandaj,Nalin,
Nalin Torkashi,,2022-11,,20-25,female,Sanandaj,,Moharebeh
,هیوا دلاوری,1401/8/13,,-,,,,
Ghost,,never,,999,neither,Sanandaj,,
`;

async function withLists(
  contents: readonly string[],
  work: (paths: readonly string[]) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanad-lists-"));
  try {
    const paths = contents.map((_, at) => join(folder, `${at}.csv`));
    for (const [at, content] of contents.entries()) writeFileSync(paths[at] ?? "", content);
    await work(paths);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("readLists() gives of a list that a thread read what reading it here gives", async () => {
  await withLists([LIST, LIST.replaceAll("Torkashi", "Delavari")], async (paths) => {
    const told: string[] = [];
    const lists = await readLists(paths, HINTS, nothing(), (path) => told.push(path), 1);
    const alone = [];
    for (const path of paths) alone.push(await readListFile(path, HINTS, nothing()));
    assert.deepEqual(lists, alone);
    assert.equal(lists[1]?.records[0]?.name, "Barzan Delavari");
    assert.deepEqual(told, paths);
  });
});

test("readLists() refuses a list that a thread could not read as reading it here does", async () => {
  await withLists([LIST, "%PDF-1.7"], async (paths) => {
    await assert.rejects(
      readLists(paths, HINTS, nothing(), () => {}, 1),
      {
        code: "input-refused",
        message: /1\.csv: The file is a PDF/,
      },
    );
  });
});

test("unpackRecords() gives the records that packRecords() was given", async () => {
  await withLists([LIST], async ([path = ""]) => {
    const { records } = await readListFile(path, HINTS, nothing());
    assert.equal(records.length, 4);
    assert.deepEqual(unpackRecords(packRecords(records)), records);
  });
});
