import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { formatKey, makeSigner } from "../../src/base/signedNote.ts";
import { backupArchive, restoreBackup } from "../../src/flow/archive/backup.ts";
import { checkProofFile } from "../../src/flow/archive/checkProofFile.ts";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { decide, undoDecision } from "../../src/flow/archive/decide.ts";
import {
  claimsOf,
  countClaims,
  decisionsOf,
  entryOfProof,
  proveEntry,
  readCheckpoint,
  readLog,
  searchClaims,
  showClaim,
  showDocument,
  verifyArchive,
} from "../../src/flow/archive/look.ts";
import { rereadArchive } from "../../src/flow/archive/rereadArchive.ts";
import {
  closeArchive,
  initArchive,
  openSession,
  stopDatabase,
  type Session,
} from "../../src/flow/archive/session.ts";
import { appendEntries } from "../../src/ledger/append.ts";
import {
  addFile,
  inArchiveFolder,
  isOnServer,
  NO_FILTER,
  withPassphrase,
} from "./archiveFolder.ts";
import type { Archive } from "../../src/ledger/archive.ts";

const AT = "2026-01-02T03:04:05.000Z";
const REPORT = `Kerman Rights Desk, 3 May 2025

Two prisoners, Samad Farhani and Reza Noorani, were hanged in Kerman Central Prison on 2 May 2025, the desk said.
`;

test("what comes in is captured, read, found, decided on and checked", async () => {
  await inArchiveFolder(async (folder) => {
    const made = await initArchive(folder, withPassphrase(folder));
    await closeArchive(made.archive);
    const report = join(folder, "..", "report.txt");
    writeFileSync(report, REPORT);

    const session = await openSession(withPassphrase(folder));
    const { archive } = session;
    assert.equal(session.actor, made.actor);
    try {
      await checkAdding(session, report);
      await checkDeciding(session);
      await checkChecking(session);
      const erased = await checkErasing(session);
      await checkBackup({ ...session, archive: erased });
    } finally {
      await closeArchive(archive);
    }
    checkNothingInClear(folder);

    const wrong = { ...withPassphrase(folder).env, SANAD_PASSPHRASE: "another thing altogether" };
    await assert.rejects(openSession({ ...withPassphrase(folder), env: wrong }), {
      code: "forbidden",
    });
    await assert.rejects(initArchive(folder, withPassphrase(folder)), { code: "conflict" });
  });
});

async function checkAdding(session: Session, report: string): Promise<void> {
  const { archive } = session;
  const [first] = await addFile(session, report);
  assert.equal(first?.kind, "added");
  const id = first?.kind === "added" ? first.document : "";
  const document = await showDocument(archive, id);
  assert.equal(document?.text, REPORT);
  for (const { body } of await claimsOf(archive, id))
    assert.equal(REPORT.slice(body.span.start, body.span.end), body.span.quote);

  const [again] = await addFile(session, report);
  assert.deepEqual([again?.kind, again?.kind === "same" ? again.document : ""], ["same", id]);

  writeFileSync(report, REPORT.replace("Two prisoners", "At least two prisoners"));
  const [changed] = await addFile(session, report);
  assert.ok(changed?.kind === "added" && changed.version !== null);
  assert.equal(changed.version.previous, id);
  assert.ok(changed.version.come.some((words) => words.includes("At least two")));
  assert.ok((await showDocument(archive, id)) !== null, "the version before stays");

  const [missing] = await addFile(session, `${report}.nowhere`);
  assert.equal(missing?.kind, "failure");
}

