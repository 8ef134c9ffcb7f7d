import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

/** The built program as a user runs it: node, a folder of reports, no network. */
const root = join(import.meta.dirname, "../..");
const main = join(root, "dist/cli/main.js");
let folder = "";

before(() => {
  assert.ok(existsSync(main), "Build first: npm run build");
  folder = mkdtempSync(join(tmpdir(), "sanad-story-"));
  // As root, the database runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  cpSync(join(root, "examples"), join(folder, "reports"), { recursive: true });
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("sanad brief makes one page of the examples that loads nothing and runs nothing", () => {
  const { status, stdout, stderr } = sanad("brief", "reports", "-o", "page.html");
  assert.equal(status, 0, stderr);
  assert.equal(stdout, "");
  assert.match(stderr, /Wrote page\.html/);
  const page = readFileSync(join(folder, "page.html"), "utf8");
  assert.match(page, /Navid Tarkashvandi/);
  assert.doesNotMatch(page, /<script[^>]*src=|<link[^>]*href="http|<img[^>]*src="http/);
});

test("sanad brief makes the page in Persian, and the same bytes twice", () => {
  const first = sanad("brief", "reports", "-o", "-", "--lang", "fa");
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, /<html[^>]*lang="fa"[^>]*dir="rtl"/);
  assert.equal(sanad("brief", "reports", "-o", "-", "--lang", "fa").stdout, first.stdout);
});

test("sanad read --json prints claims of every report, with its words", () => {
  const { status, stdout, stderr } = sanad("read", "reports", "--json");
  assert.equal(status, 0, stderr);
  const claims = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { document: { id: string }; kind: string });
  assert.ok(new Set(claims.map((claim) => claim.document.id)).size >= 8);
  assert.ok(claims.filter((claim) => claim.kind === "execution").length >= 8);
});

test("sanad read prints no colour and no progress when piped", () => {
  const { status, stdout, stderr } = sanad("read", "reports");
  assert.equal(status, 0);
  assert.equal(stderr, "");
  assert.ok(!stdout.includes("\u001B"));
  assert.match(stdout, /10 reports/);
});

test("bad files are named, the others are read, and the exit code says so", () => {
  cpSync(join(folder, "reports"), join(folder, "mixed"), { recursive: true });
  writeFileSync(join(folder, "mixed/empty.txt"), "");
  writeFileSync(join(folder, "mixed/noise.bin"), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7]));
  writeFileSync(join(folder, "mixed/broken.pdf"), "%PDF-1.7\nnothing more");
  const { status, stdout, stderr } = sanad("read", "mixed", "mixed/noise.bin", "--json");
  assert.equal(status, 1, stderr);
  for (const name of ["empty.txt", "noise.bin", "broken.pdf"])
    assert.ok(stderr.includes(name), name);
  assert.doesNotMatch(stderr, /\n\s+at /);
  assert.ok(stdout.split("\n").length > 20);
});

test("a reader that goes away is no failure", async () => {
  const lines = Array.from({ length: 3000 }, (_, index) =>
    JSON.stringify({ id: `d${index}`, text: REPORT }),
  );
  writeFileSync(join(folder, "many.jsonl"), `${lines.join("\n")}\n`);
  const child = spawn("node", [main, "read", "many.jsonl", "--json"], { cwd: folder });
  let told = "";
  child.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(code, 0, told);
  assert.equal(told, "");
});

test("two reports of one id are told apart", () => {
  writeFileSync(
    join(folder, "twins.jsonl"),
    `${JSON.stringify({ id: "a", text: REPORT })}\n`.repeat(2),
  );
  const ids = sanad("text", "twins.jsonl", "--json")
    .stdout.trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { id: string }).id);
  assert.deepEqual(ids, ["a", "a-2"]);
});

test("a command that nobody can be asked for says so and ends", () => {
  const secret = { SANAD_PASSPHRASE: "seven made up words for a test" };
  const unnamed = sanadWith(secret, "init", "archive");
  assert.equal(unnamed.status, 5, unnamed.stderr);
  assert.ok(!existsSync(join(folder, "archive")), "nothing is made for nobody");
  const made = sanadWith({ ...secret, SANAD_ACTOR: "Samira" }, "init", "archive");
  assert.equal(made.status, 0, made.stderr);
  try {
    const { status, stderr } = sanadWith(secret, "checkpoint", "--archive", "archive");
    assert.equal(status, 0, stderr);
    const refused = sanadWith(secret, "add", "reports", "--archive", "archive");
    assert.equal(refused.status, 5, refused.stderr);
    assert.match(refused.stderr, /SANAD_ACTOR/);
  } finally {
    sanad("stop", "--archive", "archive");
  }
});

test("a page never overwrites a report", () => {
  writeFileSync(join(folder, "kept.txt"), REPORT);
  const { status, stderr } = sanad("brief", "kept.txt", "-o", "kept.txt");
  assert.equal(status, 2);
  assert.match(stderr, /would overwrite it/);
  assert.equal(readFileSync(join(folder, "kept.txt"), "utf8"), REPORT);
});

test("another program can use the package as a library", () => {
  const script = `import { loadPacks, readClaims, readDocument } from "sanad";
    const [one] = await readDocument(new TextEncoder().encode(process.argv[1]), { path: "a.txt" });
    console.log(readClaims(one.document, loadPacks().packs).claims.length);`;
  const { status, stdout, stderr } = spawnSync(
    "node",
    ["--input-type=module", "-e", script, REPORT],
    { cwd: root, encoding: "utf8" },
  );
  assert.equal(status, 0, stderr);
  assert.ok(Number(stdout) > 0);
});

const REPORT =
  "Two men hanged\n\nTwo men, Kamran Delavarian and Omid Sangari, were hanged in Arak on 3 December 2025, Lantern Rights Monitor said.\n";

/** Longer than any of these commands takes; one that waits for nothing is ended and has no status. */
const PATIENCE_MS = 60_000;

function sanad(...words: string[]) {
  return sanadWith({}, ...words);
}

function sanadWith(added: Readonly<Record<string, string>>, ...words: string[]) {
  const { NO_COLOR: _color, SANAD_CONFIG: _config, ...env } = process.env;
  return spawnSync("node", [main, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...env, ...added },
    maxBuffer: 2 ** 28,
    timeout: PATIENCE_MS,
  });
}
