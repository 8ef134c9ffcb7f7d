import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/** Sentences that mislead a hasty reader, by construction; every one of them must hold. All people are invented. */
const FOLDER = join(import.meta.dirname, "unmisled");

type Row = {
  readonly kind: string;
  readonly expected: string;
  readonly text: string;
  readonly wrong: string;
};

function readRows(file: string): Row[] {
  return readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [kind = "", expected = "", words = "", wrong = ""] = line.split("\t");
      return { kind, expected, text: words.replaceAll(" ¶ ", "\n\n"), wrong };
    });
}

const REAL: ReadonlySet<string> = new Set(["happened", "ongoing"]);

/** Null where nobody is misled about whether it happened. */
function misledInModality({ kind, expected }: Row, claims: readonly Claim[]): string | null {
  const own = claims.filter((claim) => claim.kind === kind);
  const isReal = own.some(({ modality }) => REAL.has(modality));
  if (expected === "told") return isReal ? null : "not told";
  if (isReal) return "told as happened";
  return expected === "not" || own.some(({ modality }) => modality === expected)
    ? null
    : `not ${expected}`;
}

/** Null where the source is the one that the words give, or is left open. */
function misledInSource({ kind, expected }: Row, claims: readonly Claim[]): string | null {
  const last = claims.findLast((claim) => claim.kind === kind);
  if (last === undefined) return expected === "?" ? null : "not found";
  const link = last.attribution.at(-1) ?? null;
  const source = link === null ? "-" : (link.source ?? "?");
  if (expected === "?")
    return source === "-" || source === "?" || link?.type === "unnamed" ? null : `says ${source}`;
  return source.toLowerCase().includes(expected.toLowerCase()) ? null : `says ${source}`;
}

/** Null where the number is the one that the words give, or where it is left out. */
function misledInNumber({ kind, expected, wrong }: Row, claims: readonly Claim[]): string | null {
  const numbers = claims
    .filter((claim) => claim.kind === kind)
    .map(({ quantity }) =>
      quantity === null ? "null" : `${quantity.min ?? ""}..${quantity.max ?? ""}`,
    );
  if (wrong !== "" && numbers.includes(wrong)) return `gives ${wrong}`;
  if (expected === "null")
    return numbers.every((number) => number === "null") ? null : `gives ${numbers.join(", ")}`;
  return numbers.includes(expected) ? null : `gives ${numbers.join(", ")}`;
}

const CONCERNED: ReadonlySet<string> = new Set(["victim", "at-risk", "injured", "convicted"]);

/** Null where the last claim of the kind concerns exactly the people that the words give ("-" for nobody by name). */
function misledInPersons({ kind, expected }: Row, claims: readonly Claim[]): string | null {
  const last = claims.findLast((claim) => claim.kind === kind);
  if (last === undefined) return "not found";
  const names = last.persons.filter(({ role }) => CONCERNED.has(role)).map(({ name }) => name);
  const told = names.length === 0 ? "-" : names.join(", ");
  return told === expected ? null : `gives ${told}`;
}

/** Null where the first claim of the kind has exactly these places ("-" for none). */
function misledInPlace({ kind, expected }: Row, claims: readonly Claim[]): string | null {
  const first = claims.find((claim) => claim.kind === kind);
  if (first === undefined) return "not found";
  const told = first.places.map(({ words }) => words).join(", ") || "-";
  return told === expected ? null : `gives ${told}`;
}

/** Null where all claims of the kind have the days that the words give them, in order. */
function misledInPeriod({ kind, expected }: Row, claims: readonly Claim[]): string | null {
  const days = claims
    .filter((claim) => claim.kind === kind)
    .map(({ period }) => {
      const { earliest, latest } = period ?? { earliest: null, latest: null };
      if (earliest === null && latest === null) return "none";
      return earliest === latest ? earliest : `${earliest ?? ""}/${latest ?? ""}`;
    })
    .join(";");
  return days === expected ? null : `gives ${days}`;
}

const CHECKS = [
  { file: "modality.tsv", language: "en", check: misledInModality, fewest: 25 },
  { file: "source.tsv", language: "en", check: misledInSource, fewest: 25 },
  { file: "number.tsv", language: "en", check: misledInNumber, fewest: 25 },
  { file: "persons.tsv", language: "en", check: misledInPersons, fewest: 5 },
  { file: "persons-fa.tsv", language: "fa", check: misledInPersons, fewest: 5 },
  { file: "place.tsv", language: "en", check: misledInPlace, fewest: 8 },
  { file: "place-fa.tsv", language: "fa", check: misledInPlace, fewest: 8 },
  { file: "period.tsv", language: "en", check: misledInPeriod, fewest: 20 },
  { file: "modality-fa.tsv", language: "fa", check: misledInModality, fewest: 5 },
  { file: "source-fa.tsv", language: "fa", check: misledInSource, fewest: 10 },
  { file: "number-fa.tsv", language: "fa", check: misledInNumber, fewest: 10 },
  { file: "period-fa.tsv", language: "fa", check: misledInPeriod, fewest: 5 },
] as const;

for (const { file, language, check, fewest } of CHECKS) {
  test(`readClaims() misleads nobody in ${file}`, () => {
    const rows = readRows(file);
    assert.ok(rows.length >= fewest, `Found only ${rows.length} rows`);
    const misled = rows.flatMap((row) => {
      const claims = trace(row.text, language, openPacks).map(({ claim }) => claim);
      const why = check(row, claims);
      return why === null ? [] : [`  ${why}: ${row.kind} ${row.expected} ${row.text}`];
    });
    assert.deepEqual(misled, []);
  });
}
