import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { loadRows } from "../../src/flow/loadPacks.ts";
import { compareTwoNames } from "../../src/link/compareTwoNames.ts";
import { linkModel } from "./records.ts";

type Example = readonly [a: string, b: string, what: "same" | "different" | "unsure"];
type Row = { readonly id?: string; readonly examples?: readonly Example[] };

/** What names alone must say, in bits, for each word. */
const SAYS: Readonly<Record<Example[2], (bits: number) => boolean>> = {
  same: (bits) => bits > 5,
  different: (bits) => bits < 2,
  unsure: (bits) => bits < 10,
};

for (const [file, content] of Object.entries(loadRows())) {
  if (!file.endsWith("/linking.json")) continue;
  for (const [path, row] of rowsWithExamples(content, ""))
    test(`${file} ${path}: names say what the examples say`, () => {
      for (const [a, b, what] of row.examples ?? []) {
        const bits = compareTwoNames(a, b, linkModel) ?? -99;
        assert.ok(SAYS[what](bits), `${a} · ${b}: ${bits.toFixed(1)} bits`);
        const back = compareTwoNames(b, a, linkModel) ?? -99;
        assert.ok(Math.abs(bits - back) < 1e-9, `${a} · ${b}: the other way round ${back}`);
      }
    });
}

test("every list of words in the linking pack has examples", () => {
  const linking: unknown = loadRows()["country/ir/linking.json"];
  const found = rowsWithExamples(linking, "").map(([path]) => path);
  for (const part of ["titles", "endings", "aliases", "joins", "noNames"])
    assert.ok(
      found.some((path) => path.includes(part)),
      part,
    );
  assert.ok(found.length > 15, `${found.length}`);
});

test("letter-costs.json is what the spellings teach", () => {
  const script = join(import.meta.dirname, "../../scripts/learnLetters.ts");
  execFileSync(process.execPath, ["--import", "tsx", script, "--check"]);
});

/** Every object of the pack that has examples, with the way to it. */
function rowsWithExamples(value: unknown, path: string): [string, Row][] {
  if (typeof value !== "object" || value === null) return [];
  const own: [string, Row][] =
    "examples" in value && Array.isArray(value.examples) ? [[path, value as Row]] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) =>
      key === "examples" ? [] : rowsWithExamples(inner, `${path}/${key}`),
    ),
  ];
}
