import { renderBrief } from "../../src/brief/renderBrief.ts";
import { loadPacks } from "../../src/flow/loadPacks.ts";
import { readClaims } from "../../src/read/readClaims.ts";
import { readDocument } from "../../src/text/readDocument.ts";

/** Takes one bad text through the stages and says after each how long it took. */
const { text, path } = await new Promise<{ readonly text: string; readonly path: string }>(
  (resolve) => {
    process.once("message", (message) => resolve(message as { text: string; path: string }));
  },
);
const { packs } = loadPacks();
// Packs of languages are compiled when they are first asked for, which is no part of reading a text.
for (const language of packs.languages.keys()) packs.languages.get(language);
let startedAt = performance.now();
say("ready");

const [outcome] = await readDocument(new TextEncoder().encode(text), {
  path,
  published: "2025-12-15",
});
say("text");
if (outcome?.kind === "document" && path.endsWith(".txt")) {
  const reading = readClaims(outcome.document, packs);
  say("read", reading.claims.length);
  renderBrief([reading], { language: "en", references: [], organisations: [] });
  say("brief");
}

process.disconnect();

function say(stage: string, claims: number | null = null): void {
  process.send?.({ stage, seconds: (performance.now() - startedAt) / 1000, claims });
  startedAt = performance.now();
}
