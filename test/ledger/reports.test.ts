import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { closeArchive, initArchive } from "../../src/flow/archive/session.ts";
import { inArchiveFolder, keyFile, surroundings } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

test("reports of one file are told by their lines, those of standard input by that, and all are found by file", async () => {
  await inArchiveFolder(async (folder) => {
    const env = keyFile(folder);
    const run = async (...words: string[]) => sanad(folder, words, { env });
    await fits(run("init"), 0, /Made/);
    const file = join(folder, "../Spring-Wire.jsonl");
    const texts = ["Samad Farhani was hanged in Kerman.", "", "Four men were arrested in Yazd."];
    const lines = texts.map((text) => (text === "" ? "" : JSON.stringify({ text })));
    writeFileSync(file, `${lines.join("\n")}\n`);
    const { out } = await fits(
      run("add", file),
      0,
      /^d-\w+ {2}\S*Spring-Wire\.jsonl, line 1: 1 claim$/m,
    );
    assert.match(out, /^d-\w+ {2}\S*Spring-Wire\.jsonl, line 3: 1 claim$/m);
    const again = await fits(run("add", file, "--json"), 0, /"kind":"same"/);
    assert.deepEqual(
      again.out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { line: number }).line),
      [1, 3],
    );
    const piped = await fits(
      sanad(folder, ["add", "-"], { env, input: "Two men were executed in Ahvaz.\n" }),
      0,
      /standard input: 1 claim/,
    );
    const [id = ""] = /d-\w+/.exec(piped.out) ?? [];
    await fits(run("reports", "Ahvaz"), 0, /standard input/);
    await fits(run("show", id), 0, /standard input/);
    await fits(run("erase", id, "--dry-run"), 0, /\(standard input\)/);
    await fits(run("reports", "spring-wire"), 0, /^2 of 2 reports$/m);
    await fits(run("reports", "spring-wire", "--kind", "arrest"), 0, /^1 of 1 report/m);
    for (const words of [
      ["reports", "summer-wire"],
      ["search", "--documents", "spring-wire"],
    ])
      assert.doesNotMatch((await fits(run(...words), 0, /./)).out, /Spring-Wire/);
  });
});

/** Text, publisher and day of publication of each report. */
const REPORTS = [
  [
    "Samad Farhani was hanged in Kerman on 2 May 2025, the desk said.",
    "Kerman Rights Desk",
    "2025-05-03",
  ],
  ["Four men were arrested in Yazd on 1 June 2025, residents said.", "Harbour News", "2025-06"],
  ["Three women were arrested in Shiraz on 8 June 2025.", "Harbour News Weekly", "2025-06-09"],
  ["دو زندانی در زندان اوین اعدام شدند.", "کانون فانوس", "2025-07-01"],
  ["Two men were executed in Ahvaz on 3 April 2025.", null, null],
  ["The river rose in the hills behind the town.", "Quiet Gazette", "2025-08-01"],
] as const;

/** Options of `reports`, and which of the reports they list. */
const LISTS: readonly (readonly [readonly string[], readonly number[]])[] = [
  [[], [5, 4, 3, 2, 1, 0]],
  [
    ["--publisher", "harbour news"],
    [2, 1],
  ],
  [["--publisher", "weekly harbour"], [2]],
  [
    ["--publisher", "Harbor News"],
    [2, 1],
  ],
  [["--publisher", "فانوس"], [3]],
  [["--publisher", "kanoon fanoos"], [3]],
  [["--publisher", "none"], [4]],
  [["--publisher", "Nobody Press"], []],
  [
    ["--from", "2025-06-01"],
    [5, 3, 2, 1],
  ],
  [["--publisher", "quiet"], [5]],
  [["--from", "2025-06-20", "--to", "2025-06-30"], [1]],
  [["--to", "2025-05-31"], [0]],
  [
    ["--kind", "arrest"],
    [2, 1],
  ],
  [["--kind", "arrest", "--place", "Yazd"], [1]],
  [["--person", "Farahani"], [0]],
  [["--kind", "execution", "--publisher", "none"], [4]],
  [["women", "--publisher", "harbour"], [2]],
];

