import { readFileSync } from "node:fs";
import { findPeriods } from "../src/read/findPeriods.ts";
import { compilePeriodGrammar } from "../src/read/periodGrammar.ts";
import { tokenize } from "../src/read/tokens.ts";

/**
 * `node --import tsx scripts/scorePersianTime.ts FILE.jsonl [--list]`: how many of the time expressions marked in
 * Persian strings (lines of {text, spans}) the packs' rows find. Kinds that no row means to read stand apart, by reason.
 */
const NOT_COVERED: readonly (readonly [string, RegExp])[] = [
  [
    "time on the clock",
    /ساعت|ثانیه|دقیقه|دقایق|دقيقه|دقايق|\d\s*:\s*\d|[۰-۹]\s*:\s*[۰-۹]|(صبح|عصر|غروب|ظهر|ربع به)/,
  ],
  ["age", /سالگ[یي]|ساله/],
  ["occasion", /یلدا|يلدا|اربعین|سالگرد|سالروز|البيض|البیض/],
  ["season without a year, or as an adjective", /^(در )?فصل|زمستانی|پاييزه|از فصل|فصل بهار/],
  [
    "bare year, no word beside it",
    /^[۰-۹\d\s–]{2,9}$|^(\d{4}) ?–? ?(\d{4})? ?(ميلادي|ق)?$|^[۰-۹]{3} ق$/,
  ],
  ["before our era, or a year of three digits", /قبل از میلاد|۵۸۹/],
  [
    "the word for day or year alone",
    /^(روز|سال|روزها|روزی|سالی دیگر|روزهای دیگر|طول روز|شبانه‌روز|روز به روز|دقیقه ای|صبح|بامداد|شب)$/,
  ],
  ["words run together", /هزارونهصد|دوهزاروپنج|صدسال|[^\s]قرن/],
];

const [file, ...options] = process.argv.slice(2);
if (file === undefined) {
  console.error("Give the file of marked strings");
  process.exit(2);
}
const isListed = options.includes("--list");
const readPack = (path: string): unknown =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../packs/${path}`, "utf8"));
const grammar = compilePeriodGrammar({
  languages: [readPack("lang/en/periods.json"), readPack("lang/fa/periods.json")],
  calendars: [readPack("country/ir/calendar.json")],
  events: [readPack("country/ir/events.json")],
});

type Marked = { readonly text: string; readonly spans: string };
const rows = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Marked);

const reasons = new Map<string, number>();
const missed: string[] = [];
const extra: string[] = [];
let covered = 0;
let found = 0;
let close = 0;
for (const { text, spans } of rows) {
  const expected = JSON.parse(spans) as readonly (readonly [number, number])[];
  const tokens = tokenize(text);
  const matches = findPeriods(tokens, 0, tokens.size, grammar).map((match) => ({
    start: tokens.start[match.from] ?? 0,
    end: tokens.end[match.to - 1] ?? 0,
  }));
  for (const [start, end] of expected) {
    const words = text.slice(start, end).trim();
    const overlap = Math.max(
      0,
      ...matches.map((match) => {
        const shared = Math.min(match.end, end) - Math.max(match.start, start);
        const all = Math.max(match.end, end) - Math.min(match.start, start);
        return shared > 0 ? shared / all : 0;
      }),
    );
    const reason = NOT_COVERED.find(([, pattern]) => pattern.test(words))?.[0];
    if (reason !== undefined) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      continue;
    }
    covered++;
    if (overlap > 0) found++;
    else missed.push(`${words}   |   ${text.slice(Math.max(0, start - 20), end + 20)}`);
    if (overlap >= 0.5) close++;
  }
  for (const match of matches) {
    const isExpected = expected.some(([start, end]) => start < match.end && end > match.start);
    if (!isExpected) extra.push(`${text.slice(match.start, match.end)}   |   ${text.slice(0, 80)}`);
  }
}

const share = (part: number): string => (part / covered).toFixed(3);
console.log(`strings ${rows.length}, expressions of a kind that is covered ${covered}`);
console.log(
  `found ${found} (${share(found)}), with half of the words or more ${close} (${share(close)})`,
);
console.log(`found where none is marked: ${extra.length}`);
console.log("of kinds that are not covered:");
for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]))
  console.log(`  ${count}  ${reason}`);
if (isListed) {
  console.log(`\nmissed:\n${missed.map((line) => `  ${line}`).join("\n")}`);
  console.log(`\nnot marked:\n${extra.map((line) => `  ${line}`).join("\n")}`);
}
