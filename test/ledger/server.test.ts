import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import { backupArchive, restoreBackup } from "../../src/flow/archive/backup.ts";
import { erase, planErasure } from "../../src/flow/archive/erase.ts";
import { verifyArchive } from "../../src/flow/archive/look.ts";
import { closeArchive, initArchive, openToRead } from "../../src/flow/archive/session.ts";
import { openAsApp, openAsOwner, otherUsers, whereIs } from "../../src/ledger/database.ts";
import { sweep } from "../../src/ledger/sweep.ts";
import { checkSocketFolder } from "../../src/ledger/postgres/cluster.ts";
import { addTexts, inArchiveFolder, isOnServer, surroundings, urlOf } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const AT = "2026-01-02T03:04:05.000Z";
const TEXTS = ["Five men were hanged in Yazd on 3 May 2025, Lantern Rights Monitor said."];

test("whoever says name and role by settings is asked nothing, on a terminal either", async () => {
  await inArchiveFolder(async (folder) => {
    const ask = async (question: string): Promise<string> => assert.fail(question);
    const { archive } = await initArchive(folder, { ...surroundings(folder), ask });
    await closeArchive(archive);
  });
});

test("sessions work as a role that owns nothing, in UTC", async () => {
  await inArchiveFolder(async (folder) => {
    const { archive } = await initArchive(folder, surroundings(folder));
    const { rows } = await sql<{ role: string; zone: string; owned: number }>`
      select current_user as role, current_setting('timezone') as zone, (select count(*)::int from pg_class c
        join pg_roles r on r.oid = c.relowner where r.rolname = current_user) as owned`.execute(
      archive.database,
    );
    assert.deepEqual(rows, [{ role: "sanad_app", zone: "UTC", owned: 0 }]);
    await closeArchive(archive);
  });
});

test("doctor, init and lock speak of the server where the text lies, and not of the disk of the folder", async () => {
  await inArchiveFolder(async (folder) => {
    const made = (
      await fits(
        sanad(folder, ["init"], {
          env: { SANAD_PASSPHRASE: "six words that nobody else would say" },
        }),
        0,
        /Made an archive/,
      )
    ).out;
    const looked = (await fits(sanad(folder, ["doctor"]), 0, /✓ archive/)).out;
    const locked = (await fits(sanad(folder, ["lock"]), 0, /^Locked/)).out;
    for (const out of [made, locked])
      assert.equal(/in clear on the server of DATABASE_URL/.test(out), isOnServer, out);
    for (const out of [made, looked, locked])
      assert.equal(/on an encrypted disk|disk under it|lies in memory/.test(out), !isOnServer, out);
    assert.equal(/on the server that DATABASE_URL names/.test(looked), isOnServer, looked);
    if (isOnServer) assert.match(locked, /keeper shuts it off/);
  });
});

test("doctor says that a server does not answer", async () => {
  await inArchiveFolder(async (folder) => {
    const env = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
    await fits(
      sanad(folder, ["doctor"], { env }),
      6,
      /✗ database +The server of DATABASE_URL does not answer/,
    );
    const wrong = { DATABASE_URL: "localhost" };
    await fits(sanad(folder, ["doctor"], { env: wrong }), 6, /✗ database +DATABASE_URL is no addr/);
    await fits(sanad(folder, ["log"], { env: wrong }), 3, /no archive/);
  });
});

test("users of the server who may come in are named when an archive is made", async () => {
  await inArchiveFolder(async (folder) => {
    const { archive } = await initArchive(folder, surroundings(folder));
    const owner = await openAsOwner(whereIs(archive.database));
    const run = async (text: string): Promise<void> => {
      await owner.connection().execute(async (one) => {
        await sql`reset role`.execute(one);
        await sql.raw(text).execute(one);
      });
    };
    try {
      assert.deepEqual(await otherUsers(archive.database), []);
      await run("create role sanad_test_neighbour login; grant sanad_app to sanad_test_neighbour");
      const { rows } = await sql<{ name: string }>`
        select quote_ident(current_database()) as name`.execute(archive.database);
      await run(`grant connect on database ${rows[0]?.name ?? ""} to sanad_test_neighbour`);
      assert.deepEqual(await otherUsers(archive.database), ["sanad_test_neighbour"]);
      await run(`revoke connect on database ${rows[0]?.name ?? ""} from public`);
      await run(`revoke connect on database ${rows[0]?.name ?? ""} from sanad_test_neighbour`);
      assert.deepEqual(await otherUsers(archive.database), []);
    } finally {
      await run("drop role if exists sanad_test_neighbour");
      await owner.destroy();
      await closeArchive(archive);
    }
  });
});

test("what is told to be entered is on the disk, whatever the database does for others", async () => {
  await inArchiveFolder(async (folder) => {
    const { archive } = await initArchive(folder, surroundings(folder));
    const owner = await openAsOwner(whereIs(archive.database));
    try {
      await owner.connection().execute(async (one) => {
        const { rows } = await sql<{ name: string }>`
          select quote_ident(current_database()) as name`.execute(one);
        await sql`reset role`.execute(one);
        await sql
          .raw(`alter database ${rows[0]?.name ?? ""} set synchronous_commit = off`)
          .execute(one);
      });
      const app = await openAsApp(whereIs(archive.database));
      const { rows } = await sql<{ kept: string }>`
        select current_setting('synchronous_commit') as kept`.execute(app);
      await app.destroy();
      assert.deepEqual(rows, [{ kept: "on" }]);
    } finally {
      await owner.destroy();
      await closeArchive(archive);
    }
  });
});

