import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compilePeriodGrammar } from "../src/read/periodGrammar.ts";
import { isKept, scoreTimes, type Marked } from "./scoreTime/scoreTimes.ts";

/**
 * `npm run score:time -- DIR [--part open|kept] [--list]`: how many of the time expressions marked in the strings of
 * DIR's .jsonl files (lines of {text, spans}) the packs' rows find; the kinds that no row covers stand apart, by reason.
 */
const [folder, ...options] = process.argv.slice(2);
const part = options.includes("--part") ? options[options.indexOf("--part") + 1] : "both";
if (folder === undefined || (part !== "both" && part !== "open" && part !== "kept")) {
  console.error("Give a folder of marked strings, and --part open or --part kept for one part");
  process.exit(2);
}
const rows = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .sort()
  .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
  .filter((line) => line !== "")
  .map(readMarked)
  .filter(({ text }) => part === "both" || isKept(text) === (part === "kept"));
if (rows.length === 0) {
  console.error("The folder holds no marked strings");
  process.exit(2);
}
const score = scoreTimes(rows, compilePeriodGrammar(readPacks()));
const { covered, found, exact, read } = score;
const precision = found / Math.max(1, read);
const recall = found / Math.max(1, covered);
const f = (2 * precision * recall) / Math.max(1e-9, precision + recall);
console.log(`strings ${score.strings}, expressions of a kind that is covered ${covered}`);
console.log(
  `half of the letters: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F ${f.toFixed(3)} (${found} of ${covered}; ${read} read)`,
);
console.log(`the very letters: R ${(exact / Math.max(1, covered)).toFixed(3)} (${exact})`);
console.log("left out, of a kind that no row covers:");
for (const [reason, count] of [...score.reasons].sort((one, other) => other[1] - one[1]))
  console.log(`  ${count}  ${reason}`);
if (options.includes("--list")) {
  console.log(`missed:\n${score.missed.map((line) => `  ${line}`).join("\n")}`);
  console.log(`not marked:\n${score.extra.map((line) => `  ${line}`).join("\n")}`);
}

/** `spans` may be a list or the JSON of one. */
function readMarked(line: string): Marked {
  const { text, spans } = JSON.parse(line) as { text: string; spans: string | Marked["spans"] };
  return {
    text,
    spans: typeof spans === "string" ? (JSON.parse(spans) as Marked["spans"]) : spans,
  };
}

function readPacks(): Parameters<typeof compilePeriodGrammar>[0] {
  const readPack = (path: string): unknown =>
    JSON.parse(readFileSync(`${import.meta.dirname}/../packs/${path}`, "utf8"));
  return {
    languages: [readPack("lang/en/periods.json"), readPack("lang/fa/periods.json")],
    calendars: [readPack("country/ir/calendar.json")],
    events: [readPack("country/ir/events.json")],
  };
}
