import assert from "node:assert/strict";
import { chmodSync, cpSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import {
  closeArchive,
  initArchive,
  openSession,
  stopDatabase,
} from "../../src/flow/archive/session.ts";
import { isRunning, readHolder } from "../../src/ledger/holder.ts";
import { keepBy } from "../../src/ledger/postgres/startEmbedded.ts";
import { inArchiveFolder, isOnServer, keyFile, surroundings } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const LIMIT_MS = 20_000;

test("a server whose keeper died gets another one, though its number is another program's now", {
  skip: isOnServer ? "a server has no keeper" : false,
}, async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    await closeArchive((await initArchive(folder, around)).archive);
    const file = join(folder, "database/keeper.pid");
    const first = readHolder(file);
    assert.ok(isRunning(first));
    const open = async () => closeArchive((await openSession(around)).archive);
    const text = readFileSync(file, "utf8");
    await open();
    assert.equal(readFileSync(file, "utf8"), text, "one that runs stays");
    process.kill(first.pid, "SIGKILL");
    // This program has that number now, and began at another time.
    writeFileSync(file, JSON.stringify({ pid: process.pid, since: "another boot 1" }));
    await open();
    for (let waited = 0; readHolder(file).pid === process.pid; waited += 50) {
      assert.ok(waited < LIMIT_MS, "no keeper came");
      await wait(50);
    }
    assert.ok(isRunning(readHolder(file)));
    await open();
  });
});

test("an archive that is made where another was removed with its server running stays within reach", {
  skip: isOnServer ? "a server has no keeper" : false,
}, async () => {
  await inArchiveFolder(async (folder) => {
    const around = surroundings(folder);
    await closeArchive((await initArchive(folder, around)).archive);
    const pidOf = () =>
      Number(readFileSync(join(folder, "database/data/postmaster.pid"), "utf8").split("\n")[0]);
    const removed = pidOf();
    rmSync(folder, { recursive: true, force: true });
    await closeArchive((await initArchive(folder, around)).archive);
    assert.notEqual(pidOf(), removed);
    assert.equal(isRunning({ pid: removed, since: null }), false, "it would take the socket along");
    await closeArchive((await openSession(around)).archive);

    // A cleaner of old files: nobody reaches the server any more.
    rmSync(join(folder, "database/run/.s.PGSQL.5432"));
    const cut = pidOf();
    await closeArchive((await openSession(around)).archive);
    assert.notEqual(pidOf(), cut);
  });
});

test("an archive that cannot be written to is refused at once, with what to do; a copy of it opens", {
  skip: isOnServer ? "a server's files are elsewhere" : false,
}, async () => {
  await inArchiveFolder(async (folder) => {
    const env = keyFile(folder);
    const run = (at: string, ...words: string[]) => sanad(at, words, { env });
    await fits(run(folder, "init", folder), 0, /Made/);
    await stopDatabase(folder);
    const data = join(folder, "database/data");
    const { mode } = statSync(data);
    try {
      chmodSync(data, 0o500);
      const started = Date.now();
      await fits(run(folder, "log"), 5, /cannot run in .*chmod -R u\+w/);
      await fits(run(folder, "doctor"), 6, /✗ archive .* cannot be written to/);
      assert.ok(Date.now() - started < LIMIT_MS);
      const other = join(folder, "../other");
      cpSync(folder, other, { recursive: true });
      chmodSync(join(other, "database/data"), 0o700);
      await fits(run(other, "log"), 0, /archive/);
    } finally {
      chmodSync(data, mode);
    }
    await fits(run(folder, "log"), 0, /archive/);
  });
});

test("a keeper that ends without a word is not waited for", {
  skip: isOnServer ? "a server has no keeper" : false,
}, async () => {
  await inArchiveFolder(async (folder) => {
    const env = keyFile(folder);
    await fits(sanad(folder, ["init", folder], { env }), 0, /Made/);
    await stopDatabase(folder);
    const program = join(folder, "../keeper.js");
    writeFileSync(program, "process.exit(3);");
    const before = keepBy(program);
    try {
      const started = Date.now();
      await fits(sanad(folder, ["log"], { env }), 6, /did not start/);
      assert.ok(Date.now() - started < LIMIT_MS);
    } finally {
      keepBy(before ?? program);
    }
  });
});
