import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClaimKind } from "../../src/model/claim.ts";
import { trace } from "./reading.ts";

/** Where the words of a claim end: a comma between adjectives of one noun ends nothing, any other does. */
const ROWS: readonly (readonly [kind: ClaimKind, text: string, words: string])[] = [
  [
    "death-sentence",
    "Two men were sentenced to death in short, closed hearings on Monday.",
    "Two men were sentenced to death in short, closed hearings on Monday",
  ],
  [
    "death-sentence",
    "Death sentences are issued in rushed, opaque trials where basic safeguards are denied.",
    "Death sentences are issued in rushed, opaque trials where basic safeguards are denied",
  ],
  ["execution", "Two men were hanged in public, police said.", "Two men were hanged in public"],
  [
    "execution",
    "Two men were hanged in secret, officials told the agency.",
    "Two men were hanged in secret",
  ],
  ["execution", "Two men were hanged in public, without a trial.", "Two men were hanged in public"],
  // Circumstances belong to the words; a saying behind them, a second verdict and a second deed do not.
  [
    "killing",
    "Eleven people were killed when troops stormed the mill before dawn.",
    "Eleven people were killed when troops stormed the mill before dawn",
  ],
  [
    "killing",
    "Eleven people were killed when troops stormed the mill, the union said.",
    "Eleven people were killed when troops stormed the mill",
  ],
  [
    "killing",
    "Eleven people were killed and 20 wounded when troops stormed the mill.",
    "Eleven people were killed",
  ],
  [
    "injury",
    "Eleven people were killed and 20 wounded when troops stormed the mill.",
    "20 wounded",
  ],
  ["protest", "The sit-in began on Monday when the mill closed.", "The sit-in began on Monday"],
  [
    "arrest",
    "Three men were held for two days in Karaj.",
    "Three men were held for two days in Karaj",
  ],
  [
    "execution",
    "The men were hanged in Karaj, Tabriz, the port of Anzali and Qom on Friday.",
    "The men were hanged in Karaj, Tabriz, the port of Anzali and Qom on Friday",
  ],
  [
    "execution",
    "The men were hanged in Karaj, and Tabriz was closed to reporters.",
    "The men were hanged in Karaj",
  ],
  [
    "execution",
    "Iran executed two men accused of spying for a foreign state.",
    "Iran executed two men accused of spying for a foreign state",
  ],
  [
    "execution",
    "In the first ten months of the year, 420 people were hanged.",
    "In the first ten months of the year, 420 people were hanged",
  ],
  ["execution", "According to the centre, 420 people were hanged.", "420 people were hanged"],
  [
    "killing",
    "Gunmen stormed a village on Monday and shot dead 14 farmers.",
    "Gunmen stormed a village on Monday and shot dead 14 farmers",
  ],
  [
    "arrest",
    "Riot police killed two students on Monday and arrested 14 others.",
    "arrested 14 others",
  ],
  [
    "destruction",
    "Even the graves of men hanged in May have not been spared from destruction.",
    "Even the graves of men hanged in May have not been spared from destruction",
  ],
  [
    "strike",
    "Shop owners in Tehran, Kazerun, and Arak went on strike on June 13.",
    "Shop owners in Tehran, Kazerun, and Arak went on strike on June 13",
  ],
  [
    "protest",
    "Protests were reported in Tehran, Ahvaz, Dorud, Shush, and other cities.",
    "Protests were reported in Tehran, Ahvaz, Dorud, Shush, and other cities",
  ],
  ["torture", "The men were tortured and denied visits.", "The men were tortured"],
  ["call", "Residents blocked the road on Monday, demanding clean water.", "demanding clean water"],
  [
    "call",
    "The council issued a statement urging Karun to free the men.",
    "The council issued a statement urging Karun to free the men",
  ],
  [
    "statement",
    "Protesters chanted slogans such as “Neither crown nor turban” and “Bread for all of us”.",
    "Protesters chanted slogans such as “Neither crown nor turban” and “Bread for all of us”",
  ],
  [
    "statement",
    "Drivers blocked the road on Monday, chanting “Our enemy is right here”.",
    "chanting “Our enemy is right here”",
  ],
  [
    "statement",
    "“Bread and dignity, our bold slogan” and “Prices ruin us all” were among the slogans shouted by pensioners in Karaj.",
    "“Bread and dignity, our bold slogan” and “Prices ruin us all” were among the slogans shouted by pensioners in Karaj",
  ],
  [
    "statement",
    "The minister called the march “a shameful spectacle”.",
    "The minister called the march “a shameful spectacle”",
  ],
  [
    "statement",
    "The minister told reporters that there was “no strike, only some waiting”.",
    "The minister told reporters that there was “no strike, only some waiting”",
  ],
  [
    "statement",
    "A colonel told state television: “The city is calm and under control.”",
    "“The city is calm and under control.”",
  ],
  [
    "statement",
    "He said that “the city is calm and under control”.",
    "“the city is calm and under control”",
  ],
];

for (const [kind, text, words] of ROWS)
  test(`the words of the ${kind} in "${text}"`, () => {
    const found = trace(text).filter(({ claim }) => claim.kind === kind);
    assert.deepEqual(
      found.map(({ claim }) => claim.span.quote),
      [words],
    );
  });
