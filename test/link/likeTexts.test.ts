import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bandsOf, readRuns, RunCounts, shareIfSame } from "../../src/link/likeTexts.ts";
import { makeTexts } from "../../scripts/scoreCopies/makeTexts.ts";

const ARTICLE =
  "Three men were hanged in Arak on Sunday morning, a local monitor said. Their families had been called for a last visit the day before. The court had sentenced them in a hearing that lasted ten minutes, without a lawyer of their choice, and the supreme court upheld the ruling in spring. Neighbours gathered before the prison and were sent away.";

const OTHERS: readonly (readonly [string, string, boolean])[] = [
  ["itself", ARTICLE, true],
  ["another keyboard and case", ARTICLE.toUpperCase(), true],
  ["a first line of its own", `The Morning Post\n${ARTICLE}`, true],
  ["its first part", ARTICLE.slice(0, 290), true],
  ["a few words changed", ARTICLE.replace("Sunday", "Monday").replace("ten", "five"), true],
  ["another article", ARTICLE.split(" ").toReversed().join(" "), false],
  ["nothing", "", false],
];
for (const [what, text, isSame] of OTHERS) {
  test(`shareIfSame() of an article and ${what}`, () => {
    const share = shareIfSame(readRuns(ARTICLE), readRuns(text), () => 0);
    assert.equal(share !== null, isSame, String(share));
  });
}

const WIRE =
  "Two prisoners, Omid Delavar, 31, and Samad Farahani, 28, were executed at dawn on Wednesday in Arak, a local monitor said. They had been convicted of armed robbery, and their lawyers were not told of the day.";
const AROUND = "Subscribe to our morning letter for more news from the whole region.";
const WIRES: readonly (readonly [string, string, boolean])[] = [
  ["an agency's line before and a request behind", `(Agencies) ${WIRE} ${AROUND}`, true],
  [
    "another name behind",
    `${WIRE} A third man was Reza Noorani, the monitor said. ${AROUND}`,
    false,
  ],
  [
    "a sentence of news",
    `${WIRE} Update: the supreme court has quashed both sentences today and wants a new trial.`,
    false,
  ],
  [
    "other names within",
    `${WIRE.replace("Omid Delavar, 31", "Reza Noorani, 40")} ${AROUND}`,
    false,
  ],
  ["another end", `${WIRE.slice(0, -30)} last week. ${AROUND}`, false],
  [
    "another item of the page",
    `A strike of the bus drivers began in Shiraz and went on for two days. ${AROUND}`,
    false,
  ],
];
const MET = new Set(readRuns(AROUND));
for (const [what, text, isSame] of WIRES) {
  test(`shareIfSame() of a short item and ${what}`, () => {
    const count = (run: number): number => (MET.has(run) ? 2 : 0);
    const share = shareIfSame(readRuns(WIRE), readRuns(text), count);
    assert.equal(share !== null, isSame, String(share));
  });
}

test("what many texts hold is no sameness", () => {
  const plate = "Subscribe to our letter and follow us. ".repeat(3) + ARTICLE;
  const one = readRuns(
    `Omid Delavar was arrested in Yazd while he bought bread for his mother. ${plate}`,
  );
  const other = readRuns(
    `A strike of the bus drivers began in Shiraz and went on for two days. ${plate}`,
  );
  assert.notEqual(
    shareIfSame(one, other, () => 0),
    null,
  );
  const counts = new RunCounts();
  for (let times = 0; times < 20; times++) counts.add(readRuns(plate));
  assert.equal(
    shareIfSame(one, other, (run) => counts.count(run)),
    null,
  );
});

test("bands are the same for the same text, and texts that are nearly one share some", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.deepEqual(bandsOf(readRuns(text)), bandsOf(readRuns(text)));
    }),
  );
  const own = new Set(bandsOf(readRuns(ARTICLE)));
  const near = bandsOf(readRuns(ARTICLE.replace("Sunday", "Monday")));
  assert.ok(near.some((band) => own.has(band)));
  assert.equal(own.size, 32);
  assert.deepEqual(bandsOf(readRuns("...")), []);
});

test("copies are found among boilerplates and templates, most of them and few others", () => {
  const texts = makeTexts(5);
  const counts = new RunCounts();
  const before: { runs: Int32Array; bands: ReadonlySet<number>; origin: string }[] = [];
  let [right, wrong, missed] = [0, 0, 0];
  for (const { text, origin } of texts) {
    const runs = readRuns(text);
    const bands = bandsOf(runs);
    const shares = before.flatMap((other) => {
      if (!bands.some((band) => other.bands.has(band))) return [];
      const share = shareIfSame(runs, other.runs, (run) => counts.count(run));
      return share === null ? [] : [{ share, origin: other.origin }];
    });
    const [best] = shares.toSorted((one, other) => other.share - one.share);
    if (best === undefined) missed += before.some((other) => other.origin === origin) ? 1 : 0;
    else if (best.origin === origin) right += 1;
    else wrong += 1;
    counts.add(runs);
    before.push({ runs, bands: new Set(bands), origin });
  }
  assert.ok(right / (right + wrong) > 0.8, `${right} right, ${wrong} wrong`);
  assert.ok(right / (right + missed) > 0.8, `${right} right, ${missed} missed`);
});
