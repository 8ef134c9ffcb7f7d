import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { loadPacks } from "../src/flow/loadPacks.ts";
import { readClaims } from "../src/read/readClaims.ts";
import { readDocument } from "../src/text/readDocument.ts";

const root = join(import.meta.dirname, "..");

/** What the example reports are expected to claim: a file of claims for each, as `sanad read` gives them. */
export async function readExample(file: string): Promise<string> {
  const { packs } = loadPacks();
  const outcomes = await readDocument(readFileSync(join(root, "examples", file)), {
    path: `examples/${file}`,
  });
  const readings = outcomes.flatMap((outcome) =>
    outcome.kind === "document" ? [readClaims(outcome.document, packs)] : [],
  );
  const content = readings.map(({ document, claims, notes }) => ({
    title: document.title,
    publisher: document.publisher,
    published: document.published,
    language: document.language,
    notes: [...document.notes, ...notes],
    claims: claims.map(({ document: _own, ...claim }) => claim),
  }));
  return `${JSON.stringify(content, null, 1)}\n`;
}

/** The example reports and where what is expected of each is kept. */
export function exampleFiles(): readonly (readonly [report: string, expected: string])[] {
  return readdirSync(join(root, "examples"))
    .sort()
    .map((file) => [file, join(root, "test/golden/examples", `${basename(file)}.json`)] as const);
}

if (import.meta.filename === process.argv[1]) {
  mkdirSync(join(root, "test/golden/examples"), { recursive: true });
  for (const [report, expected] of exampleFiles()) {
    writeFileSync(expected, await readExample(report));
    console.log(`Wrote test/golden/examples/${basename(expected)}`);
  }
}
