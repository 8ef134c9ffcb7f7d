import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { parseKey } from "../../src/base/signedNote.ts";
import { backupArchive } from "../../src/flow/archive/backup.ts";
import {
  addKeyFile,
  addPassphrase,
  addPutAway,
  endWay,
  listWays,
  makeRecovery,
} from "../../src/flow/archive/changeKeys.ts";
import { checkProofFile } from "../../src/flow/archive/checkProofFile.ts";
import { proveEntry, readCheckpoint, readLog, verifyArchive } from "../../src/flow/archive/look.ts";
import { rotateMaster, rotateSigning, secretsAtHand } from "../../src/flow/archive/rotateKeys.ts";
import {
  closeArchive,
  initArchive,
  openSession,
  openWith,
  secretOf,
  type Session,
  stopDatabase,
} from "../../src/flow/archive/session.ts";
import { appendEntries } from "../../src/ledger/append.ts";
import { readKeys } from "../../src/ledger/archive.ts";
import { openAsOwner, whereIs } from "../../src/ledger/database.ts";
import { unlock } from "../../src/ledger/keyring.ts";
import { readWords } from "../../src/ledger/recovery.ts";
import type { TurnStep } from "../../src/ledger/turnKeys.ts";
import { inArchiveFolder, isOnServer, surroundings, withPassphrase } from "./archiveFolder.ts";
import { beforeQuery } from "./failQueries.ts";
import { filesWith } from "./filesWith.ts";

const AT = "2026-01-02T03:04:05.000Z";
const ENTRY = {
  kind: "actor-named",
  by: "a-other",
  body: { actor: "a-other", name: "Other", role: "guest" },
} as const;

test("the master key is replaced: every way still opens, the old key opens nothing, at whatever step it stops", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const made = await initArchive(folder, around);
    const recovery = await makeRecovery();
    await addPutAway(made, around, { by: "words", recipient: recovery.recipient });
    await append(made, 0, 30);
    const old = made.archive.keys.master;

    for (const [turn, step] of ([null, "written", "committed", "settled"] as const).entries()) {
      const session = await openSession(around);
      const before = await openSession(around);
      const rotating = rotate(session, around, step);
      if (step === null) assert.equal((await rotating).isResumed, false);
      else await assert.rejects(rotating, /stopped here/);
      // Whoever opened it before the change may not write any more with the keys of then.
      const writing = append(before, 100 + turn * 10, 1);
      if (step === "written") await writing;
      else await assert.rejects(writing, { code: "conflict" });
      await closeArchive(session.archive);
      await closeArchive(before.archive);
      await opensBy(around, folder, recovery.words);
      const again = await openSession(around);
      const isOpen = step === "committed" || step === "settled";
      assert.equal((await rotate(again, around, null)).isResumed, isOpen, String(step));
      await closeArchive(again.archive);
    }

    const last = await openSession(around);
    const { database, workspace, signer, keys } = last.archive;
    await assert.rejects(readKeys(database, workspace, signer.name, old), { code: "integrity" });
    const epochs = await sql<{ epoch: number }>`select distinct epoch from ledger.record_keys
      union select epoch from ledger.class_keys`.execute(database);
    assert.equal(epochs.rows.length, 1, "no class key of an earlier time is left");
    assert.equal(keys.capture.length, 32);
    const { faults } = await verifyArchive(last.archive, { since: null, step: () => undefined });
    assert.deepEqual(faults, []);
    await closeArchive(made.archive);
    await closeArchive(last.archive);
  });
});

test("whoever opens the archive while its master key is replaced is told of no damage", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const session = await initArchive(folder, around);
    const turned = beforeQuery(/from ledger\.class_keys/, async () =>
      rotate(session, around, null),
    );
    try {
      await closeArchive((await openSession(around)).archive);
    } finally {
      turned.end();
    }
    await closeArchive(session.archive);
  });
});

