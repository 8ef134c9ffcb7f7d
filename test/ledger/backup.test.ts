import assert from "node:assert/strict";
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { test } from "node:test";
import { sql } from "kysely";
import type { Failure } from "../../src/base/failure.ts";
import { backupArchive, restoreBackup } from "../../src/flow/archive/backup.ts";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { showDocument, verifyArchive } from "../../src/flow/archive/look.ts";
import {
  closeArchive,
  initArchive,
  openSession,
  secretOf,
} from "../../src/flow/archive/session.ts";
import { backupLines } from "../../src/ledger/backupLines.ts";
import { backupsHolding, noteBackup, sizeSeen } from "../../src/ledger/backups.ts";
import { eraseRecords } from "../../src/ledger/eraseRecord.ts";
import { readKeyring } from "../../src/ledger/keyring.ts";
import { restoreArchive } from "../../src/ledger/restoreArchive.ts";
import {
  addTexts,
  inArchiveFolder,
  keyFile,
  surroundings,
  withPassphrase,
} from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const AT = "2026-01-02T03:04:05.000Z";
const QUIET = { since: null, step: () => undefined, isDeep: true };
const PLAIN = { kind: "none" } as const;
const TEXTS = [
  "Two prisoners, Samad Farhani and Reza Noorani, were hanged in Kerman on 2 May 2025, the desk said.",
  "Five men were hanged in Yazd on 3 May 2025, Lantern Rights Monitor said.",
];

test("a backup made before an erasure loses the record at restore, where the list of erasures is known", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, TEXTS);
    const file = join(folder, "../old.backup");
    const name = await backupArchive(session.archive, file, PLAIN, AT);
    const plan = await planErasure(session.archive, id);
    assert.deepEqual(plan.backups, [{ id: name, madeOn: AT.slice(0, 10) }]);
    const { archive } = await erase(session, plan, { reason: "asked", at: AT });
    await closeArchive(archive);

    const other = join(folder, "../other");
    const around = surroundings(other);
    const restored = await restoreBackup(file, other, around, { erasures: folder });
    assert.deepEqual([restored.hasList, restored.erasedAgain], [true, 1]);
    assert.equal(await showDocument(restored.archive, id), null);
    const { faults, erased } = await verifyArchive(restored.archive, QUIET);
    assert.deepEqual([faults, erased], [[], 2]);
    assert.ok(existsSync(join(other, "erasures.json")));
    await closeArchive(restored.archive);
    const again = await openSession(around);
    assert.equal(await showDocument(again.archive, id), null);
    await closeArchive(again.archive);
  });
});

test("a backup is noted though others entered while it was read, and an erasure knows of it", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, TEXTS);
    const { archive } = session;
    await archive.database
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (one) => {
        const size = await sizeSeen(one, archive.workspace);
        await addTexts(session, ["Four men were hanged in Shiraz on 5 May 2025, the desk said."]);
        assert.equal(await sizeSeen(one, archive.workspace), size);
        await noteBackup(archive, { id: "b-busy", day: AT.slice(0, 10), size });
      });
    assert.deepEqual((await planErasure(archive, id)).backups, [
      { id: "b-busy", madeOn: AT.slice(0, 10) },
    ]);
    await closeArchive(archive);
  });
});

test("a backup that is being written is known to who erases, and gets no name where it would hold what was erased", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, TEXTS);
    const { archive } = session;
    const known: string[] = [];
    // All rows are read by then, and the evidence of the first report is still there.
    const read = async (name: string): Promise<Uint8Array> => {
      if (known.length === 0) {
        const plan = await planErasure(archive, id);
        known.push(...plan.backups.map((backup) => backup.id), "planned");
        await eraseRecords(archive, plan, { by: session.actor, reason: "asked", at: AT });
      }
      return archive.blobs.read(name);
    };
    const slow = { ...archive, blobs: { ...archive.blobs, read } };
    const file = join(folder, "../late.backup");
    await assert.rejects(backupArchive(slow, file, PLAIN, AT), {
      code: "conflict",
      message: /erased while the backup was written/,
    });
    assert.equal(known.length, 2);
    assert.ok(readdirSync(join(folder, "..")).every((name) => !name.includes(".backup")));
    const { rows } = await sql`select 1 from ledger.backups`.execute(archive.database);
    assert.equal(rows.length, 0, "of what is not there nobody is told");
    await closeArchive(archive);
  });
});

