import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { closeArchive, openSession } from "../../src/flow/archive/session.ts";
import { appendEntries } from "../../src/ledger/append.ts";
import { ENTRY_KINDS, type NewEntry } from "../../src/ledger/entryKinds.ts";
import { readReading } from "../../src/ledger/readEntry.ts";
import { showDocument } from "../../src/ledger/views.ts";
import { inArchiveFolder, isOnServer, withPassphrase } from "./archiveFolder.ts";
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
    // The entry tells what stood there.
    const history = (await run("history", document)).out;
    const [, first = ""] = /report-corrected[^\n]*?(e-\w+)/.exec(history) ?? [];
    assert.ok(first, history);
    const shown = await fits(run("show", first, "--json"), 0, /stood/);
    assert.match(shown.out, /"stood":\s*\{\s*"published":/);
  });
});

test("each undo takes back one correction more, and a correction after it is the next to go", async () => {
  await withReport(async ({ run, document, claims }) => {
    const put = async (...words: string[]) =>
      fits(run("correct", document, ...words, "--reason", "a mail"), 0, /corrected/);
    const undo = async (code: number, text: RegExp) =>
      fits(run("undo", document, "--reason", "a slip"), code, text);
    const stands = async (text: RegExp) => fits(run("reports", "--json"), 0, text);
    await undo(3, /no correction of d-\w+ to take back/);
    await put("--published", "2025-05-02");
    await put("--publisher", "Harbour News");
    await put("--published", "2025-06-02", "--publisher", "none");
    await stands(/"publisher":null,"published":"2025-06-02"/);
    const { out } = await undo(0, /took back the last correction of the report d-/);
    assert.match(out, /date: 2025-06-02 → 2025-05-02/);
    assert.match(out, /publisher: unknown → Harbour News/);
    assert.match(out, /~ execution: .*\(otherwise: when\)/);
    await stands(/"publisher":"Harbour News","published":"2025-05-02"/);
    await undo(0, /publisher: Harbour News → unknown/);
    await stands(/"publisher":null,"published":"2025-05-02"/);
    // What is put in after it is the last one that stands.
    await put("--publisher", "Lantern Monitor");
    await undo(0, /publisher: Lantern Monitor → unknown/);
    await undo(0, /date: 2025-05-02 → unknown/);
    await undo(3, /no correction/);
    await stands(/"publisher":null,"published":null/);
    const shown = await run("show", document, "--json");
    for (const claim of claims) assert.ok(shown.out.includes(claim), "claims keep their ids");
    const history = (await run("history", document)).out;
    const entries = [...history.matchAll(/report-corrected[^\n]*?(e-\w+)/g)].map(
      ([, id]) => id ?? "",
    );
    assert.equal(entries.length, 8);
    const [first = "", , , taking = ""] = entries;
    await fits(run("show", first), 0, /taken back by e-/);
    await fits(run("show", taking, "--json"), 0, /"undoes":\s*"e-/);
    await fits(
      run("undo", first, "--reason", "a slip"),
      2,
      /corrected the report d-.*sanad undo d-/,
    );
    await fits(run("undo", document, claims[0] ?? "", "--reason", "x"), 2, /one report at a time/);
    await fits(run("rebuild"), 0, /./);
    await stands(/"publisher":null,"published":null/);
    await fits(run("verify", "--deep"), 0, /everything agrees/);
  });
});

test("a correction of the version before, which does not say what stood, is opened, listed and taken back", async () => {
  await withReport(async ({ run, document, folder }) => {
    await fits(run("correct", document, "--publisher", "Harbour News", "--reason", "a"), 0, /./);
    const around = withPassphrase(folder);
    const { archive, actor } = await openSession(around);
    const report = await showDocument(archive, document);
    assert.ok(report !== null);
    const { record, valid_from: from } = report;
    const { body: reading } = await readReading(archive, from, document);
    const put = { published: "2025-05-02" };
    const body = { document, ...put, reason: "the mail has it", correctedAt: reading.capturedAt };
    const kind: { version: number } = ENTRY_KINDS["report-corrected"];
    const { version } = kind;
    kind.version = 1;
    try {
      const entries: readonly NewEntry[] = [
        { record, by: actor, kind: "report-corrected", body },
        { record, by: actor, kind: "reading-made", body: { ...reading, ...put } },
      ];
      await appendEntries(archive, entries, { at: around.now(), expected: null });
    } finally {
      kind.version = version;
      await closeArchive(archive);
    }
    const history = await fits(run("history", document), 0, /report-corrected .*the mail has it/);
    const [, old = ""] = [...history.out.matchAll(/report-corrected[^\n]*?(e-\w+)/g)].map(
      ([, id]) => id,
    );
    await fits(run("show", old, "--json"), 0, /the mail has it/);
    await fits(run("log"), 0, /the mail has it/);
    await fits(run("link"), 0, /./);
    await fits(run("verify", "--deep"), 0, /everything agrees/);
    const undo = (): ReturnType<typeof run> => run("undo", document, "--reason", "a slip");
    const { out } = await fits(undo(), 0, /date: 2025-05-02 → unknown/);
    assert.doesNotMatch(out, /publisher:/, "what it did not touch stays");
    await fits(run("show", old), 0, /taken back by e-/);
    await fits(undo(), 0, /publisher: Harbour News → unknown/);
    await fits(run("rebuild"), 0, /./);
    const file = join(folder, "../all.backup");
    await fits(run("backup", file, "--plain"), 0, /Wrote/);
    // A server has one database for the tests, and that holds the archive already.
    if (isOnServer) return;
    await fits(run("restore", file, join(folder, "../other")), 0, /everything agrees/);
  });
});

test("what is corrected and taken back is told to programs, and so is what fails", async () => {
  await withReport(async ({ run, document, claims }) => {
    const [claim = ""] = claims;
    const json = async (...words: string[]): Promise<Record<string, unknown>> => {
      const { out, code } = await run(...words, "--reason", "read", "--json");
      return { code, ...(JSON.parse(out) as Record<string, unknown>) };
    };
    const reported = await json("correct", document, "--publisher", "Harbour News");
    assert.deepEqual(reported["fields"], [
      { field: "publisher", before: null, now: "Harbour News" },
    ]);
    assert.equal((await json("undo", document))["document"], document);
    assert.equal((await json("accept", claim))["verdict"], "accepted");
    const rejected = await json("reject", claim);
    assert.equal((rejected["before"] as { verdict: string }).verdict, "accepted");
    assert.deepEqual((await json("correct", claim, "--number", "3"))["doubts"], []);
    assert.deepEqual(await json("undo", claim), {
      code: 0,
      claim,
      verdict: "corrected",
      now: "rejected",
      by: "Mina Karimpour",
    });
    const failed = await json("accept", "c-000000000000");
    const { message, next, ...rest } = failed["failure"] as Record<string, string>;
    assert.deepEqual(rest, { code: "not-found", exit: 3 });
    assert.match(message ?? "", /There is no claim c-000000000000/);
    assert.match(next ?? "", /id again/);
    const proof = await fits(
      run("prove", document, "--json"),
      0,
      /^\{"format":"sanad-proof\/1"[^\n]*\n$/,
    );
    assert.equal(typeof JSON.parse(proof.out), "object");
    const head = await fits(run("checkpoint", "--json"), 0, /"cosigners":\[\]/);
    const { checkpoint } = JSON.parse(head.out) as { checkpoint: string };
    assert.equal(checkpoint, (await run("checkpoint")).out);
    await fits(run("doctor", "--json"), 0, /^(?:\{"what":.*\}\n)+$/);
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
