import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatPack } from "./formatPacks/formatPack.ts";

/**
 * Writes the JSON of packs/ in one form: a row a line where it fits, longer ones a field a line with their words wrapped,
 * so that a changed word is a changed line. `--check` only says which files would change.
 */
const root = join(import.meta.dirname, "../packs");
const isCheck = process.argv.includes("--check");
const changed = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .sort()
  .filter((file) => {
    const path = join(root, file);
    const before = readFileSync(path, "utf8");
    const after = formatPack(JSON.parse(before));
    if (after === before) return false;
    if (!isCheck) writeFileSync(path, after);
    return true;
  });
for (const file of changed) console.log(file);
console.log(`${changed.length} files ${isCheck ? "would change" : "changed"}`);
if (isCheck && changed.length > 0) process.exitCode = 1;
