import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

const FOLDER = join(import.meta.dirname, "boilerplate");

/** A claim that a passage tells; a field that is "*" or left out is not asked for, "-" is none. */
export type Wanted = {
  readonly words: string;
  readonly isOptional: boolean;
  readonly kind: string;
  readonly modality: string;
  readonly number: string;
  readonly period: string;
  readonly source: string;
  readonly persons: string;
  readonly place: string;
};

/** A plain passage of an organisation, with all that it tells. `isKnown`: it is known not to be read yet. */
export type Passage = {
  readonly file: string;
  readonly text: string;
  readonly isKnown: boolean;
  readonly language: string;
  readonly wanted: readonly Wanted[];
};

/** Kinds that may stand beside what is asked for: bare opinions, calls and circumstances. */
const BESIDE: ReadonlySet<string> = new Set([
  "statement",
  "call",
  "statistic",
  "other",
  "other-abuse",
]);

const CONCERNED: ReadonlySet<string> = new Set([
  "victim",
  "at-risk",
  "injured",
  "convicted",
  "beneficiary",
]);

/** All passages, Persian where the file's name ends in "-fa": a row a passage, a column a claim; "~" before a passage that is known not to be read yet. */
export function readPassages(): Passage[] {
  return readdirSync(FOLDER).flatMap((file) =>
    readFileSync(join(FOLDER, file), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const [first = "", ...claims] = line.split("\t");
        const isKnown = first.startsWith("~");
        const text = (isKnown ? first.slice(1) : first).replaceAll(" ¶ ", "\n\n");
        const language = file.endsWith("-fa.tsv") ? "fa" : "en";
        return {
          file,
          text,
          isKnown,
          language,
          wanted: claims.filter((one) => one !== "").map(parseWanted),
        };
      }),
  );
}

function parseWanted(words: string): Wanted {
  const isOptional = words.startsWith("?");
  const [what = "", number = "*", period = "*", source = "*", persons = "*", place = "*"] = (
    isOptional ? words.slice(1) : words
  ).split("|");
  const [kind = "", modality = USUAL.get(kind) ?? "happened"] = what.split("/");
  return { words, isOptional, kind, modality, number, period, source, persons, place };
}

const USUAL: ReadonlyMap<string, string> = new Map([
  ["imminent-execution", "at-risk"],
  ["call", "*"],
  ["statement", "*"],
  ["stay", "*"],
]);

/** What is read otherwise than the passage says; empty where every field holds and no other event is told. */
export function faultsOf({
  text,
  wanted,
  language = "en",
}: Pick<Passage, "text" | "wanted"> & Partial<Passage>): string[] {
  const claims = trace(text, language, openPacks).map(({ claim }) => claim);
  const used = new Set<Claim>();
  const faults = [...wanted]
    .sort((left, right) => Number(left.isOptional) - Number(right.isOptional))
    .flatMap((one) => {
      const [best] = claims
        .filter((claim) => claim.kind === one.kind && !used.has(claim))
        .map((claim) => ({ claim, fields: fieldsWrong(claim, one) }))
        .sort((left, right) => left.fields.length - right.fields.length);
      if (best === undefined) return one.isOptional ? [] : [`missing ${one.words}`];
      if (best.fields.length > 0 && one.isOptional) return [];
      used.add(best.claim);
      return best.fields.length === 0 ? [] : [`${best.fields.join(", ")}: ${one.words}`];
    });
  const others = claims.filter((claim) => !used.has(claim) && !BESIDE.has(claim.kind));
  return [...faults, ...others.map(({ kind, span }) => `too many: ${kind} ${span.quote}`)];
}

function fieldsWrong(claim: Claim, wanted: Wanted): string[] {
  const source = claim.attribution.at(-1);
  const spoken = (source?.source ?? source?.words ?? "-").toLowerCase();
  const places = claim.places.map(({ words }) => words);
  const wrong = [
    ["modality", wanted.modality, claim.modality === wanted.modality],
    ["number", wanted.number, numberOf(claim) === wanted.number],
    ["period", wanted.period, periodOf(claim) === wanted.period],
    [
      "source",
      wanted.source,
      wanted.source === "-" ? source === undefined : spoken.includes(wanted.source.toLowerCase()),
    ],
    ["persons", wanted.persons, personsOf(claim) === wanted.persons.split(";").sort().join(";")],
    [
      "place",
      wanted.place,
      wanted.place === "-"
        ? places.length === 0
        : places.some((place) => place.includes(wanted.place)),
    ],
  ] as const;
  return wrong.flatMap(([field, asked, holds]) => (asked === "*" || holds ? [] : [field]));
}

function numberOf({ quantity }: Claim): string {
  if (quantity === null) return "-";
  const { min, max } = quantity;
  if (max === null) return `${min ?? ""}+`;
  return min === max ? `${max}` : `${min ?? ""}..${max}`;
}

/** "2024", "2024-05", "2024-05-03" or "2024-05-03/2024-05-09". */
function periodOf({ period }: Claim): string {
  const { earliest, latest } = period ?? { earliest: null, latest: null };
  if (earliest === null && latest === null) return "-";
  if (earliest === latest) return `${latest ?? ""}`;
  const whole = `${earliest ?? ""}/${latest ?? ""}`;
  return (
    /^(\d{4})-01-01\/\1-12-31$/.exec(whole)?.[1] ??
    /^(\d{4}-\d\d)-01\/\1-(?:28|29|30|31)$/.exec(whole)?.[1] ??
    whole
  );
}

function personsOf({ persons }: Claim): string {
  const names = persons.filter(({ role }) => CONCERNED.has(role)).map(({ name }) => name);
  return names.length === 0 ? "-" : names.sort().join(";");
}
