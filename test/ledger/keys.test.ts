import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "kysely";
import { wordGroups } from "../../src/flow/archive/changeKeys.ts";
import { readLog } from "../../src/flow/archive/look.ts";
import { closeArchive, openSession } from "../../src/flow/archive/session.ts";
import { openAsOwner, whereIs } from "../../src/ledger/database.ts";
import { readHolder } from "../../src/ledger/holder.ts";
import type { Keyring } from "../../src/ledger/keyring.ts";
import { inArchiveFolder, isOnServer, withPassphrase } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const FIRST = "six words that nobody else would say";
const SECOND = "another six words that nobody says";
const THIRD = "and a third time six more words";

test("ways in are added, replaced and ended; lost passphrases are recovered", async () => {
  await inArchiveFolder(async (folder) => {
    const with_ = (secret: Record<string, string>, ...words: string[]) =>
      sanad(folder, words, { env: secret });
    const old = { SANAD_PASSPHRASE: FIRST };
    await fits(with_(old, "init", folder), 0, /sanad keys recovery/);

    // Another passphrase: the old one no longer unlocks.
    const now = { SANAD_PASSPHRASE: SECOND };
    await fits(with_(old, "keys", "passphrase"), 5, /SANAD_NEW_PASSPHRASE/);
    await fits(with_({ ...old, SANAD_NEW_PASSPHRASE: "short" }, "keys", "passphrase"), 2, /12/);
    await fits(with_({ ...old, SANAD_NEW_PASSPHRASE: SECOND }, "keys", "passphrase"), 0, /new/);
    await fits(with_(old, "log"), 5, /the passphrase is wrong/);
    await fits(with_(now, "log"), 0, /keys-changed/);

    // A key file beside it: made, refused in the folder and where others read it.
    const file = join(folder, "../stick.key");
    await fits(with_(now, "keys", "add", "--key-file", join(folder, "a.key")), 2, /medium/);
    await fits(with_(now, "keys", "add", "--key-file", file), 0, /key file/);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    await fits(with_({ SANAD_KEY_FILE: file }, "log"), 0, /keys-changed/);
    const open = join(folder, "../open.key");
    writeFileSync(open, "x".repeat(64), { mode: 0o644 });
    await fits(with_(now, "keys", "add", "--key-file", open), 2, /chmod 600/);

    // Words and shares, and a new passphrase by them.
    const words = join(folder, "../words.txt");
    writeFileSync(words, (await fits(with_(now, "keys", "recovery"), 0, /24/)).out);
    const shares = await fits(
      with_(now, "keys", "split", "--needed", "2", "--of", "3"),
      0,
      /Share 3 of 3/,
    );
    const groups = wordGroups(shares.out);
    assert.deepEqual(
      groups.map(({ length }) => length),
      [21, 21, 21],
    );
    const two = join(folder, "../two.txt");
    writeFileSync(two, `${groups[2]?.join(" ")}\n\n${groups[0]?.join("\n")}\n`);
    const one = join(folder, "../one.txt");
    writeFileSync(one, groups[1]?.join(" ") ?? "");
    const fresh = { SANAD_NEW_PASSPHRASE: THIRD };
    await fits(with_(fresh, "recover", "--words", one), 2, /different shares: 2 needed/);
    await fits(with_({}, "recover"), 5, /--words/);
    await fits(with_(fresh, "recover", "--words", two), 0, /no longer do: 1/);
    await fits(with_(now, "log"), 5, /the passphrase is wrong/);
    const last = { SANAD_PASSPHRASE: THIRD };
    // As it was printed, with what stands below the words.
    await fits(
      with_({ SANAD_NEW_PASSPHRASE: FIRST }, "recover", "--words", words),
      0,
      /no longer do: 1/,
    );
    await fits(with_(last, "log"), 5, /the passphrase is wrong/);

    // A way that ended opens nothing; the last of every day stays.
    const ways = (await with_({}, "keys", "--json")).out.trim().split("\n").map(parse);
    const idOf = (by: string): string => ways.find((way) => way.by === by)?.id ?? "";
    assert.deepEqual(ways.map(({ by }) => by).sort(), [
      "key-file",
      "passphrase",
      "shares",
      "words",
    ]);
    await fits(with_(old, "keys", "end", idOf("words")), 0, /recovery words/);
    await fits(with_(fresh, "recover", "--words", words), 5, /not unlocked by recovery words/);
    await fits(with_(old, "keys", "end", idOf("key-file")), 0, /key file/);
    await fits(with_({ SANAD_KEY_FILE: file }, "log"), 5, /not unlocked by a key file/);
    await fits(with_(old, "keys", "end", idOf("passphrase")), 2, /the last passphrase/);
    await fits(with_(old, "keys", "end", "w-none"), 3, /no way in w-none/);
    await fits(with_(old, "keys", "ad"), 2, /did you mean add/);
    await fits(with_(old, "verify"), 0, /everything agrees/);

    checkSecretsNowhere(folder, [FIRST, SECOND, THIRD, ...groups.map((group) => group.join(" "))]);
    await fits(with_({}, "lock"), 0, /Locked/);
    assert.ok(!readdirSync(folder).includes("actor"));
    await fits(with_({}, "lock"), 0, isOnServer ? /The server runs on/ : /was not running/);
  });
});

