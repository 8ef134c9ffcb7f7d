import { parseArgs } from "node:util";
import { loadPacks } from "../src/flow/loadPacks.ts";
import type { Document } from "../src/model/document.ts";
import { readClaims } from "../src/read/readClaims.ts";
import { readDocument } from "../src/text/readDocument.ts";
import { isBuilt, measureMemory, timeStart } from "./bench/builtProgram.ts";
import { goldSentences, wilson } from "./bench/gateRecall.ts";
import { irrelevantTexts, relevantTexts, worstPages, worstTexts } from "./bench/texts.ts";
import { describeStages, timeStages } from "./bench/worst.ts";
import { makeWink } from "./bench/wink.ts";

/** How fast the reader is, what its gate lets go, and what the worst megabyte costs. One core, one process. */
const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    jsonl: { type: "string" },
  },
});
const seconds = values.short ? 1 : 4;
const megabytes = Number(values.jsonl ?? (values.short ? 10 : 100));
/** A stage that takes longer on one bad text is stopped and named. */
const CAP_SECONDS = values.short ? 6 : 20;
const { packs } = loadPacks();
const texts = relevantTexts();
const documents = await Promise.all(texts.map(documentOf));
if (documents.length === 0) throw new Error("Found no made-up reports below test/golden/dev");

title("Whole reader on relevant reports of 4 to 5 kB, one core");
const wink = makeWink();
const ours = perSecond(documents, (document) => readClaims(document, packs).claims.length);
const theirs = perSecond(texts, wink);
row("sanad: claims", `${ours.toFixed(0)} reports/s (${documents.length} different ones)`);
row("wink-nlp: full pipeline", `${theirs.toFixed(0)} reports/s, same texts, same run`);
row("ratio", `${(ours / theirs).toFixed(2)} ×`);

title("Gate");
const irrelevant = irrelevantTexts();
const speed = perSecond(irrelevant, (text) => (packs.gate(text) ? 1 : 0));
const passed = irrelevant.filter((text) => packs.gate(text)).length;
row(
  "irrelevant texts of 2 to 3 kB",
  `${speed.toFixed(0)} texts/s (${irrelevant.length} software manuals, ${percent(passed, irrelevant.length)} let through)`,
);
const { sentences, reports } = goldSentences();
const rejected = sentences.filter((sentence) => !packs.gate(sentence));
recallRow("recall, each such sentence alone", sentences.length - rejected.length, sentences.length);
recallRow(
  "recall, reports with a gold claim",
  reports.filter((text) => packs.gate(text)).length,
  reports.length,
);
for (const sentence of sample(rejected, 10))
  console.log(`    rejected: ${sentence.replaceAll(/\s+/g, " ").slice(0, 120)}`);

title(
  `Worst ${values.short ? "quarter of a " : ""}megabyte, seconds a stage; in brackets the growth over a quarter of it (4 is a straight line)`,
);
const length = values.short ? 250_000 : 1_000_000;
const wanted = ["text", "read", "brief"];
const small = new Map([...worstTexts(length / 4), ...worstPages(length / 4)]);
for (const [name, text] of worstTexts(length)) await worstRow(name, text, "a.txt", wanted);
for (const [name, html] of worstPages(length)) await worstRow(name, html, "a.html", ["text"]);

title("Built program");
if (isBuilt()) {
  row("one small file", `${timeStart((texts[0] ?? "").slice(0, 1500)).toFixed(0)} ms, best of 7`);
  const memory = measureMemory(texts, megabytes);
  row(
    `JSONL of ${megabytes} MB`,
    `${memory.megabytes.toFixed(0)} MB at most, ${memory.perSecond.toFixed(0)} reports/s with files and JSON (${memory.documents} reports)`,
  );
} else {
  row("not built", "npm run build, then again");
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

async function worstRow(name: string, text: string, path: string, stages: readonly string[]) {
  const quarter = await timeStages(small.get(name) ?? "", path, CAP_SECONDS);
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
