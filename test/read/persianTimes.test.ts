import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { formatDay, monthLength, parseEdtf, toDay } from "../../src/model/calendarDays.ts";
import { findPeriods } from "../../src/read/findPeriods.ts";
import { compilePeriodGrammar } from "../../src/read/periodGrammar.ts";
import { resolvePeriod } from "../../src/read/resolvePeriod.ts";
import { tokenize } from "../../src/read/tokens.ts";

/**
 * persianTimes.tsv: a sentence with its time expression between bars; the days it means, "none" where nothing may
 * date anything; what else must hold (note=, mode=, future). J1404/3/12 is a day of the Jalali calendar, J1404/3 a
 * month, J1404 a year; H the lunar calendar, a day wider on each side; "-" is open. Published on 12 June 2025.
 */
const PUBLISHED = "2025-06-12";
const readPack = (path: string): unknown =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../../packs/${path}`, "utf8"));
const grammar = compilePeriodGrammar({
  languages: [readPack("lang/en/periods.json"), readPack("lang/fa/periods.json")],
  calendars: [readPack("country/ir/calendar.json")],
  events: [readPack("country/ir/events.json")],
});

const lines = readFileSync(`${import.meta.dirname}/persianTimes.tsv`, "utf8")
  .trim()
  .split("\n");
for (const line of lines) {
  const [marked = "", days = "", options = ""] = line.split("\t");
  test(`${marked} ${days}`, () => checkLine(marked, days, options));
}

test("persianTimes.tsv holds its lines", () => assert.ok(lines.length > 100));

function checkLine(marked: string, days: string, options: string): void {
  const text = marked.replaceAll("|", "");
  const tokens = tokenize(text);
  const quoteOf = (match: { readonly from: number; readonly to: number }): string =>
    text.slice(tokens.start[match.from], tokens.end[match.to - 1]);
  const matches = findPeriods(tokens, 0, tokens.size, grammar).filter(
    (match) => match.kind !== "duration",
  );
  if (days === "none") {
    assert.deepEqual(matches.map(quoteOf), []);
    return;
  }
  const words = marked.split("|")[1] ?? "";
  const match = matches.find((one) => quoteOf(one) === words);
  assert.ok(match, `found ${matches.map(quoteOf).join("; ") || "nothing"}`);
  const context = { tokens, published: PUBLISHED, country: "ir", future: options === "future" };
  const { period, notes } = resolvePeriod(match, context, grammar);
  if (options.startsWith("note=")) assert.ok(notes.some(({ code }) => `note=${code}` === options));
  if (options.startsWith("mode=")) assert.equal(`mode=${period.mode}`, options);
  const [first = "", last = first] = days.split("..");
  assert.deepEqual([period.earliest, period.latest], [edtfOf(first, 0), edtfOf(last, 1)]);
}

/** The first or last day of what is written. */
function edtfOf(written: string, side: 0 | 1): string | null {
  if (written === "-") return null;
  if (!/^[JH]/.test(written)) {
    const range = parseEdtf(written);
    return range === null ? null : formatDay(side === 0 ? range.from : range.to);
  }
  const calendar = written.startsWith("J") ? "jalali" : "hijri";
  const [year = 0, month, day] = written.slice(1).split("/").map(Number);
  const at = { year, month: month ?? (side === 0 ? 1 : 12) };
  const end = side === 0 ? 1 : monthLength(calendar, at.year, at.month);
  const room = calendar === "jalali" ? 0 : side === 0 ? -1 : 1;
  return formatDay(toDay(calendar, { ...at, day: day ?? end }) + room);
}
