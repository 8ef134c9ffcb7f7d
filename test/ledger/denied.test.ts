import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addReports } from "../../src/flow/archive/addReports.ts";
import {
  clashOf,
  decidePair,
  type ListedPerson,
  linkPeople,
  listEvents,
  listPeople,
  mergePeople,
  showPerson,
  statePerson,
} from "../../src/flow/archive/people/index.ts";
import { foldForSearch } from "../../src/base/foldForSearch.ts";
import { nameKey } from "../../src/base/nameKey.ts";
import { searchedNames } from "../../src/ledger/peopleRows.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import { inArchiveFolder, surroundings, withPassphrase } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

/** Invented people: what reports tell of each, and when. */
const REPORTS = {
  hanged: [
    "2025-06-11",
    "Kamran Dalirian, 32, son of Hossein, was executed in Ghezel Hesar Prison on 10 June 2025.",
  ],
  hangedAgain: [
    "2025-06-12",
    "Authorities executed Kamran Dalirian, 32, son of Hossein, in Ghezel Hesar Prison on 10 June 2025.",
  ],
  alive: [
    "2025-06-14",
    "Kamran Dalirian, 32, son of Hossein, is alive in Ghezel Hesar Prison, his brother said.",
  ],
  aliveBefore: [
    "2025-06-01",
    "Kamran Dalirian, 32, son of Hossein, is alive in Ghezel Hesar Prison, his brother said.",
  ],
  freedBefore: [
    "2025-05-20",
    "Kamran Dalirian, 32, son of Hossein, was released from Ghezel Hesar Prison on 19 May 2025.",
  ],
  five: [
    "2025-06-12",
    "Five prisoners were executed in Adelabad Prison in Shiraz on 11 June 2025. Among them was Behrouz Nikfarman, 41.",
  ],
  denied: [
    "2025-06-13",
    "The judiciary denied that Behrouz Nikfarman, 41, had been executed in Adelabad Prison in Shiraz.",
  ],
  sentenced: ["2025-07-20", "Siamak Torkashi, 29, was sentenced to death in Ahvaz."],
  arrested: [
    "2025-07-20",
    "Kamran Dalirian, 51, son of Yadollah, was arrested in Ahvaz on 18 July 2025.",
  ],
} as const;

const TOLD = { reason: "looked at both", at: "2026-02-03T10:00:00.000Z" };
const ALL = { words: null, stage: null, riskFrom: null, state: null, limit: 100 };
const EVENTS = { words: null, kind: null, from: null, to: null, isOpen: false, limit: 100 };

async function inArchive(use: (session: Session) => Promise<void>): Promise<void> {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    try {
      await use(session);
    } finally {
      await closeArchive(session.archive);
    }
  });
}

async function add(session: Session, ...names: readonly (keyof typeof REPORTS)[]): Promise<void> {
  for (const name of names) {
    const [published, text] = REPORTS[name];
    const file = join(session.archive.folder, `../${name}.txt`);
    writeFileSync(file, `${text}\n`);
    const options = { by: session.actor, now: () => TOLD.at, reader: "sanad test" };
    const stdin = (async function* () {})();
    for await (const { kind } of addReports(
      session.archive,
      [file],
      { published },
      DEFAULTS,
      stdin,
      options,
    ))
      assert.equal(kind, "added");
  }
  await linkPeople(session.archive, { isAll: false, step: () => undefined });
}

async function disputed({ archive }: Session): Promise<readonly ListedPerson[]> {
  return listPeople(archive, { ...ALL, isDisputed: true });
}

async function lowOf({ archive }: Session): Promise<string> {
  const { totals } = await listEvents(archive, { ...EVENTS, isDisputed: false });
  return totals.map(({ low, best, high }) => `${low} ${best} ${high}`).join("; ");
}

