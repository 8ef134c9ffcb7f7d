/** People of very many namings: one is parted by as many entries as namings go, for good; one told in as many ways stays one. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { addReports } from "../../src/flow/archive/addReports.ts";
import { decide } from "../../src/flow/archive/decide.ts";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { verifyArchive } from "../../src/flow/archive/look.ts";
import {
  linkPeople,
  listPeople,
  splitPerson,
  undoLinks,
} from "../../src/flow/archive/people/index.ts";
import { closeArchive, initArchive, type Session } from "../../src/flow/archive/session.ts";
import { DEFAULTS } from "../../src/flow/readConfig.ts";
import { mentionsOfPerson } from "../../src/ledger/peopleRows.ts";
import { inArchiveFolder, surroundings } from "./archiveFolder.ts";

const TOLD = { reason: "two men", at: "2026-01-03T00:00:00.000Z" };
const ALL = { words: null, stage: null, riskFrom: null, state: null, limit: 100 };
/** Namings of one person: more than a thousand pairs between their halves. */
const NAMINGS = 66;
const GO = 32;

test("a person of many namings is split by an entry a naming, for good, and put together again", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await addMany(session);
    await link(session, false);
    const [person = "", ...none] = (await sizes(session)).map(([one]) => one);
    assert.deepEqual(none, []);
    const namings = (await mentionsOfPerson(session.archive, person)).map((one) => one.mention);
    assert.equal(namings.length, NAMINGS);
    const before = await countEntries(session);
    const go = namings.slice(0, GO);
    await splitPerson(session, go, TOLD);
    assert.equal((await countEntries(session)) - before, GO);
    for (const isAll of [false, true]) {
      const { contradicted, stale } = await link(session, isAll);
      assert.deepEqual([contradicted, stale], [[], []]);
      assert.deepEqual(
        (await sizes(session)).map(([, size]) => size),
        [NAMINGS - GO, GO],
      );
    }
    assert.deepEqual(
      (await verifyArchive(session.archive, { since: null, step: () => {} })).faults,
      [],
    );
    const { rows: decided } = await sql<{ entry: string; b: string }>`
      select entry, b from view.link_decisions where workspace = ${session.archive.workspace}`.execute(
      session.archive.database,
    );
    assert.equal(decided.length, GO * (NAMINGS - GO));
    const undone = await undoLinks(session, [decided[0]?.entry ?? ""], TOLD);
    assert.deepEqual([...undone.values()], [GO]);
    await link(session, false);
    assert.deepEqual(
      (await sizes(session)).map(([, size]) => size),
      [NAMINGS],
    );
    await closeArchive(session.archive);
  });
});

test("of a large split whose naming went it is told once, and linking goes on", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await addMany(session);
    await link(session, false);
    const [one] = await sizes(session);
    const namings = await mentionsOfPerson(session.archive, one?.[0] ?? "");
    const go = namings.slice(0, GO);
    await splitPerson(
      session,
      go.map(({ mention }) => mention),
      TOLD,
    );
    await link(session, false);
    const [first] = go;
    await decide(session, first?.body.claims[0]?.claim ?? "", { ...TOLD, verdict: "rejected" });
    const { stale } = await link(session, false);
    assert.deepEqual(
      stale.map(({ verdict, mentions, why }) => [verdict, mentions, why]),
      [["different", [first?.mention], "went"]],
    );
    assert.deepEqual(await link(session, false).then((again) => again.stale), stale);
    await closeArchive(session.archive);
  });
});

test("of a large split what is held apart of others stays when a report of it is erased", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await addMany(session);
    await link(session, false);
    const [one] = await sizes(session);
    const namings = await mentionsOfPerson(session.archive, one?.[0] ?? "");
    await splitPerson(
      session,
      namings.slice(0, GO).map(({ mention }) => mention),
      TOLD,
    );
    await link(session, false);
    const plan = await planErasure(session.archive, namings[0]?.document ?? "");
    const before = await countEntries(session);
    const { archive } = await erase(session, plan, TOLD);
    const kept = { ...session, archive };
    // The erasures of the report and of what was decided, and an entry for each naming that stays apart.
    assert.equal((await countEntries(kept)) - before, 2 + GO - 1);
    await link(kept, false);
    assert.deepEqual(
      (await sizes(kept)).map(([, size]) => size),
      [NAMINGS - GO, GO - 1],
    );
    const again = await planErasure(archive, namings.at(-1)?.document ?? "");
    assert.deepEqual(
      again.aboutPeople.map(({ isKept }) => isKept),
      [true],
    );
    const later = await erase(kept, again, TOLD);
    const left = { ...kept, archive: later.archive };
    for (const isAll of [false, true]) {
      const { contradicted, stale } = await link(left, isAll);
      assert.deepEqual([contradicted, stale], [[], []]);
      assert.deepEqual(
        (await sizes(left)).map(([, size]) => size),
        [NAMINGS - GO - 1, GO - 1],
      );
    }
    const { faults } = await verifyArchive(left.archive, { since: null, step: () => {} });
    assert.deepEqual(faults, []);
    await closeArchive(left.archive);
  });
});

test("a man of whom more tell, each otherwise, than a key holds is one person, however the reports come", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await addRows(session, "first", 390);
    await link(session, false);
    await addRows(session, "more", 30);
    await link(session, false);
    await addRows(session, "last", 15);
    await link(session, false);
    for (const isAll of [false, true]) {
      if (isAll) await link(session, isAll);
      assert.deepEqual(
        (await sizes(session)).map(([, size]) => size),
        [435],
      );
    }
    await closeArchive(session.archive);
  });
});

async function addMany(session: Session): Promise<void> {
  const row = "Hormoz Delavarian,2024-05-12,31,Shiraz,Kaveh";
  const rows = Array.from({ length: NAMINGS }, (_, at) => `${at + 1},${row}`);
  await addList(session, "many", ["ID,Name,Date of death,Age,City,Father", ...rows]);
}

/** Rows about one man, no two of them alike. */
async function addRows(session: Session, name: string, count: number): Promise<void> {
  const rows = Array.from(
    { length: count },
    (_, at) => `${at + 1},Hormoz Delavarian,2024-05-12,31,Shiraz,case ${name} ${at}`,
  );
  await addList(session, name, ["ID,Name,Date of death,Age,City,Charge", ...rows]);
}

async function addList(session: Session, name: string, lines: readonly string[]): Promise<void> {
  const file = join(session.archive.folder, `../${name}.csv`);
  writeFileSync(file, lines.join("\n"));
  const list = {
    kind: "execution" as const,
    hints: { choices: [], order: null, sheet: null, today: "2026-01-02" },
    onList: () => {},
  };
  const options = { by: session.actor, now: () => TOLD.at, reader: "sanad test", list };
  const stdin = (async function* () {})();
  for await (const { kind } of addReports(session.archive, [file], {}, DEFAULTS, stdin, options))
    assert.equal(kind, "added");
}

async function link({ archive }: Session, isAll: boolean) {
  return linkPeople(archive, { isAll, step: () => undefined });
}

async function sizes({ archive }: Session): Promise<readonly (readonly [string, number])[]> {
  const people = await listPeople(archive, ALL);
  return people
    .map(({ person, mentions }) => [person, mentions] as const)
    .toSorted(([, x], [, y]) => y - x);
}

async function countEntries({ archive }: Session): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ledger.entries where workspace = ${archive.workspace}`.execute(
    archive.database,
  );
  return rows[0]?.count ?? 0;
}
