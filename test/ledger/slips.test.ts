/** What a person mistypes, forgets or does twice: told at once, and nothing of it stands in the ledger. */
import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { testimonyOf, parseForm } from "../../src/flow/archive/testimonyForm.ts";
import { printWords } from "../../src/cli/print/printWords.ts";
import { loadWords } from "../../src/cli/words/loadWords.ts";
import { makeRecovery, makeShares } from "../../src/ledger/recovery.ts";
import { inArchiveFolder, keyFile } from "./archiveFolder.ts";
import { fits, type Ran, sanad } from "./cli.ts";

const NOW = "2026-11-23T03:04:05.000Z";
const TODAY = NOW.slice(0, 10);

type Run = (...words: string[]) => Promise<Ran>;

async function withArchive(
  use: (run: Run, folder: string, more: (setting: object) => Run) => Promise<void>,
): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const more =
      (setting: { env?: object }): Run =>
      (...words) =>
        sanad(folder, words, { now: NOW, ...setting, env: { ...keyFile(folder), ...setting.env } });
    const run = more({});
    await fits(run("init", folder), 0, /Made/);
    await use(run, folder, more);
  });
}

test("corrections: roles of either language, no brackets in a name, no empty list, no day that was not typed", async () => {
  await withArchive(async (run, folder, more) => {
    const file = join(folder, "../report.txt");
    writeFileSync(
      file,
      "Kerman Rights Desk, 3 May 2025\n\nReza Karimi was hanged in Kerman on 2 May 2025, the desk said.\n",
    );
    await fits(run("add", file), 0, /1 claim/);
    const found = await run("search", "--kind", "execution", "--json");
    const [, id = ""] = /"(c-[a-z0-9]+)"/.exec(found.out) ?? [];
    const correct = (language: string, ...words: string[]): Promise<Ran> =>
      more({ env: { SANAD_LANG: language } })("correct", id, ...words, "--reason", "q");
    const persons = async (): Promise<unknown> => {
      const { correction } = JSON.parse((await run("show", id, "--json")).out) as {
        correction: { persons?: unknown };
      };
      return correction.persons;
    };
    // Either language, in either interface.
    const TYPED = [
      ["en", "رضا کریمی (قربانی)", "رضا کریمی (victim)"],
      ["fa", "رضا کریمی (convicted)", "رضا کریمی (convicted)"],
      ["en", "Reza Karimi (مجروح); Sina Delavari (Victim)", null],
      ["fa", "رضا کریمی (خويشاوند)", "رضا کریمی (relative)"],
    ] as const;
    for (const [language, typed, stands] of TYPED) {
      const done = await correct(language, "--person", typed);
      assert.equal(done.code, 0, done.out);
      assert.deepEqual(
        await persons(),
        stands === null ? ["Reza Karimi (injured)", "Sina Delavari (victim)"] : [stands],
      );
    }
    // Words in brackets that are no role are no part of a name.
    for (const typed of ["رضا کریمی (قربنی)", "Reza Karimi (Victims)", "Reza Karimi (the cook)"]) {
      await fits(correct("en", "--person", typed), 2, /must be one of victim \(قربانی\)/);
      assert.deepEqual(await persons(), ["رضا کریمی (relative)"]);
    }
    await fits(correct("fa", "--person", "رضا کریمی (قربنی)"), 2, /نقش در کمانک/);
    // Kinds and modalities too.
    await fits(correct("en", "--kind", "کشته‌شدن"), 0, /corrected/);
    await fits(correct("fa", "--kind", "execution"), 0, /./);

    for (const field of ["--place", "--person", "--source"])
      await fits(correct("en", field, " ; "), 2, new RegExp(`${field} has no name; none takes`));
    await fits(correct("fa", "--place", ";;"), 2, /نامی ندارد/);
    await fits(correct("en", "--from", "2027-01-01"), 2, /after the claim's last day, 2025-05-02/);
    await fits(correct("en", "--to", "2020-01-01"), 2, /before the claim's first day, 2025-05-02/);
    await fits(
      correct("en", "--from", "2027-01-01", "--to", "2026-01-01"),
      2,
      /2027-01-01 is after --to/,
    );
    await fits(correct("en", "--from", "۱۴۰۴/۲/۱۱", "--to", "۱۴۰۴/۰۲/۱۱"), 0, /2025-05-01/);
  });
});

/** A head, and the days taken and until that it tells, or how it is refused. */
const HEADS: readonly (readonly [string, readonly [string | null, string | null] | RegExp])[] = [
  ["taken: 1405-08-10\nuntil: 1406-01-01", ["2026-11-01", "2027-03-21"]],
  ["تاریخ: ۱۴۰۵/۰۸/۱۰\nتا: ۱۴۰۶/۱/۱", ["2026-11-01", "2027-03-21"]],
  ["taken: ۲۰۲۶-۱۱-۰۱\nuntil: 2026/12/31", ["2026-11-01", "2026-12-31"]],
  ["until: 2026-11-23", [null, "2026-11-23"]],
  ["taken: 1405-13-10", /Line 1 of the testimony \(taken\): A day is written such as/],
  ["how: letter\nتا: فردا", /Line 2 of the testimony \(تا\): A day is written such as/],
  ["taken: 1405-12-30", /Line 1 of the testimony \(taken\)/],
  ["until: 2020-01-01", /Line 1 of the testimony \(until\): Consent until 2020-01-01 is over/],
  ["until: 1405-09-01", /Consent until 2026-11-22 is over already/],
  ["until: 1400-01-01", /Consent until 2021-03-21 is over already/],
];

for (const [head, expected] of HEADS)
  test(`days of a testimony: ${JSON.stringify(head)}`, () => {
    const read = () =>
      testimonyOf(parseForm(`${head}\npurposes: read\nconsent: in words\n\nIt rained.`), TODAY);
    if (expected instanceof RegExp) assert.throws(read, expected);
    else assert.deepEqual([read().takenOn, read().consent.until], expected);
  });

test("a purpose that is none is refused with its line", () => {
  const form = parseForm("how: letter\npurposes: read, sing\nconsent: in words\n\nIt rained.");
  assert.throws(() => testimonyOf(form, TODAY), /Line 2 of the testimony \(purposes\): A witness/);
});

test("testimony: the same words twice, a consent that is over, a form that asks again", async () => {
  await withArchive(async (run, folder, more) => {
    const file = join(folder, "../statement.txt");
    const head = "purposes: read\nuntil: 1406-01-01\nconsent: in words\n\n";
    writeFileSync(file, `${head}It rained.\nI saw him go.\n`);
    const first = await fits(run("add", "--testimony", file), 0, /Sealed t-/);
    const [id = ""] = /t-[a-z0-9]+/.exec(first.out) ?? [];
    await fits(run("add", "--testimony", file), 0, new RegExp(`sealed already: ${id}`));
    // The same words with other spaces and another head are one witness, too.
    writeFileSync(
      file,
      `how: letter\n${head.replace("read", "court")}It rained.\r\n I saw him go.`,
    );
    const json = await fits(run("add", "--testimony", file, "--json"), 0, /"isKnown":true/);
    assert.ok(json.out.includes(id));
    const list = await run("consent", "--json");
    assert.equal(list.out.trim().split("\n").length, 1);
    assert.match(list.out, /"until":"2027-03-21"/);
    await fits(more({ env: { SANAD_LANG: "fa" } })("add", "--testimony", file), 0, /پیش‌تر مهر شده/);
    writeFileSync(file, `${head}It rained. I saw her go.`);
    await fits(run("add", "--testimony", file), 0, /Sealed t-/);

    // A consent that is over is a slip; to end one there is --withdraw.
    const anew = (...words: string[]) => run("consent", id, ...words, "--reason", "q");
    await fits(anew("--until", "2020-01-01"), 2, /2020-01-01 is over already/);
    await fits(anew("--until", "soon"), 2, /--until must be a day/);
    await fits(anew("--until", "۱۴۰۶/۰۲/۰۱"), 0, /until 2027-04-21/);
    await fits(anew("--readers", "editor"), 0, /Consent/);
    const late = { now: "2027-05-01T00:00:00.000Z" };
    const later: Run = more(late);
    await fits(later("consent", id, "--purposes", "court", "--reason", "q"), 2, /over already/);
    await fits(later("consent", id, "--readers", "nurse", "--reason", "q"), 0, /Consent/);
    await fits(later("consent", id, "--withdraw", "--reason", "q"), 0, /withdrawn/);

    // Each answer is looked at when it is given.
    const answers = [
      "s-none",
      "",
      "",
      "",
      "yesterday",
      "1405-07-18",
      "",
      "read, sing",
      "read",
    ].concat(["read", "2020-01-01", "", "", "in words", "", ".", "A line.", "."]);
    const asked = await fits(more({ answers })("add", "--testimony"), 0, /Sealed t-/);
    for (const told of [
      /There is no witness s-none/,
      /A day is written such as/,
      /A witness may consent to/,
      /2020-01-01 is over already/,
      /Without consent nothing/,
      /has no words/,
    ])
      assert.match(asked.out, told);
    assert.match((await run("consent", "--json")).out, /"takenOn":"2026-10-10"/);
    // Who leaves empty twice what must be told gives up.
    const none = ["", "", "", "", "", "", ""];
    await fits(more({ answers: none })("add", "--testimony"), 2, /Without consent nothing/);

    // What is proved and shown of testimony says what it is.
    await fits(run("prove", id), 2, new RegExp(`sanad history ${id} lists them`));
    await fits(run("prove", "t-none"), 3, /There is no entry/);
    const log = await run("history", id);
    const [entry = ""] = /e-[a-z0-9]+/.exec(log.out) ?? [];
    await fits(run("show", entry), 0, new RegExp(`sealed testimony: sanad show ${id}`));
    const proof = join(folder, "../proof.json");
    const printed = (await run("prove", entry)).out;
    writeFileSync(proof, printed.slice(0, printed.lastIndexOf("}") + 1));
    await fits(run("verify", proof), 0, new RegExp(`testimony-taken, ${entry}, of 2026-11-23`));
    await fits(run("erase", id, "--yes", "--reason", "q"), 0, /Erased/);
    const erased = await fits(run("show", entry), 0, /was erased/);
    assert.doesNotMatch(erased.out, /testimony:/);
    for (const verb of ["show", "history"])
      await fits(run(verb, "e-000000000000"), 3, /There is no entry e-000000000000/);
    await fits(run("history", entry), 2, /is an entry itself; sanad show/);
  });
});

test("init asks again for a name; one secret is one way in; no archive is not a locked one", async () => {
  await inArchiveFolder(async (folder) => {
    const asking = {
      env: { ...keyFile(folder), SANAD_ACTOR: undefined, SANAD_ROLE: undefined } as never,
      answers: ["", " ", "Mina Karimpour", "editor"],
    };
    const made = await fits(sanad(folder, ["init", folder], asking), 0, /sanad keys recovery/);
    assert.match(made.out, /type a name/);

    const file = join(folder, "../stick.key");
    const add = () => sanad(folder, ["keys", "add", "--key-file", file], { env: keyFile(folder) });
    await fits(add(), 0, /Added w-/);
    assert.ok(existsSync(file));
    chmodSync(file, 0o600);
    await fits(add(), 4, /unlocks the archive already \(w-/);
    const ways = await sanad(folder, ["keys", "--json"], { env: keyFile(folder) });
    assert.equal(ways.out.trim().split("\n").length, 2);
    const passphrase = { ...keyFile(folder), SANAD_NEW_PASSPHRASE: "seven words of green rain" };
    const again = () => sanad(folder, ["keys", "add"], { env: passphrase });
    await fits(again(), 0, /Added w-/);
    await fits(again(), 4, /This passphrase unlocks the archive already/);

    const nowhere = { env: { SANAD_ARCHIVE: join(folder, "../nowhere") } };
    for (const words of [["search", "x"], ["log"], ["verify"]])
      await fits(sanad(folder, words, nowhere), 3, /There is no archive in/);
  });
});

test("added again: other particulars, changed values, a list without its publisher, what is passed over", async () => {
  await withArchive(async (run, folder, more) => {
    const put = (name: string, text: string): string => {
      const file = join(folder, "..", name);
      writeFileSync(file, text);
      return file;
    };
    // Bytes that are there already keep what was said of them first, and that is told.
    const page = "Reza Karimi, aged 19, was killed in Yazd, his lawyer said.\n";
    const file = put("page.txt", page);
    await fits(run("add", file), 0, /1 added/);
    const given = ["--published", "2025-05-03", "--publisher", "Harbour News"];
    const again = await fits(run("add", file, ...given), 0, /the same bytes/);
    assert.match(again.out, /Not taken: --publisher Harbour News; its publisher stays unknown/);
    assert.match(again.out, /Not taken: --published 2025-05-03; its date stays unknown/);
    assert.match(again.out, /sanad correct d-[a-z0-9]+ --published/);
    const inPersian = await more({ env: { SANAD_LANG: "fa" } })("add", file, ...given);
    assert.match(inPersian.out, /گرفته نشد/);
    assert.doesNotMatch((await run("add", file)).out, /Not taken/);
    const other = put("other.txt", "Nima Rostami was arrested in Arak on 2 May 2025.\n");
    await fits(run("add", other, ...given), 0, /1 added/);
    assert.doesNotMatch((await run("add", other, ...given)).out, /Not taken/);
    const later = ["--published", "2025-05-04", "--publisher", "Harbour News"];
    const stays = await run("add", other, ...later);
    assert.match(stays.out, /Not taken: --published 2025-05-04; it stays of 2025-05-03/);
    assert.doesNotMatch(stays.out, /--publisher Harbour News/);

    // A version whose words are the same and whose values are not.
    put("page.txt", page.replace("lawyer", "brother"));
    const changed = await fits(run("add", file), 0, /1 told otherwise/);
    assert.match(changed.out, /~ killing: .*\(otherwise: .*/);
    put("page.txt", `A headline of today\n\n${page.replace("lawyer", "brother")}`);
    await fits(run("add", file), 0, /the same claims/);

    // A list stays whose it was; another's is another list.
    const rows =
      "ID,Name,Date,City\nk1,Sina Delavari,2024-09-07,Shiraz\nk2,Navid Golbaz,2024-09-08,Tabriz\n";
    const list = put("dead.csv", rows);
    const add = (...words: string[]) => run("add", "--list", "execution", list, ...words);
    await fits(add("--publisher", "Lantern Monitor"), 0, /3 added/);
    const same = await fits(add(), 0, /0 added/);
    assert.match(same.out, /added before as a list of Lantern Monitor/);
    put("dead.csv", rows.replace("Tabriz", "Ahvaz"));
    await fits(add(), 0, /a new version of d-/);
    const mine = await fits(add("--publisher", "Other Desk"), 0, /3 added/);
    assert.doesNotMatch(mine.out, /a new version/);
    const found = (await run("search", "Golbaz", "--json")).out;
    assert.doesNotMatch(found, /"publisher":null/);
    for (const publisher of ["Lantern Monitor", "Other Desk"]) assert.ok(found.includes(publisher));
    await fits(add("--publisher", "Other Desk"), 0, /0 added/);
    await fits(add("--publisher", "Lantern Monitor"), 0, /0 added/);

    // What a folder holds and is not read is counted.
    mkdirSync(join(folder, "../box"));
    for (const name of ["letter", "odd.bin", ".notes.md"]) put(`box/${name}`, "x");
    put("box/a.txt", "Two men were released in Yazd.");
    await fits(
      run("add", join(folder, "../box")),
      0,
      /Passed over in folders.*: 1 hidden, 1 without an extension, 1 \.bin/,
    );
  });
});

test("recovery words and shares are no reports, in whatever file they come; sentences are", async () => {
  await withArchive(async (run, folder) => {
    const { words } = await makeRecovery();
    const { shares } = await makeShares(2, 3);
    const file = join(folder, "../words.txt");
    const secrets = [
      words.join(" "),
      printWords(
        words,
        "# Recovery words of the archive; whoever has them can open it",
        await loadWords("en"),
      ),
      `Keep this safe.\n\n${words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join("\n")}\n`,
      `# Share 1 of 3\n${(shares[0] ?? []).join("\n")}\n`,
      JSON.stringify({ words }),
    ];
    for (const text of secrets) {
      writeFileSync(file, text);
      const { out } = await fits(run("add", file), 2, /recovery words or a share/);
      assert.ok(words.every((word) => word.length < 6 || !out.includes(word)));
    }
    const reports = [
      "Samad Farhani was hanged in Kerman on 2 May 2025, the desk said.",
      "He said that about half of the people there could hear the noise from the other side of the wall.",
      `The words ${words.slice(0, 12).join(" ")} were found, the desk said.`,
      "دو زندانی در زندان اوین اعدام شدند.",
    ];
    for (const text of reports) {
      writeFileSync(file, `${text}\n`);
      await fits(run("add", file), 0, /1 added/);
    }
    writeFileSync(file, words.join(" "));
    await fits(run("add", file, "--yes"), 0, /1 added/);
  });
});

test("a file whose name is no UTF-8 is told as such, beside those that are read", async () => {
  await withArchive(async (run, folder) => {
    const odd = join(folder, "../odd");
    mkdirSync(odd);
    const text = "Samad Farhani was hanged in Kerman on 2 May 2025, the desk said.\n";
    writeFileSync(join(odd, "good.txt"), text);
    writeFileSync(
      Buffer.concat([Buffer.from(`${odd}/bad`), Buffer.of(0xff), Buffer.from(".txt")]),
      text,
    );
    const { out } = await fits(run("add", odd), 1, /name is not in UTF-8/);
    assert.match(out, /1 added/);
  });
});

test("a list of erasures that somebody took away is there again behind the next command", async () => {
  await withArchive(async (run, folder) => {
    const file = join(folder, "../report.txt");
    const list = join(folder, "erasures.json");
    writeFileSync(file, "Samad Farhani was hanged in Kerman on 2 May 2025, the desk said.\n");
    const { out } = await fits(run("add", file), 0, /1 added/);
    await fits(run("search", "Kerman"), 0, /./);
    assert.ok(!existsSync(list), "nothing was erased");
    await fits(run("erase", out.slice(0, 14), "--yes", "--reason", "asked"), 0, /Erased/);
    const before = readFileSync(list, "utf8");
    rmSync(list);
    await fits(run("search", "Kerman"), 0, /./);
    assert.equal(readFileSync(list, "utf8"), before);
  });
});

test("show tells which fields each correction put, and what of them stands", async () => {
  await withArchive(async (run, folder) => {
    const file = join(folder, "../report.txt");
    writeFileSync(file, "Four men were hanged in Kerman on 2 May 2025, the desk said.\n");
    await fits(run("add", file), 0, /1 claim/);
    const found = await run("search", "--kind", "execution", "--json");
    const [, id = ""] = /"(c-[a-z0-9]+)"/.exec(found.out) ?? [];
    const put = [
      ["--number", "3"],
      ["--place", "Tabriz"],
      ["--number", "5", "--from", "2025-05-01"],
    ];
    for (const fields of put)
      await fits(run("correct", id, ...fields, "--reason", "read again"), 0, /./);
    const { out } = await fits(run("show", id), 0, /read again \(number\)$/m);
    assert.match(out, /read again \(where\)$/m);
    assert.match(out, /read again \(number, when\)$/m);
    await fits(run("accept", id, "--reason", "yes"), 0, /./);
    await fits(run("show", id), 0, /accepted it: yes$/m);
    // Which decision holds again, of several by one person.
    await fits(run("undo", id, "--reason", "slip"), 0, /read again \(number, when\)$/m);
    await fits(run("undo", id, "--reason", "slip"), 0, /read again \(where\)$/m);
    const last = await fits(run("undo", id, "--reason", "slip"), 0, /read again \(number\)$/m);
    assert.doesNotMatch(last.out, /\(where\)/);
    const none = await fits(run("undo", id, "--reason", "slip"), 0, /nobody has decided/);
    assert.doesNotMatch(none.out, /read again/);
  });
});
