import type { Note } from "../../base/note.ts";
import type { Claim } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import type { Reading } from "../../model/reading.ts";
import type { CliWords, FieldLabel } from "../words/cliWords.ts";
import type { NameClaim } from "./formatValues.ts";
import { MODALITY_STYLES, type Paint } from "./paint.ts";
import { clean, isolate, padEnd, padStart, shorten, widthOf, wrap } from "./screenText.ts";

const INDENT = "   ";

/** A report and its claims, as a person reads them on a terminal. */
export function printReading(
  reading: Reading,
  width: number,
  paint: Paint,
  words: CliWords,
): string {
  const numbers = new Map(reading.claims.map((claim, index) => [claim.id, index + 1]));
  const nameClaim: NameClaim = (id) => {
    const number = numbers.get(id);
    return words.claimNumber(number === undefined ? id : words.number(number));
  };
  const claims = reading.claims.map((claim) =>
    printClaim(claim, nameClaim, reading.document.text, {
      width,
      paint,
      number: numbers.get(claim.id) ?? 0,
      words,
    }),
  );
  // A reading carries the notes of its document, which stand in the header.
  const ofReading = reading.notes.filter((note) => !reading.document.notes.includes(note));
  const own = ofReading.map((note) =>
    printNote(note, reading.document.text, { width, paint, words }),
  );
  const none =
    reading.claims.length === 0 ? [`${INDENT}${paint("dim", words.line(words.noClaims))}`] : [];
  return [printHeader(reading.document, width, paint, words), ...none, ...claims, own.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n\n");
}

/** The file; of a line of records, which record. */
function nameOf({ path, id }: Document): string {
  if (path === null) return id;
  return /\.(?:jsonl|ndjson)$/i.test(path) ? `${path}, ${id}` : path;
}

/** Title, then who published it, when, in which language, and how each was found. */
function printHeader(document: Document, width: number, paint: Paint, words: CliWords): string {
  const title = shorten(clean(document.title?.value ?? nameOf(document)), width - 4);
  const rule = "─".repeat(Math.max(2, width - widthOf(title) - 4));
  const publisher = document.publisher ?? document.author;
  const { published, language } = document;
  const facts = [
    publisher === null ? words.publisherUnknown : words.publishedBy(publisher.value, publisher.by),
    published === null ? words.dateUnknown : words.found(words.date(published.value), published.by),
    language === null
      ? words.languageUnknown
      : words.found(words.languageName(language.value), language.by),
    words.path(document.path ?? document.id),
  ];
  const lines = wrap(facts.join(" · "), width - INDENT.length).map(words.line);
  const doubts = document.notes.map((note) =>
    printNote(note, document.text, { width, paint, words }),
  );
  return [
    `${paint("dim", "─")} ${paint("bold", isolate(title))} ${paint("dim", rule)}`,
    ...lines.map((line) => `${INDENT}${paint("dim", line)}`),
    ...doubts,
  ].join("\n");
}

/** How and as which number a claim is printed. */
type Look = {
  readonly width: number;
  readonly paint: Paint;
  readonly number: number | null;
  readonly words: CliWords;
};

/** One claim: what it is, its words, and every field that says something. */
export function printClaim(
  claim: Claim,
  nameClaim: NameClaim,
  text: string,
  { width, paint, number, words }: Look,
): string {
  const label = number === null ? INDENT : `${padStart(words.number(number), 2)} `;
  const hedge = claim.hedge === null ? "" : ` · ${words.line(words.hedged(claim.hedge))}`;
  const tier = claim.tier === "counted" ? "" : ` · ${words.line(words.notCounted(claim.tier))}`;
  const modality = paint(
    MODALITY_STYLES[claim.modality],
    words.line(words.modality(claim.modality)),
  );
  const way = words.inOrder(`${modality}${paint("dim", hedge + tier)}`);
  const head = `${padEnd(words.line(words.kind(claim.kind)), 12)}  ${way}`;
  const rows: (readonly [FieldLabel, string])[] = [
    ["number", claim.quantity === null ? "" : words.quantity(claim.quantity, nameClaim)],
    ["when", claim.period === null ? "" : words.period(claim.period)],
    ["where", words.listed(claim.places.map(words.place), "semicolon")],
    ["said by", words.chain(claim.attribution)],
    ["persons", words.listed(claim.persons.map(words.person), "semicolon")],
    ["also", words.listed(restOf(claim, nameClaim, words), "semicolon")],
  ];
  const filled = rows.filter(([, value]) => value !== "");
  return [
    `${paint("dim", label)}${head}`,
    ...wrap(clean(claim.span.quote), width - 6).map((line) => quoteLine(line, paint)),
    ...filled.flatMap(([name, value]) => printRow(name, value, { width, paint, words })),
    ...claim.notes.map((note) => printNote(note, text, { width, paint, words })),
  ].join("\n");
}

/** A bar, not quotation marks: the words may hold their own. */
function quoteLine(line: string, paint: Paint): string {
  return `${INDENT}${paint("dim", "│")} ${isolate(line)}`;
}

/** Everything else that was read of a claim. */
function restOf(claim: Claim, nameClaim: NameClaim, words: CliWords): readonly string[] {
  return [
    ...claim.charges.map((charge) => words.charge(charge.words)),
    ...(claim.stage === null ? [] : [words.stage(claim.stage)]),
    ...(claim.official === null ? [] : [words.official(claim.official)]),
    ...(claim.sameAs.length === 0
      ? []
      : [words.sameAs(words.listed(claim.sameAs.map(nameClaim), "comma"))]),
  ];
}

function printRow(
  name: FieldLabel,
  value: string,
  { width, paint, words }: Omit<Look, "number">,
): readonly string[] {
  const lines = wrap(value, width - INDENT.length - 9);
  return lines.map((line, index) => {
    const label = index === 0 ? words.line(words.labels[name]) : "";
    return `${INDENT}${paint("dim", padEnd(label, 8))} ${words.line(line)}`;
  });
}

/** Letters that the words of a note need beside its name; else they have a line of their own. */
const SHORTEST_PLACE = 12;

function printNote(
  note: Note,
  text: string,
  { width, paint, words }: Omit<Look, "number">,
): string {
  const quote = note.span === null ? null : clean(text.slice(note.span.start, note.span.end));
  const mark = note.level === "info" ? "i" : note.level === "doubt" ? "?" : "!";
  const style = note.level === "info" ? "dim" : "yellow";
  const name = words.noteName(note.code);
  const room = width - name.length - 12;
  const place = (most: number): string =>
    quote === null ? "" : ` ${words.quoted(isolate(shorten(quote, most)))}`;
  if (room >= SHORTEST_PLACE)
    return `${INDENT}${paint(style, `${mark} ${words.line(name)}`)}${place(room)}`;
  const lines = wrap(name, width - INDENT.length - 2).map((line) => words.line(line));
  const last = `${INDENT}  ${place(width - INDENT.length - 6).trim()}`;
  return [
    ...lines.map(
      (line, index) => `${INDENT}${paint(style, `${index === 0 ? mark : " "} ${line}`)}`,
    ),
    ...(quote === null ? [] : [last]),
  ].join("\n");
}
