import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { decide, undoDecision } from "../../src/flow/archive/decide.ts";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { claimsOf, decisionsOf, readLog, verifyArchive } from "../../src/flow/archive/look.ts";
import {
  linkPeople,
  listPeople,
  mergePeople,
  showPerson,
  statePerson,
  undoLinks,
} from "../../src/flow/archive/people/index.ts";
import {
  closeArchive,
  initArchive,
  openSession,
  type Session,
  stopDatabase,
} from "../../src/flow/archive/session.ts";
import type { Archive } from "../../src/ledger/archive.ts";
import { openAsOwner, whereIs } from "../../src/ledger/database.ts";
import { addTexts, inArchiveFolder, isOnServer, surroundings } from "./archiveFolder.ts";
import { filesWith } from "./filesWith.ts";

const AT = "2026-01-02T03:04:05.000Z";
const TEXTS = [
  "Two prisoners, Samad Farhani and Reza Noorani, were hanged in Kerman on 2 May 2025, the desk said.",
  "Samad Farhani was hanged in Kerman on 2 May 2025, Lantern Rights Monitor said.",
  "Five men were hanged in Yazd on 3 May 2025, Lantern Rights Monitor said.",
];
/** Words that stand in reasons alone. */
const SAID = ["Zulqarnayn", "Ghorbatstan", "Pishvandar", "Mahtabgun", "Kuhnavard", "Sarvestoon"];
const [ACCEPTED = "", UNDONE = "", CORRECTED = "", LINKED = "", STATED = "", ERASED = ""] = SAID;

test("why people decided stands in no table, index or log, and is told to whoever opens the archive", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [first = "", second = "", third = ""] = await addTexts(session, TEXTS);
    const { archive } = session;
    const claim = (await claimsOf(archive, first))[0]?.claim ?? "";
    await decide(session, claim, { verdict: "accepted", reason: ACCEPTED, at: AT });
    await undoDecision(session, claim, { reason: UNDONE, at: AT });
    const other = (await claimsOf(archive, second))[0]?.claim ?? "";
    await decide(session, other, { verdict: "rejected", reason: CORRECTED, at: AT });
    await decidePeople(session);
    const erased = await erase(session, await planErasure(archive, third), {
      reason: ERASED,
      at: AT,
    });
    assert.deepEqual(await tellsOf(erased.archive, claim), SAID.toSorted());
    const { faults } = await verifyArchive(erased.archive, {
      since: null,
      step: () => undefined,
      isDeep: true,
    });
    assert.deepEqual(faults, []);
    await writeAll(erased.archive);
    assert.deepEqual(await filesWith(folder, SAID), []);
    await closeArchive(erased.archive);
    if (!isOnServer) await stopDatabase(folder);
    assert.deepEqual(await filesWith(folder, SAID), [], "after a stop");
  });
});

test("an archive whose views told reasons loses them when it is opened, also from its files", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [document = ""] = await addTexts(session, TEXTS);
    const { archive } = session;
    const claim = (await claimsOf(archive, document))[0]?.claim ?? "";
    await decide(session, claim, { verdict: "accepted", reason: ACCEPTED, at: AT });
    await asOwner(archive, [
      `update view.decisions set body = body || '{"reason": "${ACCEPTED}"}'`,
      "delete from public.sanad_migrations where name like '005%'",
      "drop table if exists view.erased",
    ]);
    await writeAll(archive);
    assert.ok((await filesWith(folder, SAID)).length > 0, "the scan finds what is there");
    await closeArchive(archive);
    const again = await openSession(surroundings(folder));
    assert.equal((await decisionsOf(again.archive, claim))[0]?.body.reason, ACCEPTED);
    assert.deepEqual(await filesWith(folder, SAID), []);
    await closeArchive(again.archive);
  });
});

async function decidePeople(session: Session): Promise<void> {
  const { archive } = session;
  const all = { words: null, stage: null, riskFrom: null, state: null, limit: 100 };
  const link = () => linkPeople(archive, { isAll: false, step: () => undefined });
  await link();
  const [one, two] = await listPeople(archive, all);
  await mergePeople(session, [one?.person ?? "", two?.person ?? ""], { reason: LINKED, at: AT });
  await link();
  const [merged] = await listPeople(archive, all);
  const person = merged?.person ?? "";
  await statePerson(session, person, "dead", { reason: STATED, at: AT });
  await link();
  const shown = await showPerson(archive, person);
  assert.ok(shown?.decisions.some(({ reason }) => reason === LINKED));
  assert.ok(shown?.decisions.some(({ reason }) => reason === STATED));
  await undoLinks(session, [shown?.decisions[0]?.entry ?? ""], { reason: "enough", at: AT });
}

/** Reasons that the log and a claim's decisions tell. */
async function tellsOf(archive: Archive, claim: string): Promise<string[]> {
  const log = await readLog(archive, { limit: 100, before: null });
  const decisions = await decisionsOf(archive, claim);
  const told = [
    ...log.map(({ reason }) => reason ?? ""),
    ...decisions.map(({ body }) => body.reason),
  ];
  return SAID.filter((word) => told.includes(word)).toSorted();
}

/** What the database holds in memory reaches its files. */
async function writeAll(archive: Archive): Promise<void> {
  await asOwner(archive, ["checkpoint"]);
}

async function asOwner(archive: Archive, statements: readonly string[]): Promise<void> {
  const owner = await openAsOwner(whereIs(archive.database));
  await owner.connection().execute(async (one) => {
    for (const statement of ["set role none", ...statements]) await sql.raw(statement).execute(one);
  });
  await owner.destroy();
}
