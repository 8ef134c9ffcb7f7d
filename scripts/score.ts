import { parseArgs } from "node:util";
import { basename } from "node:path";
import { loadPacks } from "../src/flow/loadPacks.ts";
import { CLAIM_KINDS } from "../src/model/claim.ts";
import type { Document } from "../src/model/document.ts";
import { findNames } from "../src/read/findNames.ts";
import { readClaims } from "../src/read/readClaims.ts";
import { findSentences } from "../src/read/sentences.ts";
import { tokenize } from "../src/read/tokens.ts";
import { readDocument } from "../src/text/readDocument.ts";
import { type GoldCase, readGold } from "./score/gold.ts";
import { findPersonFaults } from "./score/personCauses.ts";
import {
  LEGEND,
  type NamedScore,
  printErrors,
  printPersonFaults,
  printTable,
  printTotals,
} from "./score/print.ts";
import { scoreCase } from "./score/scoreCase.ts";
import { addScore, countHarm, emptyTally, rates, type Tally } from "./score/tally.ts";

const USAGE = `npm run score -- DIR [--texts DIR] [--published PREFIX=DATE]… [--match WORD] [--errors] [--json] [--other]
                [--at-least F] [--harm-at-most PERCENT]

  DIR          gold claims, a .jsonl a report (docs/scoring.md); the texts lie beside them
  --texts      another folder that holds the texts
  --published  publication date of the files whose name starts so, over what the gold says
  --match      only files whose path holds this word
  --errors     every miss, false alarm and wrong field with its words
  --persons    every missed, added or misplaced person with its cause
  --json       all counts as JSON
  --other      score the kind "other" too
  --at-least   exit with 1 when F over all claims is lower (.75)
  --harm-at-most  exit with 1 when more of the claims read are harmful (5)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    texts: { type: "string" },
    published: { type: "string", multiple: true, default: [] },
    match: { type: "string", default: "" },
    errors: { type: "boolean", default: false },
    persons: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    other: { type: "boolean", default: false },
    "at-least": { type: "string", default: "0" },
    "harm-at-most": { type: "string", default: "100" },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const cases = goldOf(folder).filter((one) => one.path.includes(values.match));
if (cases.length === 0) {
  console.error(`No gold claims found below ${folder}`);
  process.exit(2);
}
const { packs } = loadPacks();
const dates = new Map(values.published.map((pair) => pair.split("=") as [string, string]));
const scores: NamedScore[] = [];
for (const one of cases) scores.push(await scoreOne(one));

const whole = tallyOf(scores, null);
const kinds = CLAIM_KINDS.map((kind) => [kind, tallyOf(scores, kind)] as const);
const styles = [...new Set(scores.map(({ style }) => style))].map(
  (style) =>
    [
      style,
      tallyOf(
        scores.filter((score) => score.style === style),
        null,
      ),
    ] as const,
);
if (values.json) {
  console.log(
    JSON.stringify({
      reports: scores.length,
      all: whole,
      kinds: Object.fromEntries(kinds),
      styles: Object.fromEntries(styles),
    }),
  );
} else {
  if (values.errors) for (const score of scores) console.log(printErrors(score));
  if (values.persons) console.log(printPersonFaults(scores));
  const asked = kinds.filter(([, tally]) => tally.gold + tally.read > 0);
  console.log(printTable("By kind", [...asked, ["all", whole]]));
  if (styles.length > 1) console.log(printTable("By style", styles));
  console.log(
    `${LEGEND}\n\n${scores.length} reports, ${whole.gold} gold claims\n${printTotals(whole)}`,
  );
}
checkFloors(whole);

/** The gold of the folder asked for; what is missing is said, not thrown. */
function goldOf(asked: string): readonly GoldCase[] {
  try {
    return readGold(asked, values.texts ?? null);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** Exit code 1 when the score fell below what was asked for. */
function checkFloors(tally: Tally): void {
  const { f } = rates(tally.matched, tally.gold, tally.read);
  const harm = (100 * countHarm(tally)) / tally.read;
  const floor = Number(values["at-least"]);
  const most = Number(values["harm-at-most"]);
  if (f < floor) console.error(`F ${f.toFixed(3)} is below the floor of ${floor}`);
  if (harm > most) console.error(`harm ${harm.toFixed(2)} % is above ${most} %`);
  if (f < floor || harm > most) process.exitCode = 1;
}

async function scoreOne(one: GoldCase): Promise<NamedScore> {
  const given = [...dates].find(([prefix]) => basename(one.path).startsWith(prefix))?.[1];
  const published = given ?? one.published;
  const source = { path: one.path, ...(published === null ? {} : { published }) };
  const isScored = (claim: { readonly kind: string }) => values.other || claim.kind !== "other";
  const [outcome] = await readDocument(one.bytes, source);
  if (outcome === undefined) throw new Error(`${one.path} holds no report`);
  if (outcome.kind === "failure") throw outcome.failure;
  const { claims } = readClaims(outcome.document, packs);
  const gold = one.claims.filter(isScored);
  const score = scoreCase(gold, claims.filter(isScored));
  const faults = values.persons
    ? findPersonFaults(score.matches, gold, personsIn(outcome.document))
    : [];
  return { path: one.path, style: one.style, score, faults };
}

/** Whom the reader names in a document, in any claim or none. */
function personsIn({ text, language }: Document): readonly string[] {
  const pack =
    packs.languages.get(language?.value ?? "") ?? packs.languages.get(packs.fallback ?? "");
  if (pack === undefined) return [];
  const tokens = tokenize(text);
  return findNames(tokens, findSentences(tokens, pack.sentenceWords), packs.names)
    .filter(({ type }) => type === "person")
    .map(({ name }) => name);
}

function tallyOf(parts: readonly NamedScore[], kind: string | null): Tally {
  const tally = emptyTally();
  for (const { score } of parts) addScore(tally, score, kind);
  return tally;
}
