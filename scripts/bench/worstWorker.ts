import { parentPort, workerData } from "node:worker_threads";
import { renderBrief } from "../../src/brief/renderBrief.ts";
import { loadPacks } from "../../src/flow/loadPacks.ts";
import { readClaims } from "../../src/read/readClaims.ts";
import { readDocument } from "../../src/text/readDocument.ts";

/** Takes one bad text through the stages and says after each how long it took. */
const { text, path } = workerData as { readonly text: string; readonly path: string };
const { packs } = loadPacks();

let startedAt = performance.now();
const [outcome] = await readDocument(new TextEncoder().encode(text), {
  path,
  published: "2025-12-15",
});
say("text");
if (outcome?.kind === "document" && path.endsWith(".txt")) {
  const reading = readClaims(outcome.document, packs);
  say("read");
  renderBrief([reading], { language: "en", references: [], organisations: [] });
  say("brief");
}

function say(stage: string): void {
  parentPort?.postMessage({ stage, seconds: (performance.now() - startedAt) / 1000 });
  startedAt = performance.now();
}
