import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isOnServer, inArchiveFolder } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const REPORT =
  "Samad Farhani was hanged in Kerman yesterday, the desk said.\n\nFour men were arrested in Yazd on 1 May 2025.\n";

test("a report without a day gets one: what is relative is resolved, ids and decisions stay, and all of it can be checked", async () => {
  await withReport(async ({ run, document, claims }) => {
    const [hanged = "", arrested = ""] = claims;
    await fits(run("accept", arrested, "--reason", "read"), 0, /Accepted/);
    await fits(
      run("search", "--from", "2025-05-01", "--to", "2025-05-01", "--kind", "execution"),
      0,
      /No claim/,
    );
    const words = [
      "--published",
      "1404-02-12",
      "--publisher",
      "Harbour News",
      "--reason",
      "the mail has both",
    ];
    const { out } = await fits(run("correct", document, ...words), 0, /corrected the report d-/);
    assert.match(out, /date: unknown → 2025-05-02/);
    assert.match(out, /publisher: unknown → Harbour News/);
    assert.match(out, /~ execution: .*\(otherwise: when\)/);
    assert.doesNotMatch(out, /~ arrest/);
    const found = await fits(
      run("search", "--from", "2025-05-01", "--to", "2025-05-01", "--kind", "execution"),
      0,
      /Farhani/,
    );
    assert.ok(found.out.includes(hanged), "the claim keeps its id");
    await fits(run("show", arrested), 0, /accepted/);
    await fits(run("show", document), 0, /Harbour News/);
    await fits(run("history", document), 0, /report-corrected .*the mail has both/);
    await fits(run("verify", "--deep"), 0, /everything agrees/);
    await fits(run("rebuild"), 0, /./);
    await fits(run("show", document), 0, /Harbour News/);
    await fits(run("reread", "--all"), 0, /./);
    await fits(run("show", document), 0, /Harbour News/);
  });
});

test("what was known is taken away again, and what changes nothing is refused", async () => {
  await withReport(async ({ run, document }) => {
    await fits(run("correct", document, "--published", "2025-05-02", "--reason", "a"), 0, /date/);
    await fits(
      run("correct", document, "--published", "2025-05-02", "--reason", "b"),
      2,
      /stands so already/,
    );
    await fits(
      run("correct", document, "--published", "none", "--reason", "c"),
      0,
      /2025-05-02 → unknown/,
    );
    await fits(run("search", "--from", "2025-05-01", "--kind", "execution"), 0, /No claim/);
    // How to go back is told, and the entry tells what stood there.
    const { out } = await fits(run("undo", document, "--reason", "d"), 2, /sanad correct d-/);
    assert.match(out, /sanad history d-/);
    const history = (await run("history", document)).out;
    const [, first = ""] = /report-corrected[^\n]*?(e-\w+)/.exec(history) ?? [];
    assert.ok(first, history);
    const shown = await fits(run("show", first, "--json"), 0, /stood/);
    assert.match(shown.out, /"stood":\s*\{\s*"published":/);
  });
});

test("the same bytes with other particulars are told how to put them right", async () => {
  await withReport(async ({ run, document, file }) => {
    const { out } = await fits(run("add", file, "--published", "2025-05-02"), 0, /Not taken/);
    assert.ok(out.includes(`sanad correct ${document} --published`), out);
  });
});

test("fields of a claim and of a report are told apart, and lists are not taken", async () => {
  await withReport(async ({ run, document, claims, folder }) => {
    const why = ["--reason", "a slip"];
    await fits(run("correct", document, "--number", "3", ...why), 2, /--number is of a claim/);
    await fits(
      run("correct", claims[0] ?? "", "--published", "2025-05-02", ...why),
      2,
      /of a whole report/,
    );
    await fits(run("correct", document, ...why), 2, /--published DAY or --publisher NAME/);
    await fits(run("correct", document, "--publisher", " ", ...why), 2, /--publisher NAME/);
    await fits(run("correct", document, "--published", "1404", ...why), 2, /must be a date/);
    await fits(
      run("correct", "d-000000000000", "--publisher", "A", ...why),
      3,
      /There is no report/,
    );
    const list = join(folder, "../dead.csv");
    writeFileSync(list, "name,date\nOmid Delavar,2025-01-02\n");
    const { out } = await fits(run("add", list, "--list", "execution"), 0, /d-/);
    for (const [id] of out.matchAll(/^d-\w+/gm))
      await fits(run("correct", id, "--publisher", "A", ...why), 2, /of a list/);
  });
});

test("an erased report takes the correction of it along", { skip: isOnServer }, async () => {
  await withReport(async ({ run, document }) => {
    const words = ["--publisher", "Harbour News", "--reason", "the sister wrote to us"];
    await fits(run("correct", document, ...words), 0, /Harbour/);
    await fits(run("erase", document, "--reason", "asked", "--yes"), 0, /./);
    assert.doesNotMatch((await run("log")).out, /the sister|Harbour/);
    await fits(run("verify", "--deep"), 0, /everything agrees/);
  });
});

type Report = {
  readonly run: (...words: string[]) => ReturnType<typeof sanad>;
  readonly folder: string;
  readonly file: string;
  readonly document: string;
  readonly claims: readonly string[];
};

async function withReport(use: (report: Report) => Promise<void>): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const run = async (...words: string[]) =>
      sanad(folder, words, { env: { SANAD_PASSPHRASE: "six words that nobody else would say" } });
    await fits(run("init"), 0, /Made/);
    const file = join(folder, "../report.txt");
    writeFileSync(file, REPORT);
    const added = await fits(run("add", file), 0, /^d-/);
    const document = added.out.slice(0, 14);
    const { out } = await run("show", document, "--json");
    const claims = [...new Set(out.match(/c-\w{12}/g) ?? [])];
    await use({ run, folder, file, document, claims });
  });
}
