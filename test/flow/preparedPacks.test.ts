import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { pathToFileURL } from "node:url";
import { takePrepared } from "../../src/flow/preparedPacks.ts";

const root = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "sanad-prepared-"));
const folder = pathToFileURL(`${scratch}/`);
after(() => rmSync(scratch, { recursive: true }));

/** The claims of reports in both languages, by a process of its own: numbers of words are given once a process. */
const READ = `
  import { readdirSync, readFileSync } from "node:fs";
  import { loadRows } from "./src/flow/packFiles.ts";
  import { takePrepared, writePrepared } from "./src/flow/preparedPacks.ts";
  import { compilePacks } from "./src/read/pack.ts";
  import { readClaims } from "./src/read/readClaims.ts";
  import { readDocument } from "./src/text/readDocument.ts";
  const [mode, folder] = process.argv.slice(1);
  if (mode === "write") writePrepared(new URL(folder));
  else {
    const rows = loadRows();
    const keep = mode === "take" ? takePrepared(Object.keys(rows), new URL(folder)) : undefined;
    const packs = compilePacks(rows, keep ?? undefined);
    const claims = [];
    for (const style of ["en-crime", "fa-court"])
      for (const file of readdirSync("test/golden/dev/" + style).filter((one) => one.endsWith(".txt"))) {
        const bytes = readFileSync("test/golden/dev/" + style + "/" + file);
        const [{ document }] = await readDocument(bytes, { path: file, published: "2025-12-15" });
        claims.push(readClaims(document, packs).claims);
      }
    console.log(JSON.stringify({ isTaken: keep != null, claims }));
  }
`;

function run(mode: "write" | "take" | "compile"): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", READ, mode, folder.href],
    { cwd: root, encoding: "utf8" },
  );
  assert.equal(status, 0, stderr);
  return stdout;
}

type Answer = { readonly isTaken: boolean; readonly claims: readonly (readonly unknown[])[] };

test("reports read with prepared packs give the claims that compiled ones give", () => {
  run("write");
  const compiled = JSON.parse(run("compile")) as Answer;
  const taken = JSON.parse(run("take")) as Answer;
  assert.equal(taken.isTaken, true);
  assert.ok(compiled.claims.flat().length > 100);
  assert.deepEqual(taken.claims, compiled.claims);
});

test("a copy of the packs with other times is taken by its content, other content never", () => {
  const file = join(scratch, "origin.json");
  const origin = JSON.parse(readFileSync(file, "utf8")) as {
    files: { changedAtMs: number }[];
    digest: string;
  };
  for (const one of origin.files) one.changedAtMs += 1;
  writeFileSync(file, JSON.stringify(origin));
  assert.equal((JSON.parse(run("take")) as Answer).isTaken, true);
  writeFileSync(file, JSON.stringify({ ...origin, digest: "0".repeat(64) }));
  assert.equal((JSON.parse(run("take")) as Answer).isTaken, false);
});

test("where nothing is prepared nothing is taken", () => {
  assert.equal(takePrepared(["lang/en/words.json"], pathToFileURL("/nowhere/")), null);
});
