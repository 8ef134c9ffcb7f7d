import { parseArgs } from "node:util";
import { delayOptimizer } from "../src/cli/delayOptimizer.ts";
import type { Document } from "../src/model/document.ts";
import { readDocument } from "../src/text/readDocument.ts";
import { benchArchive } from "./bench/archive/run.ts";
import { benchLinking } from "./bench/link/run.ts";
import { type Build, withBuild } from "./bench/build.ts";
import { measureMemory, timeStart } from "./bench/builtProgram.ts";
import { goldSentences, wilson } from "./bench/gateRecall.ts";
import {
  irrelevantTexts,
  realPages,
  relevantTexts,
  worstPages,
  worstTexts,
} from "./bench/texts.ts";
import { describeStages, timeStages } from "./bench/worst.ts";
import { makeWink } from "./bench/wink.ts";

/** So many reports the program reads side by side (src/flow/readingGroups.ts). */
const TOGETHER = 16;

/** How fast the reader is, what its gate lets go, and what the worst megabyte costs, on one core; (`archive`) the archive, or (`link`) linking. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: "boolean", default: false },
    jsonl: { type: "string" },
    records: { type: "string" },
  },
});
const seconds = values.short ? 1 : 4;
const megabytes = Number(values.jsonl ?? (values.short ? 10 : 100));
/** Rounds over all texts before time is taken. */
const WARMED = 9;
/** A stage that takes longer on one bad text is stopped and named. */
const CAP_SECONDS = values.short ? 6 : 20;
const texts = relevantTexts();
const documents = await Promise.all(texts.map(documentOf));
if (documents.length === 0) throw new Error("Found no made-up reports below test/golden/dev");

if (positionals.includes("archive")) {
  // As the program sets its engine before it adds.
  delayOptimizer();
  await benchArchive(values.short);
} else if (positionals.includes("link")) {
  const records = Number(values.records ?? (values.short ? 60_000 : 1_000_000));
  title(
    `Two made-up lists of ${records} records together, CSV to people, each in a process of its own`,
  );
  benchLinking(records);
} else {
  await withBuild(async (build) => {
    timeReader(build);
    timeGate(build);
    await timePages();
    await timeWorst();
    timeProgram(build);
  });
}

/** The compiled reader beside another library. */
function timeReader({ readClaims, readClaimsTogether, packs }: Build): void {
  title("Whole reader on relevant reports of 4 to 5 kB, one core");
  const wink = makeWink();
  const startedAt = performance.now();
  for (const document of documents) readClaims(document, packs);
  const first = (documents.length * 1000) / (performance.now() - startedAt);
  const groups = inGroups(documents, TOGETHER);
  const [ours = 0, alone = 0, theirs = 0] = sideBySide(
    groups,
    (group) => readClaimsTogether(group, packs).length,
    (group) => sum(group.map((document) => readClaims(document, packs).claims.length)),
    (group) => sum(group.map(({ text }) => wink(text))),
  ).map((groupsRead) => (groupsRead * documents.length) / groups.length);
  row(
    `sanad: claims, ${TOGETHER} side by side`,
    `${ours.toFixed(0)} reports/s (${documents.length} different ones), as the program reads many`,
  );
  row("sanad: claims, one by one", `${alone.toFixed(0)} reports/s`);
  row(
    `the first ${documents.length} of a process`,
    `${first.toFixed(0)} reports/s, one by one, while the engine compiles`,
  );
  row("wink-nlp: full pipeline", `${theirs.toFixed(0)} reports/s, same texts, same run`);
  row(
    "ratio",
    `${(ours / theirs).toFixed(2)} × side by side, ${(alone / theirs).toFixed(2)} × one by one`,
  );
}

function inGroups<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** What the gate costs, and what it lets go. */
function timeGate({ packs }: Build): void {
  title("Gate");
  const irrelevant = irrelevantTexts();
  const gateSpeed = (inputs: readonly string[]): string =>
    perSecond(inputs, (text) => (packs.gate(text) ? 1 : 0)).toFixed(0);
  const refused = irrelevant.filter((text) => !packs.gate(text));
  row(
    "irrelevant texts of 2 to 3 kB",
    `${gateSpeed(irrelevant)} texts/s (${irrelevant.length} software manuals)`,
  );
  row(
    "those refused, so read to their end",
    `${gateSpeed(refused)} texts/s (${percent(refused.length, irrelevant.length)} of them)`,
  );
  const { sentences, reports } = goldSentences();
  const rejected = sentences.filter((sentence) => !packs.gate(sentence));
  recallRow(
    "recall, each such sentence alone",
    sentences.length - rejected.length,
    sentences.length,
  );
  recallRow(
    "recall, reports with a gold claim",
    reports.filter((text) => packs.gate(text)).length,
    reports.length,
  );
  for (const sentence of sample(rejected, 10))
    console.log(`    rejected: ${sentence.replaceAll(/\s+/g, " ").slice(0, 120)}`);
}

