/**
 * Scores the main text of the made-up pages in test/text/pages (word F1 per kind of page; those
 * named in aside.txt are kept aside from tuning), and the speed in pages a second. A folder of other pages (name.html beside
 * name.txt) may be given: node --import tsx scripts/benchText.ts [DIR]
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "../src/text/readDocument.ts";

type Page = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: string;
  readonly isAside: boolean;
};
type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

const isVerbose = process.argv.includes("--all");
const folder = process.argv.slice(2).find((word) => !word.startsWith("--")) ?? "test/text/pages";
const pages = readPages(folder);

const scored: { page: Page; score: Score }[] = [];
for (const page of pages) scored.push({ page, score: scoreOf(page.expected, await textOf(page)) });

for (const isAside of [false, true]) {
  const part = scored.filter(({ page }) => page.isAside === isAside);
  console.log(`\n${isAside ? "kept aside" : "development"}: ${part.length} pages`);
  for (const kind of new Set(part.map(({ page }) => kindOf(page))))
    printRow(
      kind,
      part.filter(({ page }) => kindOf(page) === kind),
    );
  printRow("all", part);
  for (const { page, score } of part.filter(({ score }) => isVerbose || score.f1 < 0.9))
    console.log(
      `  ${page.name}: P ${score.precision.toFixed(3)} R ${score.recall.toFixed(3)} F1 ${score.f1.toFixed(3)}`,
    );
}
await printSpeed();

function kindOf({ name }: Page): string {
  return name.split("-")[0] ?? "";
}

function readPages(from: string): Page[] {
  const names = readdirSync(from)
    .filter((name) => name.endsWith(".html"))
    .sort();
  const list = join(from, "aside.txt");
  const aside = new Set(existsSync(list) ? readFileSync(list, "utf8").split("\n") : []);
  return names.map((name) => ({
    name: name.replace(/\.html$/, ""),
    bytes: readFileSync(join(from, name)),
    expected: readFileSync(join(from, name.replace(/\.html$/, ".txt")), "utf8"),
    isAside: aside.has(name.replace(/\.html$/, "")),
  }));
}

async function textOf({ bytes, name }: Page): Promise<string> {
  const [outcome] = await readDocument(bytes, { path: `${name}.html` });
  return outcome?.kind === "document" ? outcome.document.text : "";
}

function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function scoreOf(expected: string, found: string): Score {
  const [left, right] = [wordsOf(expected), wordsOf(found)];
  const sum = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((total, count) => total + count, 0);
  let both = 0;
  for (const [word, count] of left) both += Math.min(count, right.get(word) ?? 0);
  const precision = both / Math.max(1, sum(right));
  const recall = both / Math.max(1, sum(left));
  return {
    precision,
    recall,
    f1: both === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function printRow(kind: string, rows: readonly { readonly score: Score }[]): void {
  const mean = (pick: (score: Score) => number): string =>
    (rows.reduce((sum, { score }) => sum + pick(score), 0) / Math.max(1, rows.length)).toFixed(3);
  console.log(
    `${kind.padEnd(12)} ${String(rows.length).padStart(3)}  P ${mean((s) => s.precision)}  R ${mean((s) => s.recall)}  F1 ${mean((s) => s.f1)}`,
  );
}

/** The small pages here are padded with scripts and paragraphs to the size of ordinary ones. */
async function printSpeed(): Promise<void> {
  const large = pages.map((page) => ({ ...page, bytes: padded(page.bytes) }));
  const kilobytes = large.reduce((sum, { bytes }) => sum + bytes.length, 0) / large.length / 1024;
  for (const page of large) await textOf(page);
  const start = process.hrtime.bigint();
  let count = 0;
  for (let round = 0; round < 3; round++)
    for (const page of large) {
      await textOf(page);
      count++;
    }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(
    `\n${(count / seconds).toFixed(0)} pages/s (${kilobytes.toFixed(0)} kB a page, one core)`,
  );
}

function padded(bytes: Uint8Array): Uint8Array {
  const html = new TextDecoder().decode(bytes);
  const at = html.lastIndexOf("</body>");
  const cut = at === -1 ? html.length : at;
  const box = (n: number): string =>
    `<div class="related-box"><div class="card"><a href="/story-${n}"><span>A story of some other day, number ${n}</span></a><p>What was said of it was said in one line.</p></div></div>`;
  const boxes = Array.from({ length: 120 }, (_, n) => box(n)).join("");
  const script = `<script>var state=${JSON.stringify({ blob: "x".repeat(30_000) })};</script>`;
  return new TextEncoder().encode(html.slice(0, cut) + boxes + script + html.slice(cut));
}
