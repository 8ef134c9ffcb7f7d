import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { changeConsent, openTestimony } from "../../src/flow/archive/testimony.ts";
import { looksLikeForm, parseForm, testimonyOf } from "../../src/flow/archive/testimonyForm.ts";
import {
  closeArchive,
  initArchive,
  openSession,
  stopDatabase,
} from "../../src/flow/archive/session.ts";
import { appendEntries } from "../../src/ledger/append.ts";
import type { Database } from "../../src/ledger/database.ts";
import type { ConsentChanged } from "../../src/ledger/entryKinds.ts";
import { inArchiveFolder, isOnServer, keyFile, surroundings } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const AT = "2026-01-02T03:04:05.000Z";
/** Words that must be nowhere in clear. */
const MARKERS = ["Qalandarzadeh", "zirzamin-7731", "blindfold", "telephoned", "psychologist-desk"];
const FORM = `name: Parisa Qalandarzadeh
contact: zirzamin-7731
taken: 2026-01-01
how: telephoned
readers: psychologist-desk, editor
purposes: read, quote
until: 2026-02-01
consent: in writing

They took the blindfold off in the corridor.

Somebody counted to nine.
`;

test("testimony is sealed from the first byte, opened by those who may, and each opening is an entry", async () => {
  await inArchiveFolder(async (folder) => {
    const by = (env: Record<string, string>, words: readonly string[], more: object = {}) =>
      sanad(folder, words, { env: { ...keyFile(folder), ...env }, ...more });
    const mina = (...words: string[]) => by({}, words);
    await fits(mina("init", folder), 0, /Made/);
    const taken = await fits(
      by({}, ["add", "--testimony", "-", "--json"], { input: FORM }),
      0,
      /"testimony":"t-/,
    );
    const { testimony: id, witness } = JSON.parse(taken.out) as Record<string, string>;
    assert.ok(id !== undefined && witness !== undefined);

    // Nobody finds it; a proof does not show it; what is listed has no word of it.
    for (const word of ["blindfold", "Qalandarzadeh", "corridor"])
      await fits(mina("search", word), 0, /No claim fits/);
    const log = await fits(mina("log", "--json"), 0, /testimony-taken/);
    const entries = log.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, string>);
    for (const kind of ["testimony-taken", "witness-named"]) {
      const entry = entries.find((one) => one["kind"] === kind)?.["id"] ?? "";
      await fits(mina("prove", entry, "--show"), 5, /sealed testimony/);
      const proof = await fits(mina("prove", entry), 0, /sanad-proof/);
      for (const marker of MARKERS) assert.ok(!proof.out.includes(marker));
    }
    // While nothing else was entered about it, its own id says which entry is meant.
    const testimony = entries.find((one) => one["kind"] === "testimony-taken")?.["record"] ?? "";
    await fits(mina("prove", testimony), 0, /sanad-proof/);
    const listed = await fits(mina("consent"), 0, /consent holds +never opened/);
    assert.ok(
      MARKERS.every((marker) => !listed.out.includes(marker)),
      listed.out,
    );

    // It is opened with a reason, for a purpose, by a role; the witness only when asked for.
    await fits(mina("show", id), 2, /--reason/);
    await fits(by({}, ["show", id], { answers: [""] }), 0, /Nothing was opened/);
    await fits(mina("show", id, "--for", "court", "--reason", "trial"), 5, /not for this purpose/);
    await fits(mina("show", id, "--for", "fun", "--reason", "x"), 2, /one of read, quote/);
    const shown = await fits(mina("show", id, "--reason", "telephoned again"), 0, /blindfold/);
    assert.match(shown.out, /independence group of its own/);
    assert.ok(!shown.out.includes("Qalandarzadeh"));
    await fits(
      by({}, ["show", id, "--witness"], { answers: ["to call back"] }),
      0,
      /zirzamin-7731/,
    );
    await fits(mina("consent", id), 0, /opened 2 times/);
    const openings = /testimony-opened[^]*being read: telephoned again[^]*being read: to call back/;
    await fits(mina("history", id), 0, openings);
    const guest = { SANAD_ACTOR: "Guest", SANAD_ROLE: "guest" };
    await fits(by(guest, ["show", id, "--reason", "x"]), 5, /Your role may not open/);
    const unseen = await fits(by(guest, ["history", id]), 0, /testimony-opened/);
    assert.doesNotMatch(unseen.out, /telephoned|call back|being read/);
    const helper = { SANAD_ACTOR: "Helper", SANAD_ROLE: "Psychologist-Desk" };
    await fits(by(helper, ["show", id, "--reason", "care"]), 0, /blindfold/);
    await fits(mina("consent", id), 0, /opened 3 times/);

    // Consent ends on its day, is given anew, and is taken back by whoever hears of it.
    const later = { now: "2026-02-02T00:00:00.000Z" };
    await fits(by({}, ["show", id, "--reason", "x"], later), 5, /ended on 2026-02-01/);
    await fits(by({}, ["consent"], later), 0, /expired on 2026-02-01[^]*ask the witness anew/);
    await fits(mina("consent", id, "--until", "none"), 2, /--reason/);
    const anew = ["--until", "none", "--purposes", "read,court", "--reason", "telephoned in March"];
    await fits(mina("consent", id, ...anew), 0, /going to a court; until it is withdrawn/);
    await fits(by({}, ["show", id, "--for", "court", "--reason", "x"], later), 0, /corridor/);
    await fits(by(guest, ["consent", id, "--purposes", "name", "--reason", "x"]), 5, /Your role/);
    await fits(by(guest, ["consent", id, "--withdraw", "--reason", "telephoned"]), 0, /withdrawn/);
    await fits(mina("show", id, "--reason", "x"), 5, /was withdrawn/);
    await fits(mina("show", "t-none", "--reason", "x"), 3, /no testimony t-none/);

    // Another testimony of the same witness; erasing the one leaves who they are to the other.
    const again = FORM.replace(/name: .*\ncontact: .*/, `witness: ${witness}`).replace(
      "nine",
      "eleven",
    );
    const other = await fits(
      by({}, ["add", "--testimony", "-", "--json"], { input: again }),
      0,
      /t-/,
    );
    const { testimony: second } = JSON.parse(other.out) as Record<string, string>;
    await fits(mina("erase", id, "--yes", "--reason", "telephoned"), 0, /Erased/);
    await fits(mina("show", id, "--reason", "x"), 3, /was erased/);
    await fits(
      mina("show", second ?? "", "--witness", "--reason", "x"),
      0,
      /Qalandarzadeh[^]*corridor/,
    );
    await fits(mina("verify"), 0, /everything agrees/);

    const backup = join(folder, "../plain.backup");
    await fits(mina("backup", backup, "--plain"), 0, /Wrote/);
    checkNoMarker(folder);
    await fits(mina("erase", second ?? "", "--yes", "--reason", "asked"), 0, /Erased/);
    await fits(mina("consent"), 0, /There is no testimony/);
    if (!isOnServer) await stopDatabase(folder);
    checkNoMarker(folder);
    const restored = join(folder, "../other");
    await fits(
      sanad(restored, ["restore", backup, restored], { env: keyFile(folder) }),
      0,
      /everything agrees/,
    );
    await fits(
      sanad(restored, ["show", second ?? "", "--reason", "x"], { env: keyFile(folder) }),
      0,
      /corridor/,
    );
    checkNoMarker(restored);
    if (!isOnServer) await stopDatabase(restored);
  });
});

