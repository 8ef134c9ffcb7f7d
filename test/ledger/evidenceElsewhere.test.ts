import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { stopDatabase } from "../../src/flow/archive/session.ts";
import { inArchiveFolder, isOnServer, keyFile } from "./archiveFolder.ts";
import { fits, sanad } from "./cli.ts";
import { type Bucket, LOGIN, startBucket } from "./s3Server.ts";

const TEXTS = [
  "Samad Farhani was hanged in Kerman on 2 May 2025, the desk said.",
  "Five men were hanged in Yazd on 3 May 2025, Lantern Rights Monitor said.",
  "A court sentenced Omid Sangari to death in Arak, his lawyer said.",
];

test("evidence in a store elsewhere: sealed, checked, erased, backed up and restored as in the folder", async () => {
  await withBucket(async (bucket, folder) => {
    const env = { ...keyFile(folder), ...LOGIN };
    const at = (where: string, ...words: string[]) => sanad(where, words, { env });
    const mina = (...words: string[]) => at(folder, ...words);
    const named = { ...env, SANAD_EVIDENCE: bucket.url };
    const init = (settings: Record<string, string>) => sanad(folder, ["init"], { env: settings });
    await fits(init({ ...named, SANAD_EVIDENCE: "s3://bucket" }), 2, /address of a bucket/);
    const { AWS_ACCESS_KEY_ID: _id, ...nobody } = named;
    await fits(init(nobody), 5, /set AWS_ACCESS_KEY_ID/);
    await fits(init(named), 0, /Made/);

    const files = TEXTS.map((text, number) => writeReport(folder, number, text));
    // A store that has no time at first is asked again.
    bucket.answers.push(503, 429);
    await fits(mina("add", ...files), 0, /3 added/);
    assert.equal(bucket.objects.size, 3);
    assert.ok(!existsSync(join(folder, "evidence")));
    for (const [key, bytes] of bucket.objects) {
      assert.match(key, /^of ours\/s-\w+\/[0-9a-f]{2}\/[0-9a-f]{62}$/);
      assert.ok(TEXTS.every((text) => !bytes.includes(text.slice(0, 12))));
    }
    await fits(mina("verify", "--deep"), 0, /everything agrees/);
    await checkFaults(bucket, mina);
    await fits(sanad(folder, ["verify"], { env: keyFile(folder) }), 5, /AWS_ACCESS_KEY_ID/);
    const other = { ...env, AWS_SECRET_ACCESS_KEY: "another" };
    await fits(sanad(folder, ["verify"], { env: other }), 5, /refuses what AWS_ACCESS_KEY_ID/);

    const document = /d-\w+/.exec((await mina("search", "Farhani", "--json")).out)?.[0] ?? "";
    const file = join(folder, "../all.backup");
    await fits(mina("backup", file, "--plain"), 0, /Wrote/);
    await fits(mina("erase", document, "--yes", "--reason", "asked"), 0, /./);
    assert.equal(bucket.objects.size, 2);
    await fits(mina("verify", "--deep"), 0, /everything agrees/);

    const elsewhere = join(folder, "../other");
    const restored = sanad(elsewhere, ["restore", file, elsewhere], { env: named });
    await fits(restored, 0, /3 pieces of evidence[^]*everything agrees/);
    assert.equal(bucket.objects.size, 5);
    await fits(at(elsewhere, "verify"), 0, /everything agrees/);
    if (isOnServer) return;
    await stopDatabase(elsewhere);
    rmSync(elsewhere, { recursive: true });
    await fits(at(elsewhere, "restore", file, elsewhere), 0, /everything agrees/);
    assert.ok(existsSync(join(elsewhere, "evidence")));
  });
});

test("a restore into a store that failed leaves nothing there; one that was killed is cleared by the next", async () => {
  await withBucket(async (bucket, folder) => {
    const env = { ...keyFile(folder), ...LOGIN };
    await fits(sanad(folder, ["init"], { env }), 0, /Made/);
    const files = TEXTS.map((text, number) => writeReport(folder, number, text));
    await fits(sanad(folder, ["add", ...files], { env }), 0, /3 added/);
    const file = join(folder, "../all.backup");
    await fits(sanad(folder, ["backup", file, "--plain"], { env }), 0, /Wrote/);
    const other = join(folder, "../other");
    const named = { ...env, SANAD_EVIDENCE: bucket.url };
    const restore = () => sanad(other, ["restore", file, other], { env: named });
    bucket.answers.push(200, 200, 403);
    await fits(restore(), 5, /refuses/);
    assert.ok(!existsSync(other));
    assert.equal(bucket.objects.size, 0);
    await fits(restore(), 0, /everything agrees/);
    // Killed before the folder was an archive.
    const mark = JSON.parse(readFileSync(join(other, "sanad.archive.json"), "utf8")) as object;
    const by = { pid: 2 ** 22 + 1, since: null };
    writeFileSync(join(other, "sanad.unfinished.json"), JSON.stringify({ by, archives: [mark] }));
    rmSync(join(other, "sanad.archive.json"));
    await fits(restore(), 0, /everything agrees/);
    assert.equal(bucket.objects.size, 3);
  });
});