test("what is left of an archive without some of its evidence is saved where somebody asks for that, and told as such", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = "", other = ""] = await addTexts(session, TEXTS);
    const { archive } = session;
    const { rows } = await sql<{ name: string }>`select b.name from ledger.blobs b
      join view.documents d on d.record = b.record where d.document = ${id}`.execute(
      archive.database,
    );
    const [{ name } = { name: "" }] = rows;
    const run = (at: string, ...given: string[]) => sanad(at, given, { env: keyFile(folder) });
    const file = join(folder, "../rest.backup");
    const words = ["backup", file, "--plain"];
    const whole = await fits(run(folder, ...words, "--without-missing", "--json"), 0, /^\{/);
    assert.deepEqual((JSON.parse(whole.out) as { missing: object }).missing, {
      pieces: 0,
      documents: [],
    });
    rmSync(file);
    await archive.blobs.remove(name);
    await fits(run(folder, ...words), 70, /Evidence [0-9a-f]{12} is missing.*--without-missing/);
    assert.ok(!existsSync(file));
    const { out } = await fits(run(folder, ...words, "--without-missing"), 1, /Wrote/);
    assert.match(out, new RegExp(`missing here, and not in it: 1, of ${id}$`, "m"));
    rmSync(file);
    // The disk does not give it.
    const read = async (one: string): Promise<Uint8Array> => {
      if (one === name) throw Object.assign(new Error("read"), { code: "EIO" });
      return archive.blobs.read(one);
    };
    const failing = { ...archive, blobs: { ...archive.blobs, read } };
    const left: unknown[] = [];
    await assert.rejects(backupArchive(failing, file, PLAIN, AT), { code: "integrity" });
    const onMissing = (...told: readonly unknown[]): void => void left.push(...told);
    await backupArchive(failing, file, PLAIN, AT, { onMissing });
    assert.deepEqual(left, [1, [id]]);
    // A store that does not answer has not lost anything.
    const silent = async (): Promise<Uint8Array> => {
      throw Object.assign(new Error("read"), { code: "ECONNRESET" });
    };
    const away = { ...archive, blobs: { ...archive.blobs, read: silent } };
    await assert.rejects(backupArchive(away, `${file}.2`, PLAIN, AT, { onMissing }), {
      code: "ECONNRESET",
    });
    await closeArchive(archive);

    const second = join(folder, "../other");
    const restored = await fits(run(second, "restore", file, second), 1, /everything agrees/);
    assert.match(restored.out, new RegExp(`^– evidence of ${id}: .* is missing$`, "m"));
    assert.match(restored.out, /missing when the backup was made, and are missing here: 1$/m);
    await fits(run(second, "verify"), 70, new RegExp(`evidence of ${id}: .* is missing`));
    await fits(run(second, "search", "Yazd"), 0, new RegExp(other));
  });
});

test("of two backups into one file one is told that there is another", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, TEXTS);
    for (const inside of ["inside.backup", "evidence/inside.backup"])
      await assert.rejects(
        backupArchive(session.archive, join(folder, inside), PLAIN, AT),
        /lies in the folder of the archive/,
      );
    const file = join(folder, "../same.backup");
    // What a killed one left goes an hour later; what is being written, or is another's file, stays.
    const [dead, alive, young, notes] = [
      "999999.0a1b2c3d",
      `${process.pid}.0a1b2c3d`,
      "999999.4a1b2c3d",
      "1.notes",
    ].map((end) => `${file}.${end}`) as [string, string, string, string];
    const before = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const left of [dead, alive, young, notes]) writeFileSync(left, "left");
    for (const left of [dead, alive, notes]) utimesSync(left, before, before);
    // Listed, and nothing when it is looked at: as one that another backup cleared in between.
    symlinkSync("cleared meanwhile", `${file}.999999.5a1b2c3d`);
    const both = [1, 2].map(() => backupArchive(session.archive, file, PLAIN, AT));
    const ended = await Promise.allSettled(both);
    const made = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const refused = ended.flatMap((one) =>
      one.status === "rejected" ? [one.reason as Failure] : [],
    );
    assert.deepEqual(
      refused.map(({ code }) => code),
      ["conflict"],
    );
    assert.deepEqual(
      [dead, alive, young, notes].map((left) => existsSync(left)),
      [false, true, true, true],
    );
    const { backups } = await planErasure(session.archive, id);
    assert.deepEqual(
      backups.map((backup) => backup.id),
      made,
    );
    await closeArchive(session.archive);
    const other = join(folder, "../other");
    const restored = await restoreBackup(file, other, surroundings(other));
    await closeArchive(restored.archive);
  });
});

test("a restored archive knows the backup that it came from, and those before", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, TEXTS);
    const { archive } = session;
    const files = ["first", "second"].map((name) => join(folder, `../${name}.backup`));
    const made: string[] = [];
    for (const file of files) made.push(await backupArchive(archive, file, PLAIN, AT));
    await addTexts(session, ["Four men were hanged in Shiraz on 5 May 2025, the desk said."]);
    await closeArchive(archive);
    const other = join(folder, "../other");
    const restored = await restoreBackup(files[1] ?? "", other, surroundings(other));
    const { records, backups } = await planErasure(restored.archive, id);
    assert.deepEqual(backups.map((backup) => backup.id).sort(), made.sort());
    const { database, workspace } = restored.archive;
    assert.equal((await backupsHolding(database, workspace, records)).length, 2);
    await closeArchive(restored.archive);
  });
});

