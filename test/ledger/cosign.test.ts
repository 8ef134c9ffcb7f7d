import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseCheckpoint } from "../../src/base/checkpoint.ts";
import { appendLeaves, EMPTY_RANGE, hashLeaf, rootOfRange } from "../../src/base/merkle.ts";
import { parseNote } from "../../src/base/signedNote.ts";
import { closeArchive, openSession, stopDatabase } from "../../src/flow/archive/session.ts";
import { appendEntries } from "../../src/ledger/append.ts";
import { inArchiveFolder, isOnServer, surroundings, keyFile } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";

const AT = "2026-01-02T03:04:05.000Z";

test("a cosigner elsewhere signs what still begins as before, and verify says who saw what", async () => {
  await inArchiveFolder(async (folder) => {
    const mina = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    const elsewhere = join(folder, "../elsewhere");
    const key = join(folder, "../cosigner.key");
    const cosign = (text: string, ...more: string[]) =>
      sanad(elsewhere, ["cosign", "-", "--key", key, ...more], { input: text });
    await fits(mina("init", folder), 0, /Made/);
    await fits(mina("verify"), 0, /Self-attested/);
    const printed = await mina("checkpoint", "--key");
    const logKey = keyIn(printed.out);
    assert.equal(printed.out, `${logKey}\n`, "the key alone, for a file or a program");

    // The cosigner's key; whom the archive trusts.
    await fits(cosign("x"), 3, /--new-key/);
    const made = await sanad(elsewhere, ["cosign", "--new-key", "watch.example", "--key", key]);
    assert.equal(made.code, 0, made.out);
    const publicKey = publicKeyOf(made);
    await fits(
      sanad(elsewhere, ["cosign", "--new-key", "a", "--key", key]),
      4,
      /nothing was written/,
    );
    await fits(mina("checkpoint", "--for", "watch.example"), 3, /no one trusted cosigner/);
    await fits(mina("checkpoint", "--trust", logKey), 2, /no key of a cosigner/);
    await fits(mina("checkpoint", "--trust", publicKey), 0, /watch\.example is trusted/);
    await fits(mina("checkpoint", "--trust", publicKey), 4, /trusted already/);

    // The first time with the log's key, from its owner; then by what was remembered.
    const first = await fits(mina("checkpoint", "--for", "watch.example"), 0, /^old 0\n\n/);
    await fits(cosign(first.out), 2, /for the first time; give its key/);
    await fits(cosign(first.out, "--log", publicKey), 2, /and the key of watch/);
    const signed = await cosign(first.out, "--log", logKey);
    assert.equal(signed.code, 0, signed.out);
    const file = join(folder, "../signed.txt");
    writeFileSync(file, noteIn(signed.out));
    await fits(mina("checkpoint", "--add-cosignature", file), 0, /Seen by watch\.example up to 3/);
    await fits(
      mina("verify"),
      0,
      /Seen by watch\.example up to 3 of 4[^]*after that \(1\) is self-att/,
    );

    await grow(folder, 300);
    const second = await fits(
      mina("checkpoint", "--for", "watch.example"),
      0,
      /^old 3\n[A-Za-z0-9+/=]{44}\n/,
    );
    const again = await cosign(second.out);
    assert.equal(again.code, 0, again.out);
    assert.match(again.out, /begin with the 3 that you signed before/);
    writeFileSync(file, noteIn(again.out));
    await fits(mina("checkpoint", "--add-cosignature", file), 0, /up to 304/);
    await fits(mina("checkpoint"), 0, /Seen by watch\.example up to 304/);
    const verified = await fits(mina("verify"), 0, /up to 304 of 305/);
    assert.doesNotMatch(verified.out, /Self-attested/);

    // A proof under what the cosigner signed; the newest entries they have not seen.
    const lines = (await mina("log", "--json")).out.trim().split("\n");
    const [oldest = "", newest = ""] = lines
      .map(idsIn)
      .toSorted((a, b) => a.index - b.index)
      .map(({ id }) => id)
      .filter((_, at, all) => at === 0 || at === all.length - 1);
    const proofFile = join(folder, "../proof.json");
    await fits(mina("prove", newest, "--cosigned"), 4, /holds entry 304; sanad/);
    const proved = await mina("prove", oldest, "--cosigned");
    assert.equal(proved.code, 0, proved.out);
    writeFileSync(proofFile, proved.out.slice(0, proved.out.lastIndexOf("}") + 1));
    const check = (...more: string[]) =>
      sanad(elsewhere, ["verify", proofFile, "--key", logKey, ...more]);
    await fits(check(), 0, /Cosigned by watch\.example on .*is their key: watch/);
    await fits(check("--cosigner", publicKey), 0, /with the key you gave$/m);
    await fits(check("--cosigner", logKey), 2, /no key of a cosigner/);
    const stranger = publicKeyOf(
      await sanad(elsewhere, ["cosign", "--new-key", "b.example", "--key", `${key}.b`]),
    );
    await fits(check("--cosigner", stranger), 70, /not signed by the cosigner/);

    writeFileSync(`${key}.lock`, "1");
    await fits(cosign(second.out), 4, /Another program is signing/);
    // One that a program left which died is in nobody's way.
    writeFileSync(`${key}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, since: null }));
    assert.equal((await cosign(second.out)).code, 0);
    assert.ok(!existsSync(`${key}.lock`));

    // What does not fit is refused on the cosigner's side.
    await fits(cosign(first.out), 4, /and this checkpoint has 3; ask for a newer one/);
    await grow(folder, 1);
    await fits(cosign((await mina("checkpoint", "--from", "2")).out), 4, /--from 304/);
    const good = (await mina("checkpoint", "--from", "304")).out;
    const proof = good.split("\n");
    const broken = [proof[0], `${"A".repeat(43)}=`, ...proof.slice(2)].join("\n");
    await fits(cosign(broken), 70, /its past was changed/);
    await fits(cosign(good.replace(/\n306\n/, "\n307\n")), 70, /not signed with the key/);

    // Another signing key: the cosigner is told by its owner, and holds the tree against what it saw all the same.
    await fits(mina("keys", "rotate", "--signing"), 0, /new key/);
    await grow(folder, 1);
    const turned = (await mina("checkpoint", "--for", "watch.example")).out;
    const newKey = keyIn((await mina("checkpoint", "--key")).out);
    await fits(cosign(turned), 70, /not signed with the key/);
    await fits(cosign(turned, "--log", newKey), 4, /--replace-log/);
    await fits(cosign(turned, "--log", newKey, "--replace-log"), 0, /begin with the 304/);

    // What was cosigned before the key was replaced is proved under the key of then, and the one of before it.
    const later = await mina("prove", oldest, "--cosigned");
    writeFileSync(proofFile, later.out.slice(0, later.out.lastIndexOf("}") + 1));
    await fits(check("--cosigner", publicKey), 0, /with the key you gave/);

    // Trust ends; what is not trusted counts no more.
    await fits(mina("checkpoint", "--end-trust", publicKey), 0, /no longer trusted/);
    await fits(mina("verify"), 0, /Self-attested/);
    await fits(mina("checkpoint", "--add-cosignature", file), 2, /No trusted cosigner/);
  });
});

function publicKeyOf({ code, out }: { readonly code: number; readonly out: string }): string {
  assert.equal(code, 0, out);
  return out.split("\n")[0] ?? "";
}

function idsIn(line: string): { readonly id: string; readonly index: number } {
  return JSON.parse(line) as { id: string; index: number };
}

test("tiles stand beside the ledger, are made again, and a flipped byte is named", async () => {
  await inArchiveFolder(async (folder) => {
    const mina = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await fits(mina("init", folder), 0, /Made/);
    await grow(folder, 600);
    const tiles = join(folder, "tiles");
    assert.deepEqual(filesIn(tiles), [
      "checkpoint",
      "tile/0/000",
      "tile/0/001",
      "tile/0/002.p/90",
      "tile/1/000.p/2",
      "tile/entries/000",
      "tile/entries/001",
      "tile/entries/002.p/90",
    ]);
    checkByFilesAlone(tiles);
    await fits(mina("verify"), 0, /everything agrees/);
    for (const name of [
      "tile/0/001",
      "tile/entries/000",
      "tile/entries/002.p/90",
      "tile/1/000.p/2",
    ]) {
      const bytes = readFileSync(join(tiles, name));
      bytes[40] = (bytes[40] ?? 0) ^ 1;
      writeFileSync(join(tiles, name), bytes);
      await fits(
        mina("verify"),
        70,
        new RegExp(`^✗ tile ${name}: is not what the entries make[^]*; one thing does not agree`),
      );
      await fits(mina("tiles"), 70, new RegExp(`✗ tile ${name}`));
      rmSync(join(tiles, name));
      await fits(mina("verify"), 70, new RegExp(`✗ tile ${name}: is missing`));
      await fits(mina("tiles"), 0, /1 files were written/);
    }
    await fits(mina("verify"), 0, /everything agrees/);
    const checkpoint = readFileSync(join(tiles, "checkpoint"), "utf8");
    for (const [changed, why] of [
      [checkpoint.replace("\n602\n", "\n601\n"), /not signed by this archive's key/],
      [`${checkpoint}\n`, /is no checkpoint/],
      [
        checkpoint.replace(
          /(— \S+ )(.)/,
          (_, head, first) => `${head}${first === "A" ? "B" : "A"}`,
        ),
        /./,
      ],
    ] as const) {
      writeFileSync(join(tiles, "checkpoint"), changed);
      const { out } = await fits(mina("verify"), 70, /✗ tile checkpoint: /);
      assert.match(out, why);
    }
    await fits(mina("tiles"), 0, /1 files were written/);
    await fits(mina("verify"), 0, /everything agrees/);

    // More than the entries make is as wrong as less; nothing is taken on trust for want of a checkpoint.
    for (const name of ["tile/0/001", "tile/entries/002.p/90", "tile/0/002.p/90"]) {
      const bytes = readFileSync(join(tiles, name));
      writeFileSync(join(tiles, name), Buffer.concat([bytes, Buffer.from([7])]));
      await fits(mina("verify"), 70, new RegExp(`^✗ tile ${name}: is not what the entries make`));
      for (const text of ["", null]) {
        const kept = readFileSync(join(tiles, "checkpoint"));
        if (text === null) rmSync(join(tiles, "checkpoint"));
        else writeFileSync(join(tiles, "checkpoint"), text);
        const { out } = await fits(mina("verify"), 70, /✗ tile checkpoint: is missing/);
        assert.match(out, new RegExp(`✗ tile ${name}: is not what the entries make`));
        writeFileSync(join(tiles, "checkpoint"), kept);
      }
      writeFileSync(join(tiles, name), bytes);
    }
    const stray: readonly (readonly [string, RegExp])[] = [
      ["tile/0/005", /of entries that the ledger does not have/],
      ["tile/entries/002.p/91", /of entries that the ledger does not have/],
      ["tile/entries/002.p/256", /belongs to no tree/],
      ["tile/notes.txt", /belongs to no tree/],
      ["tile/0/1", /belongs to no tree/],
    ];
    for (const [name, why] of stray) {
      writeFileSync(join(tiles, name), "more");
      const { out } = await fits(mina("verify"), 70, new RegExp(`✗ tile ${name}: `));
      assert.match(out, why);
      rmSync(join(tiles, name));
    }
    // What a program that was killed leaves: a draft, and a tile that has grown since.
    writeFileSync(join(tiles, "tile/0/002.p/90.4711"), "half");
    writeFileSync(
      join(tiles, "tile/0/002.p/5"),
      readFileSync(join(tiles, "tile/0/002.p/90")).subarray(0, 160),
    );
    await fits(mina("verify"), 0, /everything agrees/);

    rmSync(tiles, { recursive: true });
    await fits(mina("verify"), 0, /everything agrees/);
    await grow(folder, 200);
    assert.equal(filesIn(tiles).length, 10, "what is missing is made with the next entry");
    checkByFilesAlone(tiles);

    // A mirror.
    const mirror = join(folder, "../mirror");
    await fits(mina("tiles", mirror), 0, /tree of 802 entries; 10 files/);
    const modeOf = (path: string): number => statSync(path).mode & 0o777 & ~process.umask();
    assert.deepEqual(
      [mirror, join(mirror, "tile"), join(mirror, "checkpoint")].map(modeOf),
      [0o755, 0o755, 0o644].map((mode) => mode & ~process.umask()),
      "a web server may read them",
    );
    assert.equal(statSync(join(folder, "tiles/checkpoint")).mode & 0o777, 0o600);
    assert.deepEqual(filesIn(mirror), filesIn(tiles));
    await fits(mina("tiles", mirror, "--json"), 0, /"written":0/);
  });
});

const ITS_FILES = isOnServer ? "needs the files of the database, which a server keeps" : false;

test("a ledger that was set back behind what its tiles signed is named", {
  skip: ITS_FILES,
}, async () => {
  await inArchiveFolder(async (folder) => {
    const mina = (...words: string[]) => sanad(folder, words, { env: keyFile(folder) });
    await fits(mina("init", folder), 0, /Made/);
    await grow(folder, 20);
    await stopDatabase(folder);
    cpSync(join(folder, "database"), join(folder, "../kept"), { recursive: true });
    await grow(folder, 5);
    await stopDatabase(folder);
    rmSync(join(folder, "database"), { recursive: true });
    cpSync(join(folder, "../kept"), join(folder, "database"), { recursive: true });
    await fits(mina("verify"), 70, /tile checkpoint: signs 27 entries, and the ledger has 22/);
  });
});

/** What a mirror can do: read entries, hash them, and find the root that the checkpoint signs. */
function checkByFilesAlone(folder: string): void {
  const leaves = filesIn(folder)
    .filter((name) => name.startsWith("tile/entries/"))
    .flatMap((name) => entriesOf(readFileSync(join(folder, name))));
  const note = parseNote(readFileSync(join(folder, "checkpoint"), "utf8"));
  const checkpoint = parseCheckpoint(note?.text ?? "");
  const range = appendLeaves(EMPTY_RANGE, leaves.map(hashLeaf));
  assert.equal(checkpoint?.size, range.size);
  assert.deepEqual(Buffer.from(checkpoint?.root ?? []), Buffer.from(rootOfRange(range)));
}

function entriesOf(bundle: Buffer): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    const length = bundle.readUInt16BE(at);
    entries.push(bundle.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The log's key among the lines of a checkpoint. */
function keyIn(out: string): string {
  return /^\S+\+[0-9a-f]{8}\+\S+$/m.exec(out)?.[0] ?? "";
}

/** The note without what was told to the person. */
function noteIn(out: string): string {
  const end = out.lastIndexOf("\n", out.length - 2);
  return out.slice(0, end + 1);
}

let turn = 0;
async function grow(folder: string, count: number): Promise<void> {
  const around = surroundings(folder);
  const env = { ...around.env, ...keyFile(folder) };
  const { archive } = await openSession({ ...around, env });
  const body = { actor: "a-other", name: "Other", role: "guest" };
  turn += 1;
  const entries = Array.from({ length: count }, (_, at) => ({
    kind: "actor-named" as const,
    by: "a-other",
    record: `r-${turn}-${at}`,
    body,
  }));
  await appendEntries(archive, entries, { at: AT, expected: null });
  await closeArchive(archive);
}
