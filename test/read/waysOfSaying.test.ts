import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { openPacks, trace } from "./reading.ts";

/**
 * Grids of whole sentences, by kind: how it is told, how many, whom it concerns and who says it. A row that a change breaks is a way of
 * saying that is no longer read. All people are invented.
 */
const FOLDER = join(import.meta.dirname, "grids");
const CONCERNED: ReadonlySet<string> = new Set([
  "victim",
  "at-risk",
  "injured",
  "convicted",
  "suspect",
]);
const TOLD: Readonly<Record<string, readonly string[]>> = {
  h: ["happened", "ongoing"],
  o: ["happened", "ongoing"],
  r: ["at-risk", "hypothetical"],
  ri: ["intended", "at-risk"],
  cf: ["called-for"],
  cs: ["called-to-stop", "called-for"],
  a: ["alleged"],
  n: ["negated"],
  u: ["unclear"],
};
/** What a report holds besides, so that a sentence does not stand alone. */
const BESIDE = "\n\nTen prisoners were executed in Iran in 2020.";

type Row = {
  readonly kind: string;
  readonly told: string;
  readonly number: string;
  readonly names: string;
  readonly source: string;
  readonly text: string;
};

function readRows(file: string): Row[] {
  let head = "";
  return readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .flatMap((line) => {
      if (line.startsWith("## ")) head = line.slice(3);
      if (line === "" || line.startsWith("#")) return [];
      const [how = "", number = "", names = "", source = "", ...words] = line.split("|");
      const [kind, told] = how.includes("=") ? how.split("=") : [head, how];
      return [{ kind: kind ?? "", told: told ?? "", number, names, source, text: words.join("|") }];
    });
}

function hasNumber({ number }: Row, { quantity }: Claim): boolean {
  if (number === "*") return true;
  if (quantity === null) return number === "1" || number === "-";
  if (number.endsWith("%")) return quantity.min === Number(number.slice(0, -1));
  if (number.startsWith("0.")) return Math.abs((quantity.min ?? 0) - Number(number)) < 0.02;
  const [min, max] = number.includes("..") ? number.split("..") : [number, number];
  return `${quantity.min ?? ""}..${quantity.max ?? ""}` === `${min ?? ""}..${max ?? ""}`;
}

function hasSource({ source }: Row, { attribution }: Claim): boolean {
  const last = attribution.at(-1);
  if (source === "*") return true;
  if (source === "-" || last === undefined) return source === "-" && last === undefined;
  return `${last.source ?? ""} ${last.words}`.toLowerCase().includes(source.toLowerCase());
}

/** Null where a claim of the kind is read with all that the row asks for. */
function missing(row: Row): string | null {
  const claims = trace(row.text + BESIDE, "en", openPacks)
    .map(({ claim }) => claim)
    .filter(({ kind, span }) => kind === row.kind && span.start < row.text.length);
  const told = TOLD[row.told] ?? [];
  const claim = claims.find(({ modality }) => told.includes(modality));
  if (claim === undefined) return "claim";
  if (!hasNumber(row, claim)) return "number";
  const names = claims.flatMap(({ persons }) =>
    persons.filter(({ role }) => CONCERNED.has(role)).map(({ name }) => name),
  );
  const wanted = row.names === "-" ? [] : row.names.split(", ");
  const isNamed = [...new Set(names)].sort().join() === wanted.sort().join();
  if (row.names !== "*" && !isNamed) return "names";
  return hasSource(row, claim) ? null : "source";
}

test("every way of saying it in breadth.txt is read", () => {
  const rows = readRows("breadth.txt");
  assert.ok(rows.length > 0);
  const wrong = rows.flatMap((row) => {
    const part = missing(row);
    return part === null ? [] : [`${part} of ${row.kind}: ${row.text}`];
  });
  assert.deepEqual(wrong, []);
});