test("a withdrawal stands until consent is given anew, for what and how", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const mina = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    const change = (...words: string[]) => mina("consent", id, ...words, "--reason", "x");
    const id = await sealed(folder);
    await fits(change("--withdraw"), 0, /withdrawn/);
    // What is no consent is changed, and the withdrawal stands; half of a consent is none.
    await fits(change("--readers", "editor"), 0, /is withdrawn: it is not shown/);
    for (const half of [
      ["--until", "none"],
      ["--purposes", "read"],
      ["--given", "in words"],
      ["--purposes", "read", "--until", "2027-01-01", "--readers", "editor"],
    ])
      await fits(change(...half), 5, /was withdrawn; where the witness gave it anew/);
    await fits(mina("consent", id), 0, /withdrawn/);
    await fits(mina("show", id, "--reason", "x"), 5, /was withdrawn/);
    await fits(change("--purposes", "read,quote", "--given", "in writing"), 0, /being read/);
    await fits(mina("show", id, "--reason", "x"), 0, /corridor/);
    await fits(change("--readers", "editor"), 0, /being read/);
    await fits(change("--withdraw"), 0, /withdrawn/);
    await fits(change("--withdraw"), 0, /withdrawn/);
    await fits(mina("show", id, "--reason", "x"), 5, /was withdrawn/);

    // As an older version entered a change of readers: neither consent nor history takes it for consent.
    const consent = { purposes: ["read", "quote"], until: "2026-02-01", given: "in writing" };
    const body = { isWithdrawn: false, readers: ["editor"], reason: "housekeeping", changedAt: AT };
    const older = async (consented: object): Promise<void> => {
      const entry = { kind: "consent-changed", record: id, by: session.actor } as const;
      const old = { ...body, consent: { ...consent, ...consented } } as ConsentChanged;
      await appendEntries(session.archive, [{ ...entry, body: old }], { at: AT, expected: null });
    };
    await older({});
    await older({ until: null });
    await fits(mina("show", id, "--reason", "x"), 5, /was withdrawn/);
    await fits(mina("history", id), 0, /consent withdrawn: housekeeping/);
    await older({ purposes: ["quote", "read", "court"] });
    await fits(mina("show", id, "--reason", "x"), 0, /corridor/);
    await closeArchive(session.archive);
  });
});

