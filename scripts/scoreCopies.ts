import { parseArgs } from "node:util";
import { bandsOf, readRuns, RunCounts, shareIfSame } from "../src/link/likeTexts.ts";
import { makeTexts, type MadeText } from "./scoreCopies/makeTexts.ts";

/** How well copies are told from boilerplate and templates, on made-up texts that come in one by one, as `sanad add` meets them. */
const { values } = parseArgs({
  options: { seed: { type: "string", default: "11" }, rounds: { type: "string", default: "5" } },
});
const total = { right: 0, wrong: 0, missed: 0, wrongLate: 0 };
for (let round = 0; round < Number(values.rounds); round++) {
  const texts = makeTexts(Number(values.seed) + round);
  const tally = scoreTexts(texts);
  for (const key of ["right", "wrong", "missed", "wrongLate"] as const) total[key] += tally[key];
  console.log(`${texts.length} texts: ${describe(tally)}`);
  for (const [what, count] of [...tally.kinds].toSorted(byName))
    console.log(`   ${what}: ${count}`);
}
console.log(`all: ${describe(total)}`);
console.log(
  `   wrong after the first quarter, when each boilerplate was met before: ${total.wrongLate}`,
);

function scoreTexts(texts: readonly MadeText[]) {
  const tally = { right: 0, wrong: 0, missed: 0, wrongLate: 0, kinds: new Map<string, number>() };
  const say = (what: string): void => void tally.kinds.set(what, (tally.kinds.get(what) ?? 0) + 1);
  const counts = new RunCounts();
  const byBand = new Map<number, number[]>();
  const runsOf: Int32Array[] = [];
  const origins = new Set<string>();
  for (const [at, { text, origin, kind }] of texts.entries()) {
    const runs = readRuns(text);
    const bands = bandsOf(runs);
    const candidates = new Set(bands.flatMap((band) => byBand.get(band) ?? []));
    let best = { at: -1, share: 0 };
    for (const other of candidates) {
      const share = shareIfSame(runs, runsOf[other] ?? runs, (run) => counts.count(run));
      if (share !== null && share > best.share) best = { at: other, share };
    }
    const found = texts[best.at];
    if (found === undefined && origins.has(origin)) {
      tally.missed += 1;
      say(`missed ${kind}`);
    } else if (found?.origin === origin) tally.right += 1;
    else if (found !== undefined) {
      tally.wrong += 1;
      if (at > texts.length / 4) tally.wrongLate += 1;
      say(`wrong ${kind} as a copy of ${found.kind}`);
    }
    origins.add(origin);
    counts.add(runs);
    runsOf.push(runs);
    for (const band of bands) byBand.set(band, [...(byBand.get(band) ?? []), at]);
  }
  return tally;
}

function byName([one]: readonly [string, number], [other]: readonly [string, number]): number {
  return one < other ? -1 : 1;
}

function describe({ right, wrong, missed }: typeof total): string {
  const share = (part: number, all: number): string => (all === 0 ? "–" : (part / all).toFixed(3));
  return `precision ${share(right, right + wrong)}, recall ${share(right, right + missed)} (${right} right, ${wrong} wrong, ${missed} missed)`;
}