test("answers that break off are asked for again, and a store that is away keeps nobody waiting piece by piece", async () => {
  await withBucket(async (bucket, folder) => {
    const env = { ...keyFile(folder), ...LOGIN };
    const mina = (...words: string[]) => sanad(folder, words, { env });
    await fits(sanad(folder, ["init"], { env: { ...env, SANAD_EVIDENCE: bucket.url } }), 0, /Made/);
    const files = TEXTS.map((text, number) => writeReport(folder, number, text));
    await fits(mina("add", ...files), 0, /3 added/);
    bucket.faults.cut = 2;
    await fits(mina("verify", "--deep"), 0, /3 pieces of evidence looked at; everything agrees/);
    const backup = async (name: string, code: number, told: RegExp): Promise<void> => {
      await fits(mina("backup", join(folder, `../${name}.backup`), "--plain"), code, told);
    };
    bucket.faults.cut = 2;
    await backup("cut", 0, /Wrote/);
    bucket.faults.halved = 1;
    await backup("halved", 0, /Wrote/);
    bucket.faults.halved = 2;
    await backup("damaged", 70, /damaged, and are in the file as they are here: 1;/);
    bucket.faults.cut = 100;
    await fits(mina("verify"), 6, /does not answer/);
    bucket.faults.cut = 0;

    const found = await mina("reports", "--json");
    const ids = [...found.out.matchAll(/"document":"(d-\w+)"/g)].map(([, id = ""]) => id);
    bucket.answers.push(...Array.from({ length: 40 }, () => 500));
    await fits(mina("erase", ...ids, "--yes", "--reason", "asked"), 6, /Erased/);
    assert.ok(bucket.answers.length > 20, "a store that is away is away for all of them");
    bucket.answers.length = 0;
    assert.equal(bucket.objects.size, 3);
    bucket.faults.silent = true;
    const started = Date.now();
    await fits(mina("search", "Farhani"), 0, /Erased evidence could not be removed/);
    assert.ok(Date.now() - started < 20_000, "one piece is asked for once");
    bucket.faults.silent = false;
    bucket.answers.push(404);
    await fits(mina("search", "Farhani"), 0, /./);
    await fits(mina("search", "Farhani"), 0, /./);
    assert.ok(bucket.objects.size <= 1);
  });
});

/** A byte that is another, a piece that is gone or that nobody knows, a store that is away. */
async function checkFaults(
  bucket: Bucket,
  mina: (...words: string[]) => ReturnType<typeof sanad>,
): Promise<void> {
  const [[key, bytes] = ["", Buffer.alloc(0)]] = bucket.objects;
  const flipped = Buffer.from(bytes);
  flipped[40] = (flipped[40] ?? 0) ^ 1;
  bucket.objects.set(key, flipped);
  await fits(mina("verify"), 70, /evidence of d-/);
  bucket.objects.delete(key);
  await fits(mina("verify"), 70, /evidence of d-\w+: Evidence \w+ is missing/);
  bucket.objects.set(key, bytes);
  const [, own = ""] = /^(.*?)\/[0-9a-f]{2}\//.exec(key) ?? [];
  const stray = `${own}/${"0".repeat(2)}/${"0".repeat(62)}`;
  bucket.objects.set(stray, Buffer.from("x"));
  const { out } = await fits(mina("verify", "--deep"), 0, /of no entry/);
  const address = `${bucket.url}/${own.split("/").at(-1)}/00/${"0".repeat(62)}`;
  assert.ok(out.includes(`   ${address}\n`), out);
  bucket.objects.delete(stray);
  bucket.answers.push(...Array.from({ length: 12 }, () => 500));
  await fits(mina("verify"), 6, /answers with HTTP 500/);
  bucket.answers.length = 0;
}

function writeReport(folder: string, number: number, text: string): string {
  const file = join(folder, `../report-${number}.txt`);
  writeFileSync(file, text);
  return file;
}

async function withBucket(use: (bucket: Bucket, folder: string) => Promise<void>): Promise<void> {
  const bucket = await startBucket();
  try {
    await inArchiveFolder((folder) => use(bucket, folder));
  } finally {
    await bucket.close();
  }
}