test("reports are listed by publisher, day and claims, page by page; search finds claims by publisher", async () => {
  await inArchiveFolder(async (folder) => {
    const run = async (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await fits(run("init"), 0, /Made/);
    const ids: string[] = [];
    for (const [at, [text, publisher, published]] of REPORTS.entries()) {
      const file = join(folder, `../report-${at}.txt`);
      writeFileSync(file, `${text}\n`);
      const whose = publisher === null ? [] : ["--publisher", publisher, "--published", published];
      ids.push((await fits(run("add", file, ...whose), 0, /^d-/)).out.slice(0, 14));
    }
    for (const [options, expected] of LISTS) {
      const { out } = await fits(run("reports", ...options, "--json"), 0, /"page"/);
      const lines = out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      const told = options.join(" ");
      assert.deepEqual(
        lines.slice(0, -1).map(({ document }) => document),
        expected.map((at) => ids[at]),
        told,
      );
      assert.deepEqual(lines.at(-1), {
        page: { count: expected.length, isCountWhole: true, next: null },
      });
    }
    const first = await fits(run("reports", "--limit", "2"), 0, /2 of 6 reports/);
    assert.match(first.out, /publisher unknown · date unknown · 1 claim · .*report-4\.txt/);
    const [, after = ""] = /--after (\d+)/.exec(first.out) ?? [];
    const second = await fits(
      run("reports", "--limit", "2", "--after", after),
      0,
      /Harbour News Weekly/,
    );
    assert.ok(second.out.startsWith(ids[3] ?? "-"), second.out);
    await fits(run("reports", "--publisher", "?"), 2, /--publisher needs a name/);
    await fits(run("reports", "nobody said this"), 0, /No report fits/);
    await fits(run("search", "--publisher", "harbour"), 0, /2 of 2 claims/);
    await fits(run("search", "men", "--publisher", "Harbour News"), 0, /Four men/);
    await fits(run("search", "--kind", "execution", "--publisher", "harbour"), 0, /No claim fits/);
    await fits(run("search", "men", "--documents", "--publisher", "none"), 0, /1 of 1 report/);
    // Whose a report is may be put right; as it was known before, it stands as before.
    const last = ids[4] ?? "";
    await fits(
      run("correct", last, "--publisher", "Harbour News", "--reason", "a mail"),
      0,
      /corrected/,
    );
    await fits(run("search", "--publisher", "harbour", "--kind", "execution"), 0, /1 of 1 claim/);
    await fits(run("reports", "--publisher", "none"), 0, /No report fits/);
    const entries = [...(await run("history", last)).out.matchAll(/ (e-\w+)/g)].map(([, id]) => id);
    const known = ["--as-known-on", entries[1] ?? ""];
    await fits(run("reports", "--publisher", "none", ...known), 0, /1 of 1 report/);
    // A day in either calendar and any digits, which there is and which has come.
    const on = (day: string) => run("reports", "--publisher", "harbour", "--as-known-on", day);
    for (const day of ["2026-01-02", "1404-10-12", "۱۴۰۴/۱۰/۱۲"]) await fits(on(day), 0, /3 of 3/);
    for (const day of ["2026-13-45", "1404-13-01", "9999-01-01", "2026-01-03"])
      await fits(on(day), 2, /must be a day|still to come/);
    await fits(on("2025-12-31"), 3, /no entry yet/);
    const fa = await sanad(folder, ["reports", "--publisher", "harbour"], {
      env: { ...keyFile(folder), SANAD_LANG: "fa" },
    });
    assert.match(fa.out, /۳ گزارش از ۳/);
  });
});

test("a publisher of any length is entered, found and told from one that begins like it", async () => {
  await inArchiveFolder(async (folder) => {
    const run = async (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await fits(run("init"), 0, /Made/);
    // Letters that do not repeat: they are not packed into less.
    const digests = Array.from({ length: 300 }, (_, at) =>
      createHash("sha256").update(String(at)).digest("hex"),
    );
    const long = digests.join("");
    const publishers = [
      `${long} Harbour`,
      `${long} Lantern`,
      "\u{1F4F0}".repeat(250),
      "Quiet Gazette",
    ];
    const ids: string[] = [];
    for (const [at, publisher] of publishers.entries()) {
      const file = join(folder, `../report-${at}.txt`);
      writeFileSync(file, `${REPORTS[at]?.[0] ?? ""}\n`);
      ids.push((await fits(run("add", file, "--publisher", publisher), 0, /^d-/)).out.slice(0, 14));
    }
    const listed = async (publisher: string): Promise<readonly string[]> => {
      const { out } = await run("reports", "--publisher", publisher, "--json");
      return out.match(/(?<="document":")d-\w+/g) ?? [];
    };
    assert.deepEqual(await listed("Harbour"), ids.slice(0, 1));
    assert.deepEqual(await listed("Lantern"), ids.slice(1, 2));
    assert.deepEqual(await listed("Quiet"), ids.slice(3));
    await fits(run("search", "--publisher", "Harbour"), 0, /1 of 1 claim/);
  });
});

test("publishers are listed and looked up by the index", async () => {
  await inArchiveFolder(async (folder) => {
    const { archive } = await initArchive(folder, surroundings(folder));
    const asked = [
      "select min(left(d.publisher, 200)) from view.documents d where d.workspace = '00000000-0000-0000-0000-000000000000' and left(d.publisher, 200) > 'a'",
      "select 1 from view.documents d where d.workspace = '00000000-0000-0000-0000-000000000000' and left(d.publisher, 200) = any('{a}') and d.publisher = any('{a}')",
    ];
    for (const query of asked) {
      const plan = await archive.database.transaction().execute(async (one) => {
        await sql`set local enable_seqscan to off`.execute(one);
        return sql<{ "QUERY PLAN": string }>`explain ${sql.raw(query)}`.execute(one);
      });
      const lines = plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
      assert.match(lines, /workspace_left_valid_from_idx/, lines);
      assert.doesNotMatch(lines, /Seq Scan/, lines);
    }
    await closeArchive(archive);
  });
});