test("ways whose secret is not at hand are asked for, refused, or ended", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const session = await initArchive(folder, around);
    const file = join(folder, "../stick.key");
    const way = await addKeyFile(session, around, file);
    const secret = await secretOf(around, false);
    const options = { secrets: [secret], isEndingOthers: false, step: () => undefined };
    await assert.rejects(rotateMaster(session, around, options), /end-others/);
    const asked: string[] = [];
    const ask = async (question: string): Promise<string> => {
      asked.push(question);
      return file;
    };
    const kept = await rotateMaster(session, { ...around, ask }, options);
    assert.deepEqual([kept.ended, asked.length], [[], 1]);
    await closeArchive(session.archive);

    const both = { ...around, env: { ...around.env, SANAD_KEY_FILE: file } };
    const second = await openSession(both);
    const unattended = await rotateMaster(second, both, {
      ...options,
      secrets: secretsAtHand(both, secret),
    });
    assert.deepEqual(unattended.ended, []);
    await closeArchive(second.archive);

    const third = await openSession(around);
    const ended = await rotateMaster(third, around, { ...options, isEndingOthers: true });
    assert.deepEqual(ended.ended, [way.id]);
    await closeArchive(third.archive);
    await assert.rejects(openSession(both), { code: "forbidden" });
  });
});

test("ways that end or come while a rotation asks are neither brought back nor lost: it is refused", async () => {
  await inArchiveFolder(async (folder) => {
    const around = withPassphrase(folder);
    const session = await initArchive(folder, around);
    const leaked = { ...around.env, SANAD_NEW_PASSPHRASE: "a passphrase that got out" };
    const way = await addPassphrase(session, { ...around, env: leaked });
    const other = await openSession(around);
    const { recipient } = await makeRecovery();
    const ask = async (): Promise<string> => {
      if (listWays(around).some(({ id }) => id === way.id)) {
        await endWay(other, around, way.id);
        await addPutAway(other, around, { by: "words", recipient });
      }
      return leaked.SANAD_NEW_PASSPHRASE;
    };
    const secrets = [await secretOf(around, false)];
    const options = { secrets, isEndingOthers: false, step: () => undefined };
    await assert.rejects(rotateMaster(session, { ...around, ask }, options), { code: "conflict" });
    assert.deepEqual(
      listWays(around).map(({ by }) => by),
      ["passphrase", "words"],
    );
    await closeArchive(session.archive);
    await closeArchive(other.archive);
    const env = { ...around.env, SANAD_PASSPHRASE: leaked.SANAD_NEW_PASSPHRASE };
    await assert.rejects(openSession({ ...around, env }), { code: "forbidden" });

    // A backup that was begun before a rotation and reads the keys behind it would open with none of them.
    const reader = await openSession(around);
    const again = await openSession(around);
    await rotate(again, around, null);
    const file = join(folder, "../late.backup");
    const late = backupArchive(reader.archive, file, { kind: "none" }, AT);
    await assert.rejects(late, { code: "conflict" });
    assert.ok(!existsSync(file));
    await backupArchive((await reopened(again, around)).archive, file, { kind: "none" }, AT);
    await closeArchive(reader.archive);
  });
});

async function reopened(
  session: Session,
  around: ReturnType<typeof surroundings>,
): Promise<Session> {
  await closeArchive(session.archive);
  return openSession(around);
}

