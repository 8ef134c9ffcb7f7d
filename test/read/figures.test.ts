import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { traceClaims } from "../../src/read/readClaims.ts";
import { makeDocument, openPacks } from "./reading.ts";

/** Figures by windows: each number with the days it is of, also what it is compared with and parts of it. */
const GRID = join(import.meta.dirname, "grids/figures.tsv");

function shape({ kind, quantity, period }: Claim): string {
  const ends = [quantity?.min, quantity?.max, period?.earliest, period?.latest];
  return [kind, ...ends.map((end) => end ?? "-")].join(" ");
}

test("every figure has its own window", () => {
  const rows = readFileSync(GRID, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  assert.ok(rows.length > 0);
  const wrong = rows.flatMap((line) => {
    const [expected = "", text = ""] = line.split("\t");
    const document = makeDocument(text, { language: "en", published: "2025-11-10" });
    const read = traceClaims(document, openPacks).map(({ claim }) => shape(claim));
    const missing = expected.split(";").filter((one) => !read.includes(one));
    return missing.length === 0 ? [] : [`${text} => ${read.join("; ")}`];
  });
  assert.deepEqual(wrong, []);
});