test("nothing is shown behind a withdrawal, however the two queue; no change of consent takes it back", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const session = await initArchive(folder, around);
    const id = await sealed(folder);
    const other = await openSession(around);
    const opening = { purpose: "read", reason: "x", hasWitness: false, at: AT } as const;
    const nothing = { purposes: null, until: undefined, given: null, readers: null };
    const withdrawal = { ...nothing, isWithdrawn: true, reason: "she called" };
    const later = { ...withdrawal, isWithdrawn: false, until: null, reason: "housekeeping" };
    // Somebody writes; behind them the withdrawal waits, then who read the consent before it.
    const { database } = other.archive;
    const waiting: Promise<unknown>[] = [];
    await database.transaction().execute(async (one) => {
      await sql`select 1 from ledger.heads for update`.execute(one);
      waiting.push(changeConsent(session, id, withdrawal, AT));
      await untilWaiting(database, 1);
      waiting.push(assert.rejects(openTestimony(session, id, opening), /was withdrawn/));
      await untilWaiting(database, 2);
      waiting.push(assert.rejects(changeConsent(session, id, later, AT), /was withdrawn/));
      await untilWaiting(database, 3);
    });
    await Promise.all(waiting);
    const { rows } = await sql<{ kind: string }>`select kind from ledger.entries
      where kind in ('consent-changed', 'testimony-opened')`.execute(database);
    assert.deepEqual(rows, [{ kind: "consent-changed" }]);
    await closeArchive(other.archive);
    await closeArchive(session.archive);
  });
});

const FORMS: readonly (readonly [string, boolean])[] = [
  ["purposes: read\nconsent: in writing\n\nWords.", true],
  ["Name: Somebody\nContact: by the baker\n\nWords.", true],
  ["Interview of March\n\nwitness: s-2\nconsent: on a recording\n\nWords.", true],
  ["purpose: read\ntaken: 2026-01-01\nConsent : in words\n\nWords.", true],
  ["منظور: خواندن\nرضایت: نوشته\n\nسخن.", true],
  ["\uFEFFنام: کسی\r\nتماس: نانوا\r\n\r\nسخن.", true],
  ["Name: the Lantern\nDate: 2 May 2025\n\nTwo men were hanged in Kerman.", false],
  ["Consent: a film about a village\n\nTwo men were hanged in Kerman.", false],
  ["Contact: desk@lantern.invalid\n\nTwo men were hanged in Kerman.", false],
  ["The court said: consent was given.\nThe purposes were named.", false],
  ["تاریخ: ۲ اردیبهشت\nنام: روزنامه\n\nدو مرد اعدام شدند.", false],
];
for (const [text, isForm] of FORMS)
  test(`${JSON.stringify(text.slice(0, 30))} ${isForm ? "looks" : "does not look"} like a form`, () =>
    assert.equal(looksLikeForm(text), isForm));

test("a form without --testimony is refused, and nothing of it is kept; other reports are added", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await closeArchive(session.archive);
    const mina = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    const form = join(folder, "../statement.txt");
    const report = join(folder, "../report.txt");
    writeFileSync(report, "Two men were hanged in Kerman on 2 May 2025, the desk said.");
    writeFileSync(form, FORM);
    await fits(mina("add", form), 2, /looks like the form of a testimony.*--testimony/);
    await fits(mina("add", form, report), 1, /looks like the form[^]*report\.txt/);
    await fits(mina("search", "blindfold", "--documents"), 0, /No report/);
    // Beside the archive the form itself holds them.
    writeFileSync(form, "");
    checkNoMarker(folder);
    if (!isOnServer) await stopDatabase(folder);
    checkNoMarker(folder);
    writeFileSync(form, FORM);
    await fits(mina("add", form, "--yes"), 0, /statement\.txt/);
    await fits(mina("search", "blindfold", "--documents"), 0, /1 of 1 report/);
  });
});

