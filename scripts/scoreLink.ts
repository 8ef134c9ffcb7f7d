/**
 * Scores linking on made-up lists with known truth, and on pairs of names. Scenarios "aside" are printed, never tuned on.
 * `--strange` takes lists of another make instead: other spellings, orders, gaps (`--seed=N` makes others of the same kinds).
 * node --import tsx scripts/scoreLink.ts [--strange [--seed=N]] [--errors] [--bins] [--only=WORDS] [--names=pairs.csv]
 */
import { existsSync, readFileSync } from "node:fs";
import { loadRows } from "../src/flow/loadPacks.ts";
import { compileLinkModel } from "../src/link/linkModel.ts";
import { matchLists } from "../src/link/matchLists.ts";
import { makeLists } from "../test/link/made/makeLists.ts";
import { makeArchive } from "../test/link/made/makeArchive.ts";
import { ARCHIVES, ASIDE, SCENARIOS } from "../test/link/made/scenario.ts";
import { STRANGE, STRANGE_ASIDE } from "../test/link/made/strange/cases.ts";
import { MORE_STRANGE } from "../test/link/made/strange/moreCases.ts";
import { makeStrange } from "../test/link/made/strange/makeStrange.ts";
import { linkOneList } from "../src/link/linkOneList.ts";
import { scoreBCubed } from "../test/link/made/bCubed.ts";
import { calibrate, scorePairs, sweep } from "../test/link/made/scorePairs.ts";
import { scoreNames } from "./scoreLink/scoreNames.ts";

const words = process.argv.slice(2);
const only = words.find((word) => word.startsWith("--only="))?.slice(7) ?? "";
const rows = loadRows();
const shipped = compileLinkModel(rows);
const model = { ...shipped, weights: { ...shipped.weights, unsure: 0.001 } };
const show = (share: number) =>
  Number.isNaN(share) ? "   –" : share.toFixed(3).replace(/^0/, " ");

const seed = Number(words.find((word) => word.startsWith("--seed="))?.slice(7) ?? 0);
const cases = words.includes("--strange")
  ? [...STRANGE, ...STRANGE_ASIDE, ...MORE_STRANGE].map((one) => ({
      name: one.name,
      make: () => makeStrange({ ...one, seed: one.seed + seed }, rows),
    }))
  : [...SCENARIOS, ...ASIDE].map((one) => ({ name: one.name, make: () => makeLists(one, rows) }));
const printBins = (ranked: Parameters<typeof calibrate>[0]) => {
  for (const bin of calibrate(ranked))
    console.log(
      `   from ${bin.from.toFixed(2)}  ${String(bin.count).padStart(6)} pairs  held ${show(bin.held)}  are ${show(bin.are)}`,
    );
};
const all: { readonly f1: number; readonly ranked: Parameters<typeof calibrate>[0] }[] = [];
console.log(
  "                                               a     b  true     P     R    F1  best F1   at  R at P≥.99  found     B³  cpu",
);
for (const scenario of cases.filter(({ name }) => name.includes(only))) {
  const made = scenario.make();
  const before = process.cpuUsage();
  const pairs = matchLists(made.a, made.b, model);
  const used = process.cpuUsage(before);
  const ranked = pairs.map((pair) => ({
    probability: pair.probability,
    isTrue: made.truth.has(`${pair.a}\t${pair.b}`),
  }));
  const said = pairs
    .filter((pair) => pair.decision === "same")
    .map((pair) => `${pair.a}\t${pair.b}`);
  const score = scorePairs(said, made.truth);
  const best = sweep(ranked, made.truth.size);
  const { people } = linkOneList([...made.a, ...made.b], shipped, { isOneList: false });
  const cubed = scoreBCubed(people, made.personOf);
  const reached = ranked.filter((one) => one.isTrue).length / made.truth.size;
  console.log(
    `${scenario.name.padEnd(44)}${String(made.a.length).padStart(5)} ${String(made.b.length).padStart(5)} ${String(made.truth.size).padStart(5)}  ${show(score.precision)}  ${show(score.recall)}  ${show(score.f1)}   ${show(best.f1)}  ${show(best.at)}     ${show(best.recallAt99)}    ${show(reached)}  ${show(cubed)}  ${((used.user + used.system) / 1e6).toFixed(1)} s`,
  );
  if (words.includes("--bins")) printBins(ranked);
  all.push({ f1: made.truth.size === 0 ? NaN : score.f1, ranked });
  if (!words.includes("--errors") || scenario.name.startsWith("aside")) continue;
  const byA = new Map(made.a.map((record) => [record.id, record]));
  const byB = new Map(made.b.map((record) => [record.id, record]));
  const sayRecord = (record: ReturnType<typeof byA.get>) =>
    [
      record?.name,
      record?.nameFa,
      record?.date?.words,
      record?.age?.min,
      record?.city,
      record?.province,
    ]
      .map((cell) => cell ?? "·")
      .join("; ");
  const found = new Map(pairs.map((pair) => [`${pair.a}\t${pair.b}`, pair]));
  for (const key of new Set([...said, ...made.truth])) {
    const isSaid = said.includes(key);
    if (isSaid === made.truth.has(key)) continue;
    const [a = "", b = ""] = key.split("\t");
    const pair = found.get(key);
    console.log(
      `${isSaid ? "WRONG " : "MISSED"} ${pair?.probability ?? "not found"}\n    ${sayRecord(byA.get(a))}\n    ${sayRecord(byB.get(b))}`,
    );
    console.log(`    ${pair?.why.map((why) => `${why.field} ${why.bits}`).join("  ") ?? ""}`);
  }
}
if (!words.includes("--strange"))
  for (const archive of ARCHIVES.filter(({ name }) => name.includes(only))) {
    const { records, personOf } = makeArchive(archive, rows);
    const before = process.cpuUsage();
    const { people } = linkOneList(records, shipped, { isOneList: false });
    const used = process.cpuUsage(before);
    console.log(
      `${archive.name.padEnd(44)}${records.length} reports of ${new Set(personOf.values()).size}, put together to ${people.length} people  B³ ${show(scoreBCubed(people, personOf))}  ${((used.user + used.system) / 1e6).toFixed(1)} s`,
    );
  }
const scored = all.filter(({ f1 }) => !Number.isNaN(f1));
if (scored.length > 1) {
  const mean = scored.reduce((sum, { f1 }) => sum + f1, 0) / scored.length;
  console.log(`mean F1 ${show(mean)}; probabilities of all together:`);
  printBins(all.flatMap(({ ranked }) => ranked));
}
const namesFile = words.find((word) => word.startsWith("--names="))?.slice(8);
if (namesFile !== undefined && existsSync(namesFile))
  scoreNames(readFileSync(namesFile, "utf8"), model, words.includes("--errors"));