test("without a list it says so; a list beside the backup is found, another archive's passed over, a changed one refused", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    const [id = ""] = await addTexts(session, TEXTS);
    const file = join(folder, "../old.backup");
    await backupArchive(session.archive, file, PLAIN, AT);
    const plan = await planErasure(session.archive, id);
    const { archive } = await erase(session, plan, { reason: "asked", at: AT });
    await closeArchive(archive);
    const other = join(folder, "../other");
    const beside = join(folder, "../erasures.json");
    const list = JSON.parse(readFileSync(join(folder, "erasures.json"), "utf8")) as object;

    writeFileSync(beside, JSON.stringify({ ...list, records: ["r-another"] }));
    await assert.rejects(restoreBackup(file, other, surroundings(other)), { code: "integrity" });
    assert.ok(!existsSync(other));
    writeFileSync(beside, "[]");
    await assert.rejects(restoreBackup(file, other, surroundings(other)), {
      code: "input-refused",
    });
    copyFileSync(join(folder, "erasures.json"), beside);
    const restored = await restoreBackup(file, other, surroundings(other));
    assert.deepEqual([restored.hasList, restored.erasedAgain], [true, 1]);
    await closeArchive(restored.archive);
  });
});

test("a restore that failed or was killed leaves nothing, in the folder and in the database", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await addTexts(session, TEXTS);
    const file = join(folder, "../whole.backup");
    await backupArchive(session.archive, file, PLAIN, AT);
    await closeArchive(session.archive);
    const other = join(folder, "../other");
    const around = surroundings(other);
    const cut = join(folder, "../cut.backup");
    const bytes = readFileSync(file);
    for (const length of [0, 10, 200, bytes.length >> 1, bytes.length - 9]) {
      writeFileSync(cut, bytes.subarray(0, length));
      await assert.rejects(restoreBackup(cut, other, around), /not whole|no backup/, `${length}`);
      assert.ok(!existsSync(other), `${length}: a folder is left`);
    }
    // Killed when the database had everything and the folder was not yet an archive.
    const first = await restoreBackup(file, other, around);
    const mark = readFileSync(join(other, "sanad.archive.json"), "utf8");
    await closeArchive(first.archive);
    writeFileSync(
      join(other, "sanad.unfinished.json"),
      JSON.stringify({ by: { pid: 2 ** 22 + 1, since: null }, archives: [JSON.parse(mark)] }),
    );
    rmSync(join(other, "sanad.archive.json"));
    const second = await restoreBackup(file, other, around);
    assert.ok(!existsSync(join(other, "sanad.unfinished.json")));
    const { rows } = await sql`select 1 from ledger.heads`.execute(second.archive.database);
    assert.equal(rows.length, 1);
    assert.deepEqual((await verifyArchive(second.archive, QUIET)).faults, []);
    await closeArchive(second.archive);
  });
});

test("evidence that is longer than a line is put back of its parts, in order and whole", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, surroundings(folder));
    await addTexts(session, TEXTS);
    const { archive } = session;
    const { workspace, signer } = archive;
    const keyring = readKeyring(join(folder, "keys.json"));
    const head = { workspace, origin: signer.name, madeAt: AT, keyring };
    const lines: string[] = [];
    await archive.database.transaction().execute(async (one) => {
      const part = { bytes: 100, step: () => undefined };
      for await (const line of backupLines(archive, one, head, part)) lines.push(line.trimEnd());
    });
    assert.ok(lines.filter((line) => line.includes('"at":100,')).length === TEXTS.length);
    await closeArchive(archive);
    const other = join(folder, "../other");
    const around = surroundings(other);
    const secret = await secretOf(around, false);
    const restore = async (given: readonly string[]) => {
      const url = around.env["DATABASE_URL"] ?? null;
      const evidence = { base: null, login: null };
      const none = async (): Promise<void> => undefined;
      const options = { url, evidence, at: AT, erasures: [], link: none, step: () => undefined };
      return restoreArchive(other, Readable.from(given), secret, options);
    };
    const missing = lines.filter((line) => !line.includes('"at":100,'));
    await assert.rejects(restore(missing), { code: "integrity" });
    const restored = await restore(lines);
    assert.deepEqual((await verifyArchive(restored.archive, QUIET)).faults, []);
    await closeArchive(restored.archive);
  });
});

test("the backup's passphrase is asked for, and is another than the archive's", async () => {
  await inArchiveFolder(async (folder) => {
    const session = await initArchive(folder, withPassphrase(folder));
    await addTexts(session, TEXTS);
    const file = join(folder, "../locked.backup");
    const passphrase = "another six words for the stick";
    await backupArchive(session.archive, file, { kind: "passphrase", passphrase }, AT);
    await closeArchive(session.archive);
    const other = join(folder, "../other");
    const { SANAD_PASSPHRASE: own = "", ...env } = withPassphrase(other).env;
    const asked: string[] = [];
    const ask = async (question: string): Promise<string> => {
      asked.push(question);
      return question === "Passphrase of the backup: " ? passphrase : own;
    };
    await assert.rejects(
      restoreBackup(file, other, { ...withPassphrase(other), ask: async () => "wrong one" }),
      { code: "forbidden" },
    );
    assert.ok(!existsSync(other));
    const restored = await restoreBackup(file, other, { ...withPassphrase(other), env, ask });
    assert.deepEqual(asked, ["Passphrase of the backup: ", "Passphrase: "]);
    await closeArchive(restored.archive);
  });
});
