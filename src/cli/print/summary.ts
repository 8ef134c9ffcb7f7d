import type { Claim, ClaimKind } from "../../model/claim.ts";
import { CLAIM_KINDS } from "../../model/claim.ts";
import type { Reading } from "../../model/reading.ts";
import type { CliWords } from "../words/cliWords.ts";
import type { Paint } from "./paint.ts";
import { padEnd, padStart, wrap } from "./screenText.ts";

/** Counts over many reports, kept small so that any number of reports can pass. */
export type Summary = {
  readonly reports: number;
  readonly documentDoubts: number;
  readonly rows: ReadonlyMap<ClaimKind, Row>;
  /** How often each note was made. */
  readonly notes: ReadonlyMap<string, number>;
};

type Row = { readonly claims: number; readonly counted: number; readonly doubts: number };

export const EMPTY_SUMMARY: Summary = {
  reports: 0,
  documentDoubts: 0,
  rows: new Map(),
  notes: new Map(),
};

/** The summary with one more report in it. */
export function addReading(summary: Summary, reading: Reading): Summary {
  const rows = new Map(summary.rows);
  for (const claim of reading.claims) rows.set(claim.kind, addClaim(rows.get(claim.kind), claim));
  const own = [...new Set([...reading.notes, ...reading.document.notes])];
  const notes = new Map(summary.notes);
  for (const { code } of [...own, ...reading.claims.flatMap((claim) => claim.notes)]) {
    notes.set(code, (notes.get(code) ?? 0) + 1);
  }
  return {
    reports: summary.reports + 1,
    documentDoubts: summary.documentDoubts + own.filter((note) => note.level !== "info").length,
    rows,
    notes,
  };
}

/** Claims per kind: how many, how many of them counted or only shown, and how many doubts. */
export function printSummary(
  summary: Summary,
  failures: number,
  width: number,
  paint: Paint,
  words: CliWords,
): string {
  const kinds = CLAIM_KINDS.filter((kind) => summary.rows.has(kind));
  const total = { claims: 0, counted: 0, doubts: 0 };
  const lines = kinds.map((kind) => {
    const row = summary.rows.get(kind) ?? total;
    total.claims += row.claims;
    total.counted += row.counted;
    total.doubts += row.doubts;
    return printRow(words.kind(kind), row, words);
  });
  const [first, ...others] = words.summaryColumns;
  const header = printCells(first, others, words);
  const head = words.summaryHead(summary.reports, failures, summary.documentDoubts);
  return [
    paint("bold", words.line(head)),
    ...(kinds.length === 0
      ? []
      : [paint("dim", header), ...lines, printRow(words.summaryAll, total, words)]),
    ...printNotes(summary.notes, width, paint, words),
    "",
  ].join("\n");
}

/** Each note that was made, how often, and what it means. */
function printNotes(
  notes: Summary["notes"],
  width: number,
  paint: Paint,
  words: CliWords,
): readonly string[] {
  const rows = [...notes].sort(([left], [right]) => (left < right ? -1 : 1));
  const lines = rows.flatMap(([code, count]) => {
    return [
      `${padStart(words.number(count), 4)} × ${code}`,
      ...wrap(words.noteMeans(code), width - 7).map((line) =>
        paint("dim", `       ${words.line(line)}`),
      ),
    ];
  });
  return lines.length === 0 ? [] : ["", paint("bold", words.line(words.notesHeading)), ...lines];
}

function addClaim(row: Row | undefined, claim: Claim): Row {
  const before = row ?? { claims: 0, counted: 0, doubts: 0 };
  const doubts = claim.notes.filter((note) => note.level !== "info").length;
  return {
    claims: before.claims + 1,
    counted: before.counted + (isCounted(claim) ? 1 : 0),
    doubts: before.doubts + doubts,
  };
}

function printRow(name: string, row: Row, words: CliWords): string {
  const cells = [row.claims, row.counted, row.claims - row.counted, row.doubts];
  return printCells(name, cells.map(words.number), words);
}

/** Columns by what they take on the screen; each holds its own direction, so none can change places with another. */
function printCells(name: string, cells: readonly string[], words: CliWords): string {
  const own = cells.map((cell) => padStart(words.line(cell), 9));
  return padEnd(words.line(name), words.summaryWidth) + own.join("");
}

/** What a count may take: read by a strong rule, and told as having happened. */
function isCounted({ tier, modality }: Claim): boolean {
  return tier === "counted" && (modality === "happened" || modality === "ongoing");
}