async function checkDeciding(session: Session): Promise<void> {
  const { archive } = session;
  for (const words of ["Farhani", "samad farhany", "hanged prisoners", "Kerman"]) {
    const found = (await searchClaims(archive, { ...NO_FILTER, words })).claims;
    assert.ok(found.length > 0, `${words} finds nothing`);
  }
  assert.equal((await searchClaims(archive, { ...NO_FILTER, words: "nobody said this" })).count, 0);
  const filters = [
    { kind: "protest" },
    { from: "2025-06-01" },
    { place: "Shiraz" },
    { status: "accepted" },
  ];
  for (const filter of filters)
    assert.equal(
      (await searchClaims(archive, { ...NO_FILTER, words: "Farhani", ...filter })).claims.length,
      0,
    );

  const [found] = (
    await searchClaims(archive, { ...NO_FILTER, words: "Farhani", kind: "execution" })
  ).claims;
  const id = found?.claim ?? "";
  await decide(session, id, { verdict: "accepted", reason: "read against the page", at: AT });
  assert.equal((await showClaim(archive, id))?.status, "accepted");
  await decide(session, id, { verdict: "rejected", reason: "the page was another", at: AT });
  const undone = await undoDecision(session, id, { reason: "it was not", at: AT });
  assert.deepEqual([undone.verdict, undone.now], ["rejected", "accepted"]);
  assert.equal((await showClaim(archive, id))?.status, "accepted");
  const decisions = await decisionsOf(archive, id);
  assert.deepEqual(
    decisions.map(({ verdict, actor, undone_by: undone }) => [verdict, actor, undone !== null]),
    [
      ["accepted", "Mina Karimpour", false],
      ["rejected", "Mina Karimpour", true],
    ],
  );
  const changes = [];
  const options = { reader: "sanad newer", isAll: false, isDry: false, now: () => AT };
  for await (const change of rereadArchive(session, options)) changes.push(change);
  assert.deepEqual(changes, [], "the same rules read the same");
  assert.equal((await showClaim(archive, id))?.status, "accepted", "a decision outlives a reading");
  const counts = await countClaims(archive);
  assert.equal(
    counts.find(({ kind, status }) => kind === "execution" && status === "accepted")?.claims,
    1,
  );
  await assert.rejects(decide(session, "c-none", { verdict: "accepted", reason: "", at: AT }), {
    code: "not-found",
  });
}

async function checkChecking(session: Session): Promise<void> {
  const { archive } = session;
  const checkpoint = await readCheckpoint(archive);
  const log = await readLog(archive, { limit: 100, before: null });
  assert.deepEqual(
    log.map(({ index }) => index).reverse(),
    log.map((_, at) => at),
  );
  const body = { actor: "a-other", name: "Other", role: "guest" };
  const entry = { kind: "actor-named", record: "r-other", by: "a-other", body } as const;
  await assert.rejects(appendEntries(archive, [entry], { at: AT, expected: 1 }), {
    code: "conflict",
  });
  await appendEntries(archive, [entry], { at: AT, expected: log.length });
  const verdict = await verifyArchive(archive, { since: checkpoint, step: () => undefined });
  assert.deepEqual(verdict.faults, []);
  assert.deepEqual(verdict.since, { size: log.length, holds: true });
  assert.equal(verdict.entries, log.length + 1);

  for (const change of [
    sql`update ledger.entries set kind = 'other' where index = 2`,
    sql`update ledger.entries set leaf = leaf || '\\x00'::bytea where index = 2`,
    sql`delete from ledger.entries where index = 2`,
  ])
    await assert.rejects(change.execute(archive.database), /permission denied|only ever added/);

  const [evidence] = evidenceOf(archive.folder);
  const bytes = readFileSync(evidence ?? "");
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  writeFileSync(evidence ?? "", bytes);
  const { faults } = await verifyArchive(archive, { since: null, step: () => undefined });
  assert.equal(faults.length, 1);
  assert.match(faults[0]?.where ?? "", /^evidence of d-/);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  writeFileSync(evidence ?? "", bytes);
}

