import assert from "node:assert/strict";
import { test } from "node:test";
import { findSentences } from "../../src/read/sentences.ts";
import { tokenize } from "../../src/read/tokens.ts";
import { packs } from "./reading.ts";

/** Texts with | where one sentence ends and the next begins. */
const ROWS: readonly string[] = [
  "Two men were hanged.| Three others wait.",
  "Mr. Karimzad was hanged on Nov. 3.| He was 25.",
  "Gen. Rostamifar spoke at 7 p.m. on Monday.| Nobody asked.",
  "The U.S. Department of State spoke.| It was brief.",
  "He arrived in the U.S.| The flight was late.",
  "“They were innocent.”| The lawyer wept.",
  "“Why were they hanged?” she asked.| Nobody answered.",
  "He said: “Stop!”| They did not.",
  "Prices rose by 1.5 percent.| Bread was dear.",
  "Two men hanged in Karun\n|Two men were hanged on Monday.",
  "- Behnam Karimzad, 25\n|- Arman Tabandeh, 31",
  "Sohrab M. Tabandeh was hanged.| He was 31.",
  "His lawyer wrote on X.| Behnam Karimzad was home.",
  "دو نفر اعدام شدند.| سه نفر دیگر در انتظارند.",
  "آیا او اعدام شد؟| هیچ‌کس نمی‌داند.",
];

for (const row of ROWS) {
  test(`findSentences() splits ${JSON.stringify(row)}`, () => {
    const text = row.replaceAll("|", "");
    const found = sentencesOf(text).map((sentence) => sentence.trim());
    assert.deepEqual(
      found,
      row.split("|").map((sentence) => sentence.trim()),
    );
  });
}

test("findSentences() joins lines that were broken to fit a width", () => {
  const lines = [
    "The judiciary said on Monday that three prisoners had been",
    "hanged in the prison of Karun after their appeals had been",
    "rejected by the court, and that two others would be told",
    "of the verdicts in their cases before the end of the week.",
  ];
  assert.equal(sentencesOf(lines.join("\n")).length, 1);
});

test("findSentences() counts blocks, so that a heading is not read into its text", () => {
  const tokens = tokenize("Heading\n\nFirst. Second.\n\nThird.");
  const sentences = findSentences(tokens, wordsOf("en"));
  assert.deepEqual(
    sentences.map(({ opensBlock }) => opensBlock),
    [true, true, false, true],
  );
});

test("findSentences() cuts what goes on without end", () => {
  const sentences = sentencesOf("two men were hanged, ".repeat(1000));
  assert.ok(sentences.length > 5, `${sentences.length}`);
  assert.ok(sentences.every((sentence) => tokenize(sentence).size <= 401));
});

function sentencesOf(text: string): string[] {
  const tokens = tokenize(text);
  return findSentences(tokens, wordsOf("en")).map(({ from, to }) =>
    text.slice(tokens.start[from], tokens.end[to - 1]),
  );
}

function wordsOf(language: string) {
  const pack = packs.languages.get(language);
  if (pack === undefined) throw new RangeError(`No pack for ${language}`);
  return pack.sentenceWords;
}
