import { readdirSync, readFileSync } from "node:fs";
import { findNames, type NameMatch } from "../../src/read/findNames.ts";
import { compileNameGrammar, type NameGrammar } from "../../src/read/nameGrammar.ts";
import { findSentences } from "../../src/read/sentences.ts";
import { tokenize } from "../../src/read/tokens.ts";

/** A name marked in a row. */
export type Mark = {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly name: string | null;
  readonly id: string | null;
  readonly age: number | null;
  readonly isOfficial: boolean;
};

export type MarkedRow = { readonly text: string; readonly marks: readonly Mark[] };

const ABBREVIATIONS =
  "mr mrs ms dr gen col lt sgt maj capt brig rep sen gov st jr sr det insp no vs prof hon rev nov dec jan feb aug sept oct pc cmdr adm cpl v";
export const SENTENCE_WORDS = {
  abbreviations: new Set(ABBREVIATIONS.split(" ")),
  letterEnds: new Set<string>(),
  openers: new Set(["the"]),
  clockEnds: new Set<string>(),
  clockTails: new Set<string>(),
  dayEnds: new Set<string>(),
};

const TYPES: Readonly<Record<string, NameMatch["type"]>> = {
  p: "person",
  o: "organisation",
  l: "place",
  r: "prison",
};

/** All pack files, by their path inside packs/. */
export function readPacks(): Record<string, unknown> {
  const rows: Record<string, unknown> = {};
  for (const path of readdirSync("packs", { recursive: true })) {
    const name = String(path);
    if (name.endsWith(".json")) rows[name] = JSON.parse(readFileSync(`packs/${name}`, "utf8"));
  }
  return rows;
}

let compiled: NameGrammar | null = null;

/** The grammar of the packs that ship, compiled once. */
export function packGrammar(): NameGrammar {
  compiled ??= compileNameGrammar(readPacks());
  return compiled;
}

/** Names found in a text, with the packs that ship. */
export function namesIn(
  text: string,
): { match: NameMatch; words: string; start: number; end: number }[] {
  // First, since tokens carry the numbers that packs give to forms.
  const grammar = packGrammar();
  const tokens = tokenize(text);
  return findNames(tokens, findSentences(tokens, SENTENCE_WORDS), grammar).map((match) => {
    const start = tokens.start[match.from] ?? 0;
    const end = tokens.end[match.to - 1] ?? start;
    return { match, words: text.slice(start, end), start, end };
  });
}

const MARK = /\{([^{}]*?):([polrux])(?:=([^#@!{}]+))?(?:#([^@!{}]+))?(?:@(\d+))?(!)?\}/g;

/** Takes the marks out of a row. */
export function readMarks(row: string): MarkedRow {
  const marks: Mark[] = [];
  let text = "";
  let last = 0;
  for (const found of row.matchAll(MARK)) {
    const [whole, words = "", type = "x", name, id, age, official] = found;
    text += row.slice(last, found.index);
    marks.push({
      start: text.length,
      end: text.length + words.length,
      type,
      name: name ?? null,
      id: id ?? null,
      age: age === undefined ? null : Number(age),
      isOfficial: official === "!",
    });
    text += words;
    last = found.index + whole.length;
  }
  return { text: text + row.slice(last), marks };
}

export type RowScore = {
  found: number;
  marked: number;
  right: number;
  others: number;
  othersRight: number;
  errors: string[];
};

/** Compares the names of a row with its marks; {…:x} is not judged at all. */
export function scoreRow(row: string): RowScore {
  const { text, marks } = readMarks(row);
  const names = namesIn(text);
  const score: RowScore = { found: 0, marked: 0, right: 0, others: 0, othersRight: 0, errors: [] };
  const free = (start: number, end: number): boolean =>
    marks.some((mark) => mark.type === "x" && start < mark.end && mark.start < end);
  for (const mark of marks) {
    if (mark.type === "x" || mark.type === "u") continue;
    const wanted = TYPES[mark.type];
    const hit = names.find(
      (name) => name.start === mark.start && name.end === mark.end && name.match.type === wanted,
    );
    const problem =
      hit === undefined
        ? "not found"
        : problemOf(mark, hit.match, text.slice(mark.start, mark.end));
    if (mark.type === "p") score.marked++;
    else score.others++;
    if (problem === null && mark.type === "p") score.right++;
    if (problem === null && mark.type !== "p") score.othersRight++;
    if (problem !== null) score.errors.push(`${text.slice(mark.start, mark.end)}: ${problem}`);
  }
  for (const name of names) {
    if (name.match.type !== "person" || free(name.start, name.end)) continue;
    score.found++;
    const isMarked = marks.some(
      (mark) => mark.type === "p" && mark.start === name.start && mark.end === name.end,
    );
    if (!isMarked) score.errors.push(`${name.words}: taken for a person`);
  }
  return score;
}

function problemOf(mark: Mark, match: NameMatch, words: string): string | null {
  const name = mark.name ?? (mark.type === "p" ? words : null);
  if (mark.name !== null && match.name !== name) return `named ${match.name}`;
  if (mark.id !== null && match.id !== mark.id) return `has id ${String(match.id)}`;
  if (mark.age !== null && match.person?.age !== mark.age)
    return `has age ${String(match.person?.age)}`;
  if (mark.isOfficial && !match.isTitleOfficial) return "has no official title";
  return null;
}