test("the signing key signs over to the next: old checkpoints and keys still serve, the old one signs nothing", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const first = await initArchive(folder, around);
    const entry = (await readLog(first.archive, { limit: 1, before: null }))[0];
    const id = entry?.id ?? "";
    const oldCheckpoint = await readCheckpoint(first.archive);
    const oldProof = await proveEntry(first.archive, id, { isShown: false });
    const turned = await rotateSigning(first, around);
    assert.equal(turned.from, oldProof.key);
    await assert.rejects(append(first, 500, 1), { code: "conflict" });
    await closeArchive(first.archive);

    const second = await openSession(around);
    await append(second, 600, 3);
    await rotateSigning(second, around);
    await closeArchive(second.archive);
    const third = await openSession(around);
    const { archive } = third;
    await append(third, 700, 1);
    const verdict = await verifyArchive(archive, { since: oldCheckpoint, step: () => undefined });
    assert.deepEqual([verdict.faults, verdict.since?.holds], [[], true]);
    assert.equal(archive.keys.own.past.length, 2);

    // Who knows only the first key follows the notes in a proof to the present one.
    const proof = await proveEntry(archive, id, { isShown: false });
    assert.notEqual(proof.key, oldProof.key);
    for (const key of [oldProof.key, turned.to, proof.key])
      assert.ok(checkProofFile(JSON.stringify(proof), key).holds, key);
    assert.ok(checkProofFile(JSON.stringify(oldProof), oldProof.key).holds);
    const cut = { ...proof, successions: proof.successions?.slice(1) };
    assert.equal(checkProofFile(JSON.stringify(cut), oldProof.key).holds, false);

    // A past key that no note of the present one stands for is not believed.
    const { rows } = await sql<{ wrapped: Uint8Array | null }>`select wrapped from ledger.own_keys
      where name = 'checkpoint' and number < 3`.execute(archive.database);
    assert.deepEqual(
      rows.map(({ wrapped }) => wrapped),
      [null, null],
    );
    await sql`update ledger.own_keys set succession = replace(succession, 'v1', 'v2') where number = 3`.execute(
      archive.database,
    );
    assert.ok(parseKey(turned.from) !== null);
    const fourth = await openSession(around);
    assert.equal(fourth.archive.keys.own.past.length, 0);
    const doubted = await verifyArchive(fourth.archive, {
      since: oldCheckpoint,
      step: () => undefined,
    });
    assert.equal(doubted.faults[0]?.what, "is not signed by this archive's key");
    await closeArchive(fourth.archive);
    await closeArchive(archive);
  });
});

async function rotate(
  session: Session,
  around: ReturnType<typeof surroundings>,
  stopAt: TurnStep | null,
) {
  return rotateMaster(session, around, {
    secrets: [await secretOf(around, false)],
    isEndingOthers: false,
    step: () => undefined,
    onStep: (step) => {
      if (step === stopAt) throw new Error("stopped here");
    },
  });
}

test("no file holds a key as it was wrapped before a rotation, whoever gathered statistics, and where it was killed", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const made = await initArchive(folder, around);
    await append(made, 0, 30);
    await gatherStatistics(made);
    const old = await wrappedKeys(made);
    assert.ok(old.length > 30);
    if (!isOnServer) assert.ok((await filesWith(folder, old)).some((name) => /base/.test(name)));
    assert.deepEqual((await rotate(made, around, null)).gaps, []);
    await closeArchive(made.archive);
    assert.deepEqual(await filesWith(folder, old), []);

    // Killed behind the entry: the next command takes the traces away, and the rotation goes on.
    const second = await openSession(around);
    const older = await wrappedKeys(second);
    await assert.rejects(rotate(second, around, "committed"), /stopped here/);
    await closeArchive(second.archive);
    const third = await openSession(around);
    const own = older.slice(-OWN);
    assert.deepEqual(await filesWith(folder, own), []);
    assert.equal((await rotate(third, around, null)).isResumed, true);
    await closeArchive(third.archive);
    assert.deepEqual(await filesWith(folder, older), []);

    const fourth = await openSession(around);
    const signing = (await wrappedKeys(fourth)).slice(-1);
    assert.deepEqual((await rotateSigning(fourth, around)).gaps, []);
    await closeArchive(fourth.archive);
    assert.deepEqual(await filesWith(folder, signing), []);
    if (!isOnServer) await stopDatabase(folder);
    assert.deepEqual(await filesWith(folder, [...old, ...older, ...signing]), [], "after a stop");
    const last = await openSession(around);
    const left = await sql`select 1 from ledger.sweeps`.execute(last.archive.database);
    assert.equal(left.rows.length, 0);
    await closeArchive(last.archive);
  });
});