test("whoever is told executed and alive is disputed, and not in the low count, until a person decides", async () => {
  await inArchive(async (session) => {
    const { archive } = session;
    await add(session, "hanged");
    assert.deepEqual([await disputed(session), await lowOf(session)], [[], "1 1 1"]);
    await add(session, "alive");
    const [person, ...rest] = await disputed(session);
    assert.equal(rest.length, 0);
    assert.equal(await lowOf(session), "0 1 1");
    const { events } = await listEvents(archive, { ...EVENTS, isDisputed: true });
    assert.deepEqual(
      events.map((one) => one.disputed),
      [["denied"]],
    );
    for (const state of ["alive", "dead"] as const) {
      await statePerson(session, person?.person ?? "", state, TOLD);
      for (const isAll of [false, true]) {
        await linkPeople(archive, { isAll, step: () => undefined });
        assert.deepEqual(await disputed(session), [], state);
        assert.equal((await showPerson(archive, person?.person ?? "")).state, state);
      }
    }
    assert.equal(await lowOf(session), "1 1 1", "a person confirmed the death");
  });
});

test("a sign of life or a release of before the death disputes nothing", async () => {
  await inArchive(async (session) => {
    await add(session, "hanged", "aliveBefore", "freedBefore");
    assert.deepEqual([await disputed(session), await lowOf(session)], [[], "1 1 1"]);
    assert.equal((await listPeople(session.archive, ALL)).length, 1);
  });
});

test("of five whose execution is told one is denied: four at least", async () => {
  await inArchive(async (session) => {
    await add(session, "five");
    assert.equal(await lowOf(session), "5 5 5");
    await add(session, "denied");
    assert.equal(await lowOf(session), "4 5 5");
    assert.equal((await disputed(session)).length, 1);
  });
});

test("a life that is confirmed is not carried to another man's death, nor a later arrest joined in silence", async () => {
  await inArchive(async (session) => {
    const { archive } = session;
    await add(session, "hanged", "arrested");
    const [one, other] = await listPeople(archive, ALL);
    const [dead, held] = one?.risk === 9 ? [one, other] : [other, one];
    const ids = [dead?.person ?? "", held?.person ?? ""] as const;
    assert.notEqual(ids[1], "");
    const clash = await clashOf(archive, ids);
    assert.deepEqual(
      [clash?.death.stage, clash?.against.map(({ stage }) => stage)],
      ["executed", ["arrested"]],
    );
    await statePerson(session, ids[1], "alive", TOLD);
    await linkPeople(archive, { isAll: false, step: () => undefined });
    await assert.rejects(mergePeople(session, ids, TOLD), { code: "input-refused" });
    const { mentions: a } = await showPerson(archive, ids[0]);
    const { mentions: b } = await showPerson(archive, ids[1]);
    const pair = { a: a[0]?.mention ?? "", b: b[0]?.mention ?? "" };
    await assert.rejects(decidePair(session, pair, "same", TOLD), { code: "input-refused" });
    await statePerson(session, ids[0], "alive", TOLD);
    await linkPeople(archive, { isAll: false, step: () => undefined });
    await mergePeople(session, ids, TOLD);
    await linkPeople(archive, { isAll: false, step: () => undefined });
    assert.equal(await lowOf(session), "0 0 0");
  });
});

test("people are listed with those first whose death is disputed, then who is in danger, the dead last", async () => {
  await inArchive(async (session) => {
    await add(session, "hanged", "alive", "five", "sentenced");
    const namesOf = async (limit: number) =>
      (await listPeople(session.archive, { ...ALL, limit })).map(({ name }) => name);
    const names = ["Kamran Dalirian", "Siamak Torkashi", "Behrouz Nikfarman"];
    assert.deepEqual(await namesOf(100), names);
    assert.deepEqual(await namesOf(2), names.slice(0, 2));
    assert.deepEqual(await namesOf(1), names.slice(0, 1));
  });
});

