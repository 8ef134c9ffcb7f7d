import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * Standard sentences of the news, all about invented people. `*-negatives.tsv`: kinds that must not be read as
 * happened, and the sentence. The others: kind, number or null, optionally modality and persons, and the sentence.
 */
const FOLDER = join(import.meta.dirname, "phrases");

/** What a sentence must be read as; empty fields are not asked for. */
export type Phrase = {
  readonly file: string;
  readonly kind: string;
  readonly number: string;
  readonly modality: string;
  readonly persons: readonly string[];
  readonly sentence: string;
};

/** A sentence that was not read as it must be, and in what. */
export type Failing = { readonly why: string; readonly phrase: Phrase; readonly read: string };

/** All sentences that tell something, or all that only seem to. */
export function readPhrases(are: "told" | "negative"): Phrase[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".tsv"));
  return files
    .filter((file) => file.endsWith("-negatives.tsv") === (are === "negative"))
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), "utf8")
        .split("\n")
        .flatMap((line) => parseLine(file, line)),
    );
}

function parseLine(file: string, line: string): Phrase[] {
  if (line === "" || line.startsWith("#")) return [];
  const fields = line.split("\t");
  const sentence = fields.at(-1) ?? "";
  const [kind = "", number = "null", modality = "", persons = ""] = fields.slice(0, -1);
  return [
    {
      file,
      kind,
      number,
      modality,
      persons: persons.split(";").filter((name) => name !== ""),
      sentence,
    },
  ];
}

/** Null where the sentence is read as it must be. */
export function failingOf(phrase: Phrase): Failing | null {
  const claims = trace(phrase.sentence, languageOf(phrase), openPacks).map(({ claim }) => claim);
  const why = phrase.file.endsWith("-negatives.tsv")
    ? wronglyTold(phrase, claims)
    : missingIn(phrase, claims);
  return why === null ? null : { why, phrase, read: claims.map(describe).join(" | ") };
}

function languageOf({ file }: Phrase): string {
  return /^[a-z]+/.exec(file)?.[0] ?? "en";
}

const REAL: ReadonlySet<string> = new Set(["happened", "ongoing"]);

/** Modalities of kinds that are about what may come or what is asked. */
const USUAL: Readonly<Record<string, ReadonlySet<string>>> = {
  "imminent-execution": new Set(["at-risk", "intended", "hypothetical", "ongoing"]),
  call: new Set(["called-for", "called-to-stop"]),
};

function wronglyTold({ kind }: Phrase, claims: readonly Claim[]): string | null {
  const kinds = kind.split(";");
  return claims.some((claim) => kinds.includes(claim.kind) && REAL.has(claim.modality))
    ? "told"
    : null;
}

function missingIn(phrase: Phrase, claims: readonly Claim[]): string | null {
  const usual = USUAL[phrase.kind] ?? REAL;
  const checks: readonly (readonly [string, (claim: Claim) => boolean])[] = [
    ["missing", (claim) => claim.kind === phrase.kind],
    ["number", (claim) => phrase.number === "null" || numberOf(claim) === phrase.number],
    [
      "modality",
      (claim) =>
        phrase.modality === "" ? usual.has(claim.modality) : claim.modality === phrase.modality,
    ],
    [
      "persons",
      (claim) =>
        phrase.persons.every((name) => claim.persons.some((person) => person.name === name)),
    ],
  ];
  let left = claims;
  for (const [why, holds] of checks) {
    left = left.filter(holds);
    if (left.length === 0) return why;
  }
  return null;
}

function numberOf({ quantity }: Claim): string {
  return String(quantity?.min ?? quantity?.max ?? null);
}

function describe(claim: Claim): string {
  const names = claim.persons.map(({ name, role }) => `${name}:${role}`).join(";");
  return `${claim.kind} ${numberOf(claim)} ${claim.modality} [${names}]`;
}