test("an archive of an earlier version forgets what the planner knew of keys, and sweeps where they were replaced", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const made = await initArchive(folder, around);
    await append(made, 0, 30);
    const text = readFileSync("src/ledger/migrations/0160_key_traces.sql", "utf8");
    const noted: number[] = [];
    for (const generation of [1, 2]) {
      await gatherStatistics(made);
      const owner = await openAsOwner(whereIs(made.archive.database));
      await sql`update ledger.heads set keys = ${generation}`.execute(owner);
      await sql.raw(text).execute(owner);
      const known = await sql`select 1 from pg_stats where attname = 'wrapped'`.execute(owner);
      assert.equal(known.rows.length, 0);
      noted.push(
        (await sql`select 1 from ledger.sweeps where what = 'keys'`.execute(owner)).rows.length,
      );
      await owner.destroy();
    }
    assert.deepEqual(noted, [0, 1]);
    await closeArchive(made.archive);
    const next = await openSession(around);
    const { rows } = await sql`select 1 from ledger.sweeps`.execute(next.archive.database);
    assert.equal(rows.length, 0);
    await closeArchive(next.archive);
  });
});

/** As in archives of earlier versions: the planner knows single values of the column. */
async function gatherStatistics({ archive }: Session): Promise<void> {
  const owner = await openAsOwner(whereIs(archive.database));
  try {
    for (const table of KEY_TABLES) {
      await sql.raw(`alter table ${table} alter column wrapped set statistics 100`).execute(owner);
      await sql.raw(`analyze ${table}`).execute(owner);
    }
    const { rows } = await sql`select 1 from pg_stats where attname = 'wrapped'`.execute(owner);
    assert.equal(rows.length, KEY_TABLES.length);
  } finally {
    await owner.destroy();
  }
}

const KEY_TABLES = ["ledger.record_keys", "ledger.class_keys", "ledger.own_keys"];
/** Class keys and the archive's own, which the master key wraps. */
const OWN = 6;

/** All keys as they are wrapped now; the archive's own last, what signs the very last. */
async function wrappedKeys({ archive: { database } }: Session): Promise<Buffer[]> {
  const { rows } = await sql<{ wrapped: Buffer }>`
    select wrapped from (
      select wrapped, 1 as at, '' as name from ledger.record_keys union all
      select wrapped, 2, class from ledger.class_keys union all
      select wrapped, 3, case name when 'checkpoint' then 'z' else name end from ledger.own_keys) as all_keys
    where wrapped is not null order by at, name`.execute(database);
  return rows.map(({ wrapped }) => wrapped);
}

/** The passphrase and the words both open it, and what is in it can be read. */
async function opensBy(
  around: ReturnType<typeof surroundings>,
  folder: string,
  words: readonly string[],
): Promise<void> {
  const read = readWords(words);
  assert.ok(read.kind === "words");
  for (const secret of [
    await secretOf(around, false),
    { kind: "words", seed: read.seed } as const,
  ]) {
    const { archive } = await openWith(around, secret);
    const { faults } = await verifyArchive(archive, { since: null, step: () => undefined });
    assert.deepEqual(faults, []);
    await closeArchive(archive);
  }
  const file = join(folder, "keys.json");
  const keyring = JSON.parse(readFileSync(file, "utf8")) as Parameters<typeof unlock>[0];
  await unlock(keyring, await secretOf(around, false));
}

async function append({ archive }: Session, from: number, count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, at) => ({
    ...ENTRY,
    record: `r-${from + at}`,
  }));
  await appendEntries(archive, entries, { at: AT, expected: null });
}
