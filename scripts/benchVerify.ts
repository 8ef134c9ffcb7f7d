import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeArchive, openArchive } from "../src/ledger/openArchive.ts";
import { fillLedger } from "./bench/bigLedger.ts";

/**
 * Time and memory of `sanad verify` over many entries: `npm run bench:verify -- --entries 1000000 [--folder DIR]`.
 * A folder that is named is filled up and kept, so that it can be timed again.
 */
const { values } = parseArgs({
  options: { entries: { type: "string", default: "100000" }, folder: { type: "string" } },
});
/** Runs in the program that is measured. */
const AT_EXIT = `process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  console.error(((user + system) / 1e6).toFixed(1) + " s of CPU, " + (maxRSS / 1024).toFixed(0) + " MB at most");
});`;
const main = join(import.meta.dirname, "../dist/cli/main.js");
const parent = mkdtempSync(join(tmpdir(), "sanad-verify-"));
chmodSync(parent, 0o711);
const folder = values.folder ?? join(parent, "archive");
const passphrase = "six words that nobody else would say";
const env = {
  ...process.env,
  SANAD_ARCHIVE: folder,
  SANAD_PASSPHRASE: passphrase,
  SANAD_ACTOR: "Bench",
};
try {
  run("init", folder);
  const archive = await openArchive(folder, { kind: "passphrase", passphrase }, null);
  await fillLedger(archive, Number(values.entries), (size) =>
    process.stderr.write(`\r${size} entries made`),
  );
  await closeArchive(archive);
  process.stderr.write("\r\u001B[K");
  const startedAt = performance.now();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(AT_EXIT)}`, main, "verify"],
    { env, encoding: "utf8" },
  );
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${stdout.split("\n")[0] ?? ""}\n${seconds} s by the clock, ${stderr.trim()}`);
} finally {
  run("stop");
  rmSync(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

function run(...words: readonly string[]): void {
  spawnSync(process.execPath, [main, ...words], { env, stdio: "ignore" });
}
