import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { tally } from "./testReporter.ts";

/**
 * Runs test/**\/*.test.ts in this one process (a process a file costs 20 times as much), and those of the ledger, which wait
 * for databases, in one beside it. `npm test -- read/quantity cli` takes the files whose path holds one of the words.
 * story/ and browser/ are slow: they run only when a word names them.
 */
const SLOW = ["story/", "browser/"];
const BESIDE = "ledger/";

const words = process.argv.slice(2);
const all = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".test.ts") && isAsked(file))
  .sort();
const isWhole = words.length === 0;
const files = all.filter((file) => !(isWhole && file.startsWith(BESIDE)));

const startedAt = performance.now();
if (isWhole) runBeside();
process.on("exit", (code) => {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const nothing = tally.passed + tally.failed === 0;
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
  console.log(
    `${tally.passed} passed, ${tally.failed} failed${skipped} (${all.length} files, ${seconds} s)`,
  );
  if (nothing)
    console.error(`Nothing ran: no test matches ${words.join(" ") || "test/**/*.test.ts"}`);
  if (code === 0 && (nothing || tally.failed > 0)) process.exitCode = 1;
});

for (const file of files) {
  try {
    await import(new URL(`../test/${file}`, import.meta.url).href);
  } catch (error) {
    test(`${file} loads`, () => {
      throw error;
    });
  }
}

/** The same program over the other files; what it counts is counted here, and a run that ends otherwise is a failure. */
function runBeside(): void {
  const child = spawn(process.execPath, [...process.execArgv, "scripts/test.ts", BESIDE], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.on("close", () => {
    const [last = "", ...rest] = out.trimEnd().split("\n").reverse();
    const [, passed, failed, skipped] =
      /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/.exec(last) ?? [];
    console.log(rest.reverse().join("\n"));
    tally.passed += Number(passed ?? 0);
    tally.failed += Number(failed ?? 1);
    tally.skipped += Number(skipped ?? 0);
  });
}

function isAsked(file: string): boolean {
  const slow = SLOW.find((folder) => file.startsWith(folder));
  if (slow !== undefined)
    return words.some((word) => word.startsWith(slow) || word === slow.slice(0, -1));
  return words.length === 0 || words.some((word) => file.includes(word));
}
