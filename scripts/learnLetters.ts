import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatPack } from "./formatPacks/formatPack.ts";
import { learnCosts } from "./learnLetters/learnCosts.ts";

/**
 * Writes letter-costs.json of the country pack: what it costs, in bits, that one sound is written as another, learned from
 * spellings.json by expectation-maximisation. The same input gives the same file; `--check` only compares.
 */
const folder = join(import.meta.dirname, "../packs/country/ir");
const path = join(folder, "letter-costs.json");
const text = formatPack(
  learnCosts(
    JSON.parse(readFileSync(join(folder, "linking.json"), "utf8")),
    JSON.parse(readFileSync(join(folder, "spellings.json"), "utf8")),
  ),
);
if (process.argv.includes("--check")) {
  if (readFileSync(path, "utf8") !== text) {
    console.error("letter-costs.json is not what the spellings teach; run npm run letters");
    process.exitCode = 1;
  }
} else writeFileSync(path, text);
