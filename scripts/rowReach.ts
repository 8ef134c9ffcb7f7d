import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { traceClaims } from "../src/read/readClaims.ts";
import { readPhrases } from "../test/read/phraseRows.ts";
import { makeDocument, openPacks, packRows } from "../test/read/reading.ts";
import { rowChecks } from "../test/read/rowChecks.ts";
import { findUnreached, ruleRows } from "./rowReach/unreached.ts";

/**
 * `rowReach.ts DIR…` prints the rule rows that no claim of the texts below DIR, nor of the standard sentences, was made
 * by. `rowReach.ts --idle` writes the rows that their own examples do not reach to test/read/idleRows.json.
 */
const folders = process.argv.slice(2);
if (folders[0] === "--idle") writeIdle();
else printUnreached(folders);

function printUnreached(dirs: readonly string[]): void {
  const texts = [
    ...dirs.flatMap(textsIn),
    ...["told", "negative"].flatMap((are) => sentencesOf(are as "told" | "negative")),
  ];
  const reached = new Set(
    texts.flatMap((text) =>
      traceClaims(makeDocument(text), openPacks).flatMap(({ rows, words }) => [...rows, ...words]),
    ),
  );
  const rows = ruleRows(packRows, "en");
  const unreached = findUnreached(rows, reached);
  for (const { file, id } of unreached) console.log(`${file}\t${id}`);
  console.log(
    `${rows.length - unreached.length} of ${rows.length} rows reached by ${texts.length} texts`,
  );
}

function textsIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => readFileSync(join(dir, file), "utf8"));
}

function sentencesOf(are: "told" | "negative"): string[] {
  return readPhrases(are).map(({ sentence }) => sentence);
}

function writeIdle(): void {
  const idle = rowChecks().flatMap(({ name, holds }) => {
    try {
      holds();
      return [];
    } catch (error) {
      return [[name, error instanceof Error ? error.message : String(error)]];
    }
  });
  const file = new URL("../test/read/idleRows.json", import.meta.url);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(idle), null, 2)}\n`);
  console.log(`${idle.length} idle rows`);
}