test("a folder is not opened against another database", async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    const { archive } = await initArchive(folder, around);
    const file = join(folder, "../one.backup");
    await backupArchive(archive, file, { kind: "none" }, AT);
    await closeArchive(archive);
    const { DATABASE_URL: url, ...bare } = around.env;
    const elsewhere = { ...bare, DATABASE_URL: "postgres://localhost/nowhere" };
    const env = url === undefined ? elsewhere : bare;
    await assert.rejects(openToRead({ ...around, env }), { code: "not-found" });
    if (!isOnServer) return;

    const other = join(folder, "../other");
    const wrong = { ...around.env, DATABASE_URL: urlOf(other) ?? "" };
    await assert.rejects(openToRead({ ...around, env: wrong }), { code: "not-found" });
    const restored = await restoreBackup(file, other, surroundings(other));
    await closeArchive(restored.archive);
    await assert.rejects(openToRead({ ...around, env: wrong }), { code: "conflict" });
    const third = join(folder, "../third");
    await assert.rejects(restoreBackup(file, third, { ...around, folder: third }), {
      code: "conflict",
    });
    // One database is one archive's: the names of two would lie in the same tables.
    await assert.rejects(initArchive(third, { ...around, folder: third }), {
      code: "conflict",
      message: /holds another archive already/,
    });
    await closeArchive(await openToRead(around));
  });
});

if (isOnServer) {
  test("a login that may only make roles has an archive, and is told what it cannot reach", async () => {
    await inArchiveFolder(async (folder) => {
      const url = new URL(urlOf(folder) ?? "");
      const name = url.pathname.slice(1);
      await asServer(`drop role if exists sanad_plain`);
      await asServer(`create role sanad_plain login createrole`);
      await asServer(`grant sanad_owner, sanad_app to sanad_plain`);
      await asServer(`alter database ${name} owner to sanad_plain`);
      url.username = "sanad_plain";
      // The schema public is the server keeper's to open, once.
      await asServer("grant create on schema public to sanad_owner", urlOf(folder) ?? "");
      const around = surroundings(folder);
      const env = { ...around.env, DATABASE_URL: url.href };
      const session = await initArchive(folder, { ...around, env });
      const [id = ""] = await addTexts(session, TEXTS);
      const plan = await planErasure(session.archive, id);
      const { gaps, archive } = await erase(session, plan, { reason: "asked", at: AT });
      assert.deepEqual(gaps, ["statistics", "change-log"]);
      const verdict = await verifyArchive(archive, {
        since: null,
        step: () => undefined,
        isDeep: true,
      });
      assert.deepEqual(verdict.faults, []);
      await closeArchive(archive);
    });
  });

  test("who reads as another user of the server, of whom little is shown, is waited for", async () => {
    await inArchiveFolder(async (folder) => {
      const url = new URL(urlOf(folder) ?? "");
      const name = url.pathname.slice(1);
      for (const role of ["sanad_first", "sanad_second"]) {
        await asServer(`drop role if exists ${role}`);
        await asServer(`create role ${role} login createrole`);
        await asServer(`grant sanad_owner, sanad_app to ${role}`);
      }
      await asServer(`alter database ${name} owner to sanad_first`);
      await asServer("grant create on schema public to sanad_owner", urlOf(folder) ?? "");
      url.username = "sanad_first";
      const around = surroundings(folder);
      const session = await initArchive(folder, {
        ...around,
        env: { ...around.env, DATABASE_URL: url.href },
      });
      await asServer(`grant connect on database ${name} to sanad_second`);
      const [id = ""] = await addTexts(session, TEXTS);
      url.username = "sanad_second";
      const reader = new pg.Client({ connectionString: url.href });
      reader.on("error", () => undefined);
      await reader.connect();
      await reader.query("begin isolation level repeatable read");
      await reader.query("select 1");
      const plan = await planErasure(session.archive, id);
      const { gaps, archive } = await erase(session, plan, { reason: "asked", at: AT });
      assert.deepEqual(gaps, ["readers"]);
      await reader.query("commit");
      await reader.end();
      assert.deepEqual(await sweep(archive, 0), ["statistics", "change-log"]);
      const { rows } = await sql`select 1 from ledger.sweeps`.execute(archive.database);
      assert.deepEqual(rows, []);
      await closeArchive(archive);
    });
  });

  test("a database in which Persian names could not be found is refused", async () => {
    await inArchiveFolder(async (folder) => {
      const url = new URL(urlOf(folder) ?? "");
      const name = `${url.pathname.slice(1)}_c`;
      await asServer(
        `create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`,
      );
      url.pathname = `/${name}`;
      const around = surroundings(folder);
      const env = { ...around.env, DATABASE_URL: url.href };
      await assert.rejects(initArchive(folder, { ...around, env }), /Persian names/);
      await asServer(`drop database ${name} (force)`);
    });
  });
}

test("a folder for the socket that somebody else could have made is refused", () => {
  const parent = mkdtempSync(join(tmpdir(), "sanad-"));
  const [own, open, link] = ["own", "open", "link"].map((name) => join(parent, name));
  mkdirSync(own ?? "", { mode: 0o700 });
  mkdirSync(open ?? "");
  chmodSync(open ?? "", 0o777);
  symlinkSync(own ?? "", link ?? "");
  checkSocketFolder(own ?? "", parent);
  for (const folder of [open, link])
    assert.throws(() => checkSocketFolder(folder ?? "", parent), { code: "unavailable" });
  rmSync(parent, { recursive: true });
});

async function asServer(
  statement: string,
  url = process.env["SANAD_TEST_SERVER"] ?? "",
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