async function checkErasing(session: Session): Promise<Archive> {
  const { archive } = session;
  const found = (await searchClaims(archive, { ...NO_FILTER, words: "Farhani" })).claims;
  const [id = ""] = found.map(({ document }) => document);
  const captured = await proveEntry(archive, id, { isShown: true });
  assert.equal(entryOfProof(captured).kind, "document-captured");
  assert.match(captured.shown?.body ?? "", /"sha256":/);
  const proof = await proveEntry(archive, found[0]?.claim ?? "", { isShown: true });
  assert.equal(entryOfProof(proof).kind, "reading-made");
  const text = JSON.stringify(proof);
  const verdict = checkProofFile(text, proof.key);
  assert.ok(verdict.holds && verdict.isShown && verdict.isKeyGiven);
  assert.equal(checkProofFile(text.replaceAll("Farhani", "Nobody"), null).holds, false);
  const stranger = formatKey(makeSigner(archive.signer.name, new Uint8Array(32)));
  assert.equal(checkProofFile(text, stranger).holds, false);
  assert.throws(() => checkProofFile("{}", null), { code: "input-refused" });

  const before = await readCheckpoint(archive);
  const bodies = evidenceOf(archive.folder).length;
  const plan = await planErasure(archive, id);
  const { entries } = plan;
  assert.ok(entries >= 2);
  const done = await erase(session, plan, { reason: "the family asked for it", at: AT });
  assert.deepEqual(done.gaps, []);
  assert.equal(evidenceOf(archive.folder).length, bodies - 1);
  assert.equal(await showDocument(archive, id), null);
  const left = (await searchClaims(archive, { ...NO_FILTER, words: "Farhani" })).claims;
  assert.ok(left.every(({ document }) => document !== id));
  assert.ok(checkProofFile(text, proof.key).holds, "its proof still holds");
  const { faults, erased, since } = await verifyArchive(done.archive, {
    since: before,
    step: () => undefined,
  });
  assert.deepEqual([faults, erased, since?.holds], [[], entries, true]);
  await assert.rejects(planErasure(archive, id), { code: "not-found" });
  return done.archive;
}

async function checkBackup(session: Session): Promise<void> {
  const { archive } = session;
  const { folder } = archive;
  const log = await readLog(archive, { limit: 100, before: null });
  const counts = await countClaims(archive);
  const file = join(folder, "../backup.age");
  const lock = { kind: "passphrase", passphrase: "six words that nobody else would say" } as const;
  await backupArchive(archive, file, lock, AT);
  assert.ok(!readFileSync(file).includes("entries"));
  await assert.rejects(backupArchive(archive, file, lock, AT), { code: "conflict" });

  const cut = join(folder, "../cut.age");
  writeFileSync(cut, readFileSync(file).subarray(0, -200));
  const other = join(folder, "../other");
  await assert.rejects(restoreBackup(cut, other, withPassphrase(other)), { code: "integrity" });
  assert.ok(!existsSync(other), "nothing is left of a restore that failed");
  await assert.rejects(restoreBackup(file, folder, withPassphrase(folder)), {
    code: "conflict",
  });

  const { archive: restored } = await restoreBackup(file, other, withPassphrase(other));
  try {
    assert.deepEqual(await readLog(restored, { limit: 100, before: null }), log);
    assert.deepEqual(await countClaims(restored), counts, "views made again are the views");
    const verdict = await verifyArchive(restored, {
      since: await readCheckpoint(archive),
      step: () => undefined,
    });
    assert.deepEqual([verdict.faults, verdict.since?.holds], [[], true]);
  } finally {
    await closeArchive(restored);
    if (!isOnServer) await stopDatabase(other);
  }
}

/** Names stand in the searchable tables only: not in file names, evidence, keys or the server's log. */
function checkNothingInClear(folder: string): void {
  const files = [
    ...evidenceOf(folder),
    join(folder, "keys.json"),
    join(folder, "sanad.archive.json"),
    ...(isOnServer ? [] : [join(folder, "database/postgres.log")]),
  ];
  for (const file of files) {
    assert.ok(!readFileSync(file).includes("Farhani"), `${file} holds a name`);
    assert.equal(statSync(file).mode & 0o077, 0, `${file} may be read by others`);
  }
}

function evidenceOf(folder: string): string[] {
  return readdirSync(join(folder, "evidence"), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, "evidence", name))
    .filter((path) => statSync(path).isFile());
}