/** The text stage on pages of the size that pages of news have. */
async function timePages(): Promise<void> {
  title("Main text of pages, one core");
  const pages = realPages().map((page) => new TextEncoder().encode(page));
  const kilobytes = pages.reduce((sum, page) => sum + page.length, 0) / pages.length / 1000;
  for (const page of pages) await readDocument(page, { path: "a.html" });
  const startedAt = performance.now();
  let done = 0;
  for (; performance.now() - startedAt < seconds * 1000; done++)
    await readDocument(pages[done % pages.length] ?? new Uint8Array(), { path: "a.html" });
  const perSecond = done / ((performance.now() - startedAt) / 1000);
  row(`pages of ${kilobytes.toFixed(0)} kB`, `${perSecond.toFixed(0)} pages/s`);
}

/** The worst texts, stage by stage. */
async function timeWorst(): Promise<void> {
  title(
    `Worst ${values.short ? "quarter of a " : ""}megabyte, seconds a stage; in brackets the growth over a quarter of it (4 is a straight line)`,
  );
  const length = values.short ? 250_000 : 1_000_000;
  const wanted = ["text", "read", "brief"];
  const small = new Map([...worstTexts(length / 4), ...worstPages(length / 4)]);
  const quarterOf = (name: string): string => small.get(name) ?? "";
  for (const [name, text] of worstTexts(length))
    await worstRow(name, [quarterOf(name), text], "a.txt", wanted);
  for (const [name, html] of worstPages(length))
    await worstRow(name, [quarterOf(name), html], "a.html", ["text"]);
}

/** Start and memory of the command. */
function timeProgram({ main }: Build): void {
  title("Built program");
  row(
    "one small file",
    `${timeStart(main, (texts[0] ?? "").slice(0, 1500)).toFixed(0)} ms, best of 7`,
  );
  const memory = measureMemory(main, texts, megabytes);
  row(
    `JSONL of ${megabytes} MB`,
    `${memory.megabytes.toFixed(0)} MB at most, ${memory.perSecond.toFixed(0)} reports/s with files and JSON (${memory.documents} reports)`,
  );
}

async function documentOf(text: string): Promise<Document> {
  const [outcome] = await readDocument(new TextEncoder().encode(text), {
    path: "a.txt",
    published: "2025-12-15",
  });
  if (outcome?.kind !== "document") throw outcome?.failure ?? new Error("No document");
  return outcome.document;
}

/** Runs over all inputs again and again for some seconds, after one round to warm up. */
function perSecond<T>(inputs: readonly T[], work: (input: T) => number): number {
  let sum = 0;
  for (const input of inputs) sum += work(input);
  const startedAt = performance.now();
  let done = 0;
  while (performance.now() - startedAt < seconds * 1000) {
    for (const input of inputs) sum += work(input);
    done += inputs.length;
  }
  if (sum < 0) throw new RangeError("Work must answer with a count");
  return done / ((performance.now() - startedAt) / 1000);
}

/** Inputs a second of each work, which take turns text by text: what else the machine does slows both alike. */
function sideBySide<T>(
  inputs: readonly T[],
  ...works: readonly ((input: T) => number)[]
): readonly number[] {
  const spent = works.map(() => 0);
  const round = (): void => {
    for (const input of inputs) {
      for (const [side, work] of works.entries()) {
        const startedAt = performance.now();
        if (work(input) < 0) throw new RangeError("Work must answer with a count");
        spent[side] = (spent[side] ?? 0) + performance.now() - startedAt;
      }
    }
  };
  // The engine compiles again and again what runs often; from the tenth round on little changes.
  for (let warmed = 0; warmed < WARMED; warmed++) round();
  spent.fill(0);
  let rounds = 0;
  while (spent.some((milliseconds) => milliseconds < seconds * 1000)) {
    round();
    rounds++;
  }
  return spent.map((milliseconds) => (rounds * inputs.length * 1000) / milliseconds);
}

async function worstRow(
  name: string,
  [part, text]: readonly [quarter: string, whole: string],
  path: string,
  stages: readonly string[],
): Promise<void> {
  const quarter = await timeStages(part, path, CAP_SECONDS);
  const isHopeless = stages.some((stage) => !quarter.has(stage));
  const whole = isHopeless ? new Map<string, number>() : await timeStages(text, path, CAP_SECONDS);
  row(name, describeStages(whole, quarter, stages, CAP_SECONDS));
}

function sample<T>(items: readonly T[], size: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / size));
  return items.filter((_, index) => index % step === 0).slice(0, size);
}

function recallRow(name: string, hits: number, all: number): void {
  const { low, high } = wilson(hits, all);
  row(
    name,
    `${percent(hits, all)} (${hits} of ${all}; 95 % interval ${percent(low, 1)} to ${percent(high, 1)})`,
  );
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function title(text: string): void {
  console.log(`\n${text}`);
}

function row(name: string, value: string): void {
  console.log(`  ${name.padEnd(38)} ${value}`);
}
