import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import assert from "node:assert/strict";
import { inArchiveFolder, keyFile } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const LIST = `id,name,age,date,city
b-1,Behzad Ramendi,34,2024-11-11,Karaj
b-2,Nima Farrokhzadeh,29,2024-11-20,Shiraz
b-3,Kamran Zohrevand,41,2024-11-11,Karaj
b-4,Sohrab Delavarian,50,2024-11-20,Shiraz
`;
const REPORT =
  "Behzad Ramandi, 34, and Kamran Zohrevand, 41, were hanged in Qezel Hesar Prison in Karaj on 11 November 2024.";

test("sanad match --import takes only the rows that are chosen, and not the file", async () => {
  await inArchiveFolder(async (folder) => {
    const env = keyFile(folder);
    const list = join(folder, "../theirs.csv");
    writeFileSync(list, LIST);
    writeFileSync(join(folder, "../report.txt"), REPORT);
    await fits(sanad(folder, ["init", folder], { env }), 0, /./);
    await fits(sanad(folder, ["add", join(folder, "../report.txt")], { env }), 0, /1 added/);
    const take = (rows: string, ...more: string[]) =>
      sanad(folder, ["match", list, "--import", rows, ...more], { env });
    await fits(take("new"), 2, /needs --list/);
    await fits(take("99", "--list", "execution"), 2, /no such row/);
    await fits(take("new", "--list", "execution"), 0, /#b-2\n.*#b-4\n\n2 of 4 rows/);
    await fits(take("new", "--list", "execution"), 0, /^\n0 of 4 rows/);
    await fits(
      take("b-1,3", "--list", "execution"),
      0,
      /b-1 may be p-.*\n[\s\S]*1 of 4 rows.*1 was/,
    );
    const { out } = await fits(sanad(folder, ["people"], { env }), 0, /Farrokhzadeh/);
    assert.match(out, /Delavarian/);
    assert.match(out, /Behzad Ramand.* 2 documents/);
    assert.doesNotMatch(
      (await sanad(folder, ["search", "--documents", "Zohrevand"], { env })).out,
      /theirs/,
    );
    await fits(
      sanad(folder, ["add", "--list", "execution", list], { env }),
      0,
      /2 added.*3 were there/,
    );
  });
});