test("a keyring of an older Sanad opens, and has no day", async () => {
  await inArchiveFolder(async (folder) => {
    await fits(sanad(folder, ["init", folder], { env: { SANAD_PASSPHRASE: FIRST } }), 0, /Made/);
    const file = join(folder, "keys.json");
    const { archive, wraps } = JSON.parse(readFileSync(file, "utf8")) as {
      archive: string;
      wraps: readonly Record<string, unknown>[];
    };
    const older = wraps.map(({ id: _id, since: _since, ...wrap }) => wrap);
    writeFileSync(file, JSON.stringify({ format: 1, archive, wraps: older }));
    await fits(sanad(folder, ["keys"], { env: {} }), 0, /w-first1 +passphrase +from the beginning/);
    await fits(sanad(folder, ["log"], { env: { SANAD_PASSPHRASE: FIRST } }), 0, /archive-made/);
    writeFileSync(file, JSON.stringify({ format: 3, archive, wraps: older }));
    await fits(sanad(folder, ["log"], { env: { SANAD_PASSPHRASE: FIRST } }), 6, /newer Sanad/);
  });
});

test("a missing or damaged file of an archive is named, with what to do", async () => {
  await inArchiveFolder(async (folder) => {
    const env = { SANAD_PASSPHRASE: FIRST };
    await fits(sanad(folder, ["init", folder], { env }), 0, /Made/);
    for (const name of ["keys.json", "sanad.archive.json"]) {
      const file = join(folder, name);
      const kept = readFileSync(file, "utf8");
      for (const text of ["", "{", "null", "[]", '{"format":2}', kept.slice(0, 40)]) {
        writeFileSync(file, text);
        await fits(sanad(folder, ["log"], { env }), 70, /is damaged.*restore a backup/);
      }
      writeFileSync(file, kept);
    }
    renameSync(join(folder, "keys.json"), join(folder, "away"));
    await fits(sanad(folder, ["log"], { env }), 70, /keys\.json is missing.*restore a backup/);
    renameSync(join(folder, "away"), join(folder, "keys.json"));
    await fits(sanad(folder, ["log"], { env }), 0, /archive-made/);
  });
});

/** Neither files of the archive nor the surroundings of its database's processes hold what unlocks it. */
function checkSecretsNowhere(folder: string, secrets: readonly string[]): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    const { mode } = statSync(path);
    if ((mode & 0o170000) !== 0o100000) continue;
    const bytes = readFileSync(path);
    for (const secret of secrets) assert.ok(!bytes.includes(secret), `${name} holds a secret`);
  }
  // A server is started by its keeper, before and without any archive.
  if (process.platform !== "linux" || isOnServer) return;
  const pids = [
    String(readHolder(join(folder, "database/keeper.pid")).pid),
    readFileSync(join(folder, "database/data/postmaster.pid"), "utf8").split("\n")[0] ?? "",
  ];
  for (const pid of pids)
    for (const file of ["environ", "cmdline"]) {
      const text = execFileSync("cat", [`/proc/${pid}/${file}`], { encoding: "utf8" });
      for (const secret of secrets) assert.ok(!text.includes(secret), `${pid}: ${file}`);
    }
}

function parse(line: string): { readonly id: string; readonly by: string } {
  return JSON.parse(line) as { id: string; by: string };
}

test("a change of the ways that cannot be entered leaves them as they were; one that was killed is settled by its entry", async () => {
  await inArchiveFolder(async (folder) => {
    const old = { SANAD_PASSPHRASE: FIRST };
    const now = { SANAD_PASSPHRASE: SECOND };
    const file = join(folder, "keys.json");
    const ring = () => JSON.parse(readFileSync(file, "utf8")) as Keyring;
    const run = (secret: Record<string, string>, ...words: string[]) =>
      sanad(folder, words, { env: secret });
    await fits(run(old, "init", folder), 0, /./);
    const { env } = withPassphrase(folder);
    const around = { ...withPassphrase(folder), env: { ...env, ...old } };
    const { archive } = await openSession(around);

    // The disk is full when it is to be entered.
    const owner = await openAsOwner(whereIs(archive.database));
    await sql
      .raw(
        `create function public.no_room() returns trigger language plpgsql as
         $$ begin raise exception 'no room' using errcode = '53100'; end $$;
         create constraint trigger no_room after insert on ledger.entries deferrable initially deferred
         for each row execute function public.no_room()`,
      )
      .execute(owner);
    const before = ring();
    const change = { ...old, SANAD_NEW_PASSPHRASE: SECOND };
    await fits(run(change, "keys", "passphrase"), 6, /disk is full/);
    await fits(run(old, "keys", "add", "--key-file", join(folder, "../stick.key")), 6, /full/);
    assert.deepEqual(ring(), before);
    await fits(run(now, "log"), 5, /passphrase is wrong/);
    await fits(run(old, "log"), 0, /archive-made/);
    await sql.raw("drop function public.no_room() cascade").execute(owner);
    await owner.destroy();

    // Killed between the file and the entry, and between the entry and the file: any way opens, and the entry decides.
    await fits(run(change, "keys", "passphrase"), 0, /new/);
    const after = ring();
    assert.equal(after.change, undefined);
    // Killed before the file was in its place: what was to become it would open the archive with the ended way.
    writeFileSync(`${file}.4711`, JSON.stringify(before));
    await fits(run(now, "log"), 0, /keys-changed/);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith("keys.json.")),
      [],
    );
    const [last] = await readLog(archive, { limit: 1, before: null });
    const id = last?.kind === "keys-changed" ? last.id : "";
    for (const [entry, settled, secret] of [
      ["e-nothing", before, now],
      ["e-nothing", before, old],
      [id, after, old],
      [id, after, now],
    ] as const) {
      writeFileSync(file, JSON.stringify({ ...before, change: { entry, wraps: after.wraps } }));
      await fits(run(secret, "log"), 0, /keys-changed/);
      assert.deepEqual(ring(), settled);
    }
    await closeArchive(archive);
  });
});
