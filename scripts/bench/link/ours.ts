import { loadRows } from "../../../src/flow/packFiles.ts";
import { makeMatchThreads } from "../../../src/flow/lists/matchThreads.ts";
import { readLists } from "../../../src/flow/lists/readLists.ts";
import { clusterEdges } from "../../../src/link/cluster.ts";
import { compileLinkModel } from "../../../src/link/linkModel.ts";
import { matchLists } from "../../../src/link/matchLists.ts";
import { report } from "./report.ts";

/** Two lists from their files to the people in them. */
const startedAt = performance.now();
const [pathA = "", pathB = "", out = ""] = process.argv.slice(2);
const hints = { choices: [], order: null, sheet: null, today: "2026-11-21" };
const [a, b] = await readLists([pathA, pathB], hints, process.stdin);
if (a === undefined || b === undefined) throw new RangeError("Two lists are linked");
const model = compileLinkModel(loadRows(/^country\//));
const threads = makeMatchThreads();
const same = matchLists(a.records, b.records, model, { threads }).filter(
  ({ decision }) => decision === "same",
);
/** Records of both lists by their ids, those of the second behind the first. */
const [numbersA, numbersB] = [a, b].map(
  ({ records }, list) =>
    new Map(records.map(({ id }, at) => [id, at + (list === 0 ? 0 : a.records.length)])),
);
const edges = same.map((pair) => ({
  a: numbersA?.get(pair.a) ?? 0,
  b: numbersB?.get(pair.b) ?? 0,
  bits: Math.log2(pair.probability / (1 - pair.probability)),
}));
const { of } = clusterEdges(a.records.length + b.records.length, edges);
const people = of.reduce((count, cluster, at) => count + (cluster === at ? 1 : 0), 0);
report(
  out,
  startedAt,
  same.map((pair) => [pair.a, pair.b] as const),
  people,
);
