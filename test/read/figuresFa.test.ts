import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { traceClaims } from "../../src/read/readClaims.ts";
import { makeDocument, openPacks } from "./reading.ts";

/** Figures of Persian reports with their windows, their parts and what they are compared with; and numbers that are none. */
const FOLDER = join(import.meta.dirname, "grids");
const PUBLISHED = "2025-10-25";

function rowsOf(file: string): string[][] {
  return readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

function claimsOf(text: string, kind: string): Claim[] {
  const document = makeDocument(text, { published: PUBLISHED, language: "fa" });
  return traceClaims(document, openPacks)
    .map(({ claim }) => claim)
    .filter((claim) => claim.kind === kind);
}

function isFigure({ quantity, period }: Claim, number: number, window: string): boolean {
  if (quantity?.min !== number) return false;
  if (window === "RATE") return quantity.measure === "rate";
  if (window === "PART") return quantity.subsetOf !== null;
  return window === "" || `${period?.earliest}/${period?.latest}` === window;
}

test("a figure has its number, its window or its whole", () => {
  const wrong = rowsOf("figures-fa.tsv").flatMap(([wanted = "", text = ""]) => {
    const [kind = "", number = "", window = ""] = wanted.split(":");
    const isRead = claimsOf(text, kind).some((claim) => isFigure(claim, Number(number), window));
    return isRead ? [] : [`${wanted} ${text}`];
  });
  assert.deepEqual(wrong, []);
});

test("no number is told that the words do not tell of those people", () => {
  const wrong = rowsOf("told-numbers-fa.tsv").flatMap(([kind = "", numbers = "", text = ""]) => {
    const told = claimsOf(text, kind).flatMap(({ quantity }) => quantity?.min ?? []);
    const found = told.length === 0 ? "-" : told.join(", ");
    return found === numbers ? [] : [`${found} instead of ${numbers}: ${text}`];
  });
  assert.deepEqual(wrong, []);
});
