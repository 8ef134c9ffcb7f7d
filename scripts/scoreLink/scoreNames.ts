import { compareTwoNames } from "../../src/link/compareTwoNames.ts";
import type { LinkModel } from "../../src/link/linkModel.ts";

type Row = { readonly a: string; readonly b: string; readonly same: boolean };

/** Prints how well names alone tell the same person from another one, at the best threshold of bits. */
export function scoreNames(csv: string, model: LinkModel, showErrors: boolean): void {
  const rows = readRows(csv).map((row) => ({
    ...row,
    bits: compareTwoNames(row.a, row.b, model) ?? -99,
  }));
  const all = rows.filter((row) => row.same).length;
  let best = { f1: 0, at: 0, precision: 0, recall: 0 };
  for (const at of [...new Set(rows.map((row) => row.bits)), 0]) {
    const said = rows.filter((row) => row.bits >= at);
    const right = said.filter((row) => row.same).length;
    const f1 = (2 * right) / (said.length + all);
    if (f1 > best.f1) best = { f1, at, precision: right / said.length, recall: right / all };
  }
  console.log(
    `names: ${rows.length} pairs, ${all} same; best F1 ${best.f1.toFixed(3)} (P ${best.precision.toFixed(3)} R ${best.recall.toFixed(3)}) from ${best.at.toFixed(1)} bits`,
  );
  if (!showErrors) return;
  for (const row of rows)
    if (row.bits >= best.at !== row.same)
      console.log(
        `${row.same ? "MISSED" : "WRONG "} ${row.bits.toFixed(1).padStart(6)}  ${row.a}  ·  ${row.b}`,
      );
}

/** Rows of a CSV of names with the columns name1, name2, same or is_match, and perhaps schema. */
function readRows(csv: string): readonly Row[] {
  const [head = [], ...lines] = csv
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), (cell) =>
        (cell[1] ?? cell[2] ?? "").replaceAll('""', '"'),
      ),
    );
  const cell = (line: readonly string[], ...names: readonly string[]) => {
    const at = head.findIndex((name) => names.includes(name));
    return at < 0 ? null : (line[at] ?? "");
  };
  return lines
    .filter((line) => (cell(line, "schema") ?? "Person") === "Person")
    .map((line) => ({
      a: cell(line, "name1") ?? "",
      b: cell(line, "name2") ?? "",
      same: /^(1|true)$/.test(cell(line, "same", "is_match") ?? ""),
    }));
}
