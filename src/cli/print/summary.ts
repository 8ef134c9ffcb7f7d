import type { Claim, ClaimKind } from "../../model/claim.ts";
import { CLAIM_KINDS } from "../../model/claim.ts";
import type { Reading } from "../../model/reading.ts";
import { NOTE_MEANINGS } from "../../flow/noteMeanings.ts";
import type { Paint } from "./paint.ts";
import { wrap } from "./screenText.ts";

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
): string {
  const kinds = CLAIM_KINDS.filter((kind) => summary.rows.has(kind));
  const total = { claims: 0, counted: 0, doubts: 0 };
  const lines = kinds.map((kind) => {
    const row = summary.rows.get(kind) ?? total;
    total.claims += row.claims;
    total.counted += row.counted;
    total.doubts += row.doubts;
    return printRow(kind, row);
  });
  const header = `${"kind".padEnd(26)}${["claims", "counted", "shown", "doubts"].map((name) => name.padStart(9)).join("")}`;
  const reports = `${summary.reports} ${summary.reports === 1 ? "report" : "reports"}`;
  const failed = failures === 0 ? "" : `, ${failures} could not be read`;
  const about = summary.documentDoubts;
  const doubts =
    about === 0 ? "" : `, ${about} ${about === 1 ? "doubt" : "doubts"} about whole reports`;
  return [
    paint("bold", `${reports}${failed}${doubts}`),
    ...(kinds.length === 0 ? [] : [paint("dim", header), ...lines, printRow("all", total)]),
    ...printNotes(summary.notes, width, paint),
    "",
  ].join("\n");
}

/** Each note that was made, how often, and what it means. */
function printNotes(notes: Summary["notes"], width: number, paint: Paint): readonly string[] {
  const rows = [...notes].sort(([left], [right]) => (left < right ? -1 : 1));
  const lines = rows.flatMap(([code, count]) => {
    const means = NOTE_MEANINGS.get(code) ?? "";
    return [
      `${String(count).padStart(4)} × ${code}`,
      ...wrap(means, width - 7).map((line) => paint("dim", `       ${line}`)),
    ];
  });
  return lines.length === 0 ? [] : ["", paint("bold", "Notes"), ...lines];
}

function addClaim(row: Row | undefined, claim: Claim): Row {
  const before = row ?? { claims: 0, counted: 0, doubts: 0 };
  const doubts = claim.notes.filter((note) => note.level !== "info").length;
  return {
    claims: before.claims + 1,
    counted: before.counted + (claim.tier === "counted" ? 1 : 0),
    doubts: before.doubts + doubts,
  };
}

function printRow(name: string, row: Row): string {
  const cells = [row.claims, row.counted, row.claims - row.counted, row.doubts];
  return name.padEnd(26) + cells.map((cell) => String(cell).padStart(9)).join("");
}