test("sanad review asks first who lives of those who are disputed; sanad people and person say so", async () => {
  await inArchiveFolder(async (folder) => {
    const { SANAD_PASSPHRASE = "" } = withPassphrase(folder).env;
    const env = { SANAD_PASSPHRASE };
    const run = (keys: string, ...words: string[]) => sanad(folder, words, { env, keys });
    await fits(sanad(folder, ["init", folder], { env }), 0, /./);
    for (const name of ["five", "denied"] as const) {
      const file = join(folder, `../${name}.txt`);
      writeFileSync(file, `${REPORTS[name][1]}\n`);
      await fits(run("", "add", file, "--published", REPORTS[name][0]), 0, /added/);
    }
    const { out } = await fits(run("", "people", "--disputed"), 0, /Nikfarman[^]*disputed: denied/);
    const [person = ""] = /p-\w+/.exec(out) ?? [];
    await fits(run("", "person", person), 0, /disputed: reported dead[^]*denied: Executed/);
    await fits(run("", "events", "--disputed"), 0, /at least 4[^]*whether somebody named died/);
    await fits(run("dsuq", "review"), 0, /x dead[^]*0 decided/);
    await fits(run("a", "review"), 0, /a alive[^]*1 decided/);
    await fits(run("", "person", person), 0, /confirmed by a person: alive/);
    await fits(run("", "review"), 0, /nobody's life/);
    await fits(run("", "people", "--disputed"), 0, /Nobody fits/);
    await fits(run("", "person", person, "--state", "unknown", "--reason", "x"), 0, /./);
    await fits(run("", "people", "--disputed"), 0, /Nikfarman/);
    await fits(run("", "review", "--limit", "1"), 0, /nobody's life/);
  });
});

test("sanad merge of two whom a report calls brothers says so, and how to take it back", async () => {
  await inArchiveFolder(async (folder) => {
    const { SANAD_PASSPHRASE = "" } = withPassphrase(folder).env;
    const env = { SANAD_PASSPHRASE };
    const run = (...words: string[]) => sanad(folder, words, { env, keys: "" });
    await fits(sanad(folder, ["init", folder], { env }), 0, /./);
    const file = join(folder, "../brothers.txt");
    const text = "The brothers Bahram Nikfarman and Behrouz Nikfarman were hanged in Tabas.";
    writeFileSync(file, `${text}\n`);
    await fits(run("add", file, "--published", "2025-05-10"), 0, /added/);
    const { out } = await fits(run("people"), 0, /Behrouz/);
    const [one = "", other = ""] = out.match(/p-\w+/g) ?? [];
    const merged = run("merge", one, other, "--reason", "a slip of the hand");
    const said = await fits(merged, 0, /Look again: d-\w+ calls them relatives[^]*Behrouz/);
    const entry = /sanad undo (e-\w+)/.exec(said.out)?.[1] ?? "";
    await fits(run("undo", entry, "--reason", "two brothers"), 0, /no longer holds/);
  });
});

test("a Turkish spelling is searched by its sounds, as what is written without marks is", () => {
  const searched = searchedNames(["Çetin Demirkaya"]);
  for (const key of ["چتین", "Chetin", "Cetin"])
    assert.ok(searched.includes(` =${nameKey(foldForSearch(key))} `), key);
});

test("another report of the death of one who is confirmed alive is disputed, until somebody says that it is of another man", async () => {
  await inArchive(async (session) => {
    const { archive } = session;
    await add(session, "hanged");
    const [first] = await listPeople(archive, ALL);
    await statePerson(session, first?.person ?? "", "alive", TOLD);
    await add(session, "hangedAgain");
    assert.equal((await listPeople(archive, ALL)).length, 2, "nobody is joined to him");
    const [second, ...rest] = await disputed(session);
    assert.equal(rest.length, 0);
    assert.notEqual(second?.person, first?.person);
    assert.equal(await lowOf(session), "0 1 1");
    for (const isAll of [true, false]) {
      await linkPeople(archive, { isAll, step: () => undefined });
      assert.equal((await disputed(session)).length, 1, "linked anew it is the same");
    }
    const { mentions: a } = await showPerson(archive, first?.person ?? "");
    const { mentions: b } = await showPerson(archive, second?.person ?? "");
    const pair = { a: a[0]?.mention ?? "", b: b[0]?.mention ?? "" };
    await decidePair(session, pair, "different", TOLD);
    await linkPeople(archive, { isAll: false, step: () => undefined });
    assert.deepEqual([await disputed(session), await lowOf(session)], [[], "1 1 1"]);
  });
});
