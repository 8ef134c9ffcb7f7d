import { createHash } from "node:crypto";
import type { Range } from "../../src/base/span.ts";
import { findPeriods } from "../../src/read/findPeriods.ts";
import type { PeriodGrammar } from "../../src/read/periodGrammar.ts";
import { tokenize } from "../../src/read/tokens.ts";
import { reasonOf } from "./reasons.ts";

/** A string and the [start, end] of its time expressions. */
export type Marked = {
  readonly text: string;
  readonly spans: readonly (readonly [number, number])[];
};

export type TimeScore = {
  readonly strings: number;
  /** Marked expressions of a kind that rows cover. */
  readonly covered: number;
  /** Found with at least half of the letters that either covers. */
  readonly found: number;
  /** Found with the very letters. */
  readonly exact: number;
  /** Found, not of a kind that is left out. */
  readonly read: number;
  readonly reasons: ReadonlyMap<string, number>;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
};

/** About a third of the strings, always the same: their errors are not read while rows are made. */
export function isKept(text: string): boolean {
  return (createHash("sha256").update(text).digest()[0] ?? 0) % 3 === 0;
}

/** Holds the time expressions that the rows find against the marked ones. */
export function scoreTimes(rows: readonly Marked[], grammar: PeriodGrammar): TimeScore {
  const counts = { covered: 0, found: 0, exact: 0, read: 0 };
  const reasons = new Map<string, number>();
  const missed: string[] = [];
  const extra: string[] = [];
  for (const { text, spans } of rows) {
    const open = new Set(findRanges(text, grammar));
    for (const [start, end] of spans) {
      const marked = trimmed(text, { start, end });
      const best = bestOf(open, marked);
      const reason = reasonOf(text.slice(start, end));
      if (best !== null && (reason !== null || shareOf(best, marked) >= 0.5)) open.delete(best);
      if (reason !== null) {
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        continue;
      }
      counts.covered++;
      if (best === null || shareOf(best, marked) < 0.5) {
        missed.push(around(text, marked));
        continue;
      }
      counts.found++;
      counts.read++;
      if (shareOf(best, marked) === 1) counts.exact++;
    }
    for (const range of open) {
      counts.read++;
      extra.push(around(text, range));
    }
  }
  return { strings: rows.length, ...counts, reasons, missed, extra };
}

function findRanges(text: string, grammar: PeriodGrammar): Range[] {
  const tokens = tokenize(text);
  return findPeriods(tokens, 0, tokens.size, grammar).map((match) => ({
    start: tokens.start[match.from] ?? 0,
    end: tokens.end[match.to - 1] ?? 0,
  }));
}

function bestOf(ranges: ReadonlySet<Range>, marked: Range): Range | null {
  let best: Range | null = null;
  for (const range of ranges)
    if (shareOf(range, marked) > (best === null ? 0 : shareOf(best, marked))) best = range;
  return best;
}

/** Letters in both over letters in either. */
function shareOf(left: Range, right: Range): number {
  const both = Math.min(left.end, right.end) - Math.max(left.start, right.start);
  const either = Math.max(left.end, right.end) - Math.min(left.start, right.start);
  return Math.max(0, both) / either;
}

function trimmed(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - words.length + words.trimEnd().length,
  };
}

function around(text: string, { start, end }: Range): string {
  return `${text.slice(Math.max(0, start - 25), start)}[${text.slice(start, end)}]${text.slice(end, end + 25)}`;
}
