import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadRows } from "../../../src/flow/loadPacks.ts";
import type { ListRecord } from "../../../src/model/listRecord.ts";
import { makeLists } from "../../../test/link/made/makeLists.ts";
import { SCENARIOS } from "../../../test/link/made/scenario.ts";
import { scorePairs } from "../../../test/link/made/scorePairs.ts";

/** What a way of linking two files took, by itself, and the pairs that it holds to be one person. */
type Linked = {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly megabytes: number;
  readonly people: number;
};

/** People made up for a record of the two lists. */
const PEOPLE_A_RECORD = 1.11;

/** Two made-up lists of so many records together, from CSV to people: ours, and DuckDB SQL on as much of it as SQL says. */
export function benchLinking(records: number): void {
  const folder = mkdtempSync(join(tmpdir(), "sanad-bench-"));
  try {
    const [a, b] = [join(folder, "a.csv"), join(folder, "b.csv")];
    const truth = writeLists(Math.round(records * PEOPLE_A_RECORD), a, b);
    for (const [name, script] of [
      ["sanad", "ours.ts"],
      ["DuckDB SQL, two threads", "duck.ts"],
    ] as const) {
      const out = join(folder, "pairs.tsv");
      const linked = runAlone(join(import.meta.dirname, script), a, b, out);
      const said = readFileSync(out, "utf8")
        .split("\n")
        .filter((line) => line !== "");
      const { precision, recall, f1 } = scorePairs(said, truth);
      console.log(
        `  ${name.padEnd(34)} ${linked.cpuSeconds.toFixed(1)} s of CPU, ${linked.wallSeconds.toFixed(1)} s, ${linked.megabytes.toFixed(0)} MB, ${linked.people} people; P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In a process of its own, so that its memory is its own. */
function runAlone(script: string, a: string, b: string, out: string): Linked {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=1400", "--import", "tsx", script, a, b, out],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Linked;
}

function writeLists(people: number, a: string, b: string): ReadonlySet<string> {
  const [scenario] = SCENARIOS;
  if (scenario === undefined) throw new Error("No scenario of made-up lists");
  const made = makeLists(
    { ...scenario, people, seed: 5, from: "1979-02-01", to: "2026-01-31", events: [] },
    loadRows(),
  );
  writeFileSync(a, csvOf(made.a));
  writeFileSync(b, csvOf(made.b));
  return made.truth;
}

function csvOf(records: readonly ListRecord[]): string {
  const lines = records.map((record) =>
    [
      record.id,
      record.name,
      record.nameFa,
      record.date?.words,
      record.age?.min,
      record.sex,
      record.city,
      record.province,
    ]
      .map((cell) => `"${cell ?? ""}"`)
      .join(","),
  );
  return `id,name,name_fa,date,age,sex,city,province\n${lines.join("\n")}\n`;
}