/** Takes a testimony by the form above; answers with its id. */
async function sealed(folder: string): Promise<string> {
  const given = { env: keyFile(folder), input: FORM };
  const { out } = await fits(sanad(folder, ["add", "--testimony", "-", "--json"], given), 0, /t-/);
  return (JSON.parse(out) as { readonly testimony: string }).testimony;
}

/** Waits until so many writers stand behind another. */
async function untilWaiting(database: Database, count: number): Promise<void> {
  for (;;) {
    const { rows } = await sql`select distinct pid from pg_locks where not granted`.execute(
      database,
    );
    if (rows.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test("a testimony is asked for on the terminal", async () => {
  await inArchiveFolder(async (folder) => {
    await fits(sanad(folder, ["init", folder], { env: keyFile(folder) }), 0, /Made/);
    const answers = [
      "",
      "",
      "",
      "",
      "letter",
      "read",
      "",
      "in words",
      "",
      "One line,",
      "",
      "and one.",
      ".",
    ];
    await fits(
      sanad(folder, ["add", "--testimony"], { env: keyFile(folder), answers }),
      0,
      /Sealed t-/,
    );
    await fits(
      sanad(folder, ["add", "--testimony"], { env: keyFile(folder) }),
      2,
      /Nobody can be asked/,
    );
    const none = answers.with(5, "");
    await fits(
      sanad(folder, ["add", "--testimony"], { env: keyFile(folder), answers: none }),
      2,
      /Without consent/,
    );
    const binary = join(folder, "../scan.bin");
    writeFileSync(binary, Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
    await fits(
      sanad(folder, ["add", "--testimony", binary], { env: keyFile(folder) }),
      2,
      /plain text/,
    );
  });
});

const HEADS: readonly (readonly [string, RegExp | string])[] = [
  ["purposes: read\nconsent: in writing\n\nWords.", "Words."],
  ["منظور: خواندن، دادگاه\nرضایت: نوشته\nنام: پریسا\n\nسخن.", "سخن."],
  ["purposes: none\nconsent: in words\n\nWords.", "Words."],
  ["consent: in writing\n\nWords.", /Without consent/],
  ["purposes: read\n\nWords.", /Without consent/],
  ["purposes: sell\nconsent: x\n\nWords.", /may consent to/],
  ["purposes: read\nconsent: x\nuntil: soon\n\nWords.", /A day is written/],
  ["purposes: read\nWords without a field.", /Line 2 of the testimony/],
  ["purposes: read\nconsent: x\n\n  ", /no words/],
];
for (const [form, expected] of HEADS) {
  test(`a form ${JSON.stringify(form.slice(0, 40))} is ${typeof expected === "string" ? "taken" : "refused"}`, () => {
    const take = () => testimonyOf(parseForm(form), "2026-01-02");
    if (typeof expected === "string") assert.equal(take().text, expected);
    else assert.throws(take, expected);
  });
}

/** Every file of the archive: database, its log and its log of changes, evidence, keys, and what lies beside it; or the server's. */
function checkNoMarker(folder: string): void {
  const server = process.env["SANAD_TEST_SERVER_DATA"];
  const looked = [join(folder, ".."), ...(server === undefined ? [] : [server])]
    .map(checkFilesBelow)
    .reduce((sum, size) => sum + size, 0);
  if (!isOnServer || server !== undefined)
    assert.ok(looked > 10_000_000, `Only ${looked} bytes were looked at`);
}

function checkFilesBelow(top: string): number {
  let looked = 0;
  for (const name of readdirSync(top, { recursive: true, encoding: "utf8" })) {
    const bytes = bytesIn(join(top, name));
    looked += bytes.length;
    for (const marker of MARKERS)
      for (const spelling of [
        Buffer.from(marker),
        Buffer.from(marker, "utf16le"),
        Buffer.from(marker.toLowerCase()),
      ])
        assert.ok(!bytes.includes(spelling), `${name} holds ${marker}`);
  }
  return looked;
}

/** Empty where it is no file, or none any more: a database takes files away while it runs. */
function bytesIn(path: string): Buffer {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return Buffer.alloc(0);
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      return Buffer.alloc(0);
    throw error;
  }
}
