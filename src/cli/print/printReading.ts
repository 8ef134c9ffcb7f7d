import type { Note } from "../../base/note.ts";
import type { Claim } from "../../model/claim.ts";
import type { Document, Found } from "../../model/document.ts";
import type { Reading } from "../../model/reading.ts";
import {
  formatChain,
  formatPeriod,
  formatPerson,
  formatPlace,
  formatQuantity,
  formatRest,
  type NameClaim,
} from "./formatValues.ts";
import { MODALITY_STYLES, type Paint } from "./paint.ts";
import { clean, isolate, onScreen, padEnd, shorten, widthOf, wrap } from "./screenText.ts";

const INDENT = "   ";

/** A report and its claims, as a person reads them on a terminal. */
export function printReading(reading: Reading, width: number, paint: Paint): string {
  const numbers = new Map(reading.claims.map((claim, index) => [claim.id, index + 1]));
  const nameClaim: NameClaim = (id) => `claim ${numbers.get(id) ?? id}`;
  const claims = reading.claims.map((claim) =>
    printClaim(claim, nameClaim, reading.document.text, {
      width,
      paint,
      number: numbers.get(claim.id) ?? 0,
    }),
  );
  // A reading carries the notes of its document, which stand in the header.
  const ofReading = reading.notes.filter((note) => !reading.document.notes.includes(note));
  const own = ofReading.map((note) => printNote(note, reading.document.text, width, paint));
  const none = reading.claims.length === 0 ? [`${INDENT}${paint("dim", "No claims found.")}`] : [];
  return [printHeader(reading.document, width, paint), ...none, ...claims, own.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n\n");
}

/** Title, then who published it, when, in which language, and how each was found. */
export function printHeader(document: Document, width: number, paint: Paint): string {
  const title = shorten(clean(document.title?.value ?? document.path ?? document.id), width - 4);
  const rule = "─".repeat(Math.max(2, width - widthOf(title) - 4));
  const facts = [
    formatFound("by", document.publisher ?? document.author) ?? "publisher unknown",
    formatFound("", document.published) ?? "date unknown",
    formatLanguage(document.language),
    document.path ?? document.id,
  ];
  const lines = wrap(facts.join(" · "), width - INDENT.length);
  const doubts = document.notes.map((note) => printNote(note, document.text, width, paint));
  return [
    `${paint("dim", "─")} ${paint("bold", isolate(title))} ${paint("dim", rule)}`,
    ...lines.map((line) => `${INDENT}${paint("dim", line)}`),
    ...doubts,
  ].join("\n");
}

/** How and as which number a claim is printed. */
type Look = { readonly width: number; readonly paint: Paint; readonly number: number | null };

/** One claim: what it is, its words, and every field that says something. */
export function printClaim(
  claim: Claim,
  nameClaim: NameClaim,
  text: string,
  { width, paint, number }: Look,
): string {
  const label = number === null ? INDENT : `${String(number).padStart(2)} `;
  const hedge = claim.hedge === null ? "" : ` · hedged “${clean(claim.hedge)}”`;
  const tier = claim.tier === "counted" ? "" : ` · ${claim.tier}, not counted`;
  const head = `${padEnd(claim.kind, 12)}  ${paint(MODALITY_STYLES[claim.modality], claim.modality)}`;
  const rows: (readonly [string, string])[] = [
    ["number", claim.quantity === null ? "" : formatQuantity(claim.quantity, nameClaim)],
    ["when", claim.period === null ? "" : formatPeriod(claim.period)],
    ["where", claim.places.map(formatPlace).join("; ")],
    ["said by", formatChain(claim.attribution)],
    ["persons", claim.persons.map(formatPerson).join("; ")],
    ["also", formatRest(claim, nameClaim).join("; ")],
  ];
  const filled = rows.filter(([, value]) => value !== "");
  return [
    `${paint("dim", label)}${head}${paint("dim", hedge + tier)}`,
    ...wrap(clean(claim.span.quote), width - 6).map((line) => quoteLine(line, paint)),
    ...filled.flatMap(([name, value]) => printRow(name, value, width, paint)),
    ...claim.notes.map((note) => printNote(note, text, width, paint)),
  ].join("\n");
}

/** A bar, not quotation marks: the words may hold their own. */
function quoteLine(line: string, paint: Paint): string {
  return `${INDENT}${paint("dim", "│")} ${isolate(line)}`;
}

function printRow(name: string, value: string, width: number, paint: Paint): readonly string[] {
  const lines = wrap(value, width - INDENT.length - 9);
  return lines.map((line, index) => {
    const label = index === 0 ? name : "";
    return `${INDENT}${paint("dim", padEnd(label, 8))} ${line}`;
  });
}

function printNote(note: Note, text: string, width: number, paint: Paint): string {
  const words =
    note.span === null
      ? ""
      : ` “${shorten(onScreen(text.slice(note.span.start, note.span.end)), width - note.code.length - 12)}”`;
  const mark = note.level === "info" ? "i" : note.level === "doubt" ? "?" : "!";
  return `${INDENT}${paint(note.level === "info" ? "dim" : "yellow", `${mark} ${note.code}`)}${words}`;
}

function formatFound(before: string, found: Found<string> | null): string | null {
  if (found === null) return null;
  return `${before === "" ? "" : `${before} `}${onScreen(found.value)} (${found.by})`;
}

/** Languages by name; any other stands as its code. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ar: "Arabic",
  az: "Azerbaijani",
  ckb: "Central Kurdish",
  de: "German",
  en: "English",
  es: "Spanish",
  fa: "Persian",
  fr: "French",
  it: "Italian",
  kmr: "Northern Kurdish",
  ku: "Kurdish",
  ru: "Russian",
  tr: "Turkish",
};

function formatLanguage(found: Found<string> | null): string {
  if (found === null) return "language unknown";
  return `${LANGUAGES[found.value] ?? found.value} (${found.by})`;
}
