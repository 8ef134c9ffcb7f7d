import assert from "node:assert/strict";
import { test } from "node:test";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, packs } from "./reading.ts";

/** A sentence of a report of 20 October 2025 (a Monday), the kind looked at, and the days it must have. */
const ROWS: readonly (readonly [text: string, kind: string, days: string])[] = [
  ["Police said on Sunday that four men had been hanged in Kerman.", "execution", "none"],
  ["On Sunday the ministry said that four men had been hanged.", "execution", "none"],
  ["Five men were hanged, raising fears, on Sunday.", "execution", "2025-10-19/2025-10-19"],
  ["KERMAN, Oct. 19 (Agency) - Four men were hanged in prison.", "execution", "none"],
  ["KERMAN, Oct. 19, 2025 /Newswire/ -- Four men were hanged in prison.", "execution", "none"],
  ["Four men were hanged in Kerman on Sunday, police said.", "execution", "2025-10-19/2025-10-19"],
  [
    "Callum Reardon was found guilty last month of murdering Anwar Siddiqui, 57, at his shop in August.",
    "killing",
    "2025-08-01/2025-08-31",
  ],
  [
    "A woman accused of killing two passengers pleaded not guilty on Friday to murder charges.",
    "killing",
    "none",
  ],
  ["A village head denied killing Musa Bello, who was picked up on 3 May.", "killing", "none"],
  [
    "A man who drove his truck into a crowd, killing a nurse, was sentenced on Sunday to ten years in prison.",
    "killing",
    "none",
  ],
  [
    "Craig Dunmore was told at the court on Friday that he must serve 28 years for the murder of Jean Ashworth.",
    "killing",
    "none",
  ],
  [
    '"We are tired of burying our children," said Rosa Ortiz, who lost a son in 2023. Two men were hanged.',
    "statement",
    "none",
  ],
  [
    "He had run over an officer in November 2022, killing him. Two days later police arrested six men.",
    "arrest",
    "null/null",
  ],
  ["Four men were hanged in Kerman, police said Sunday.", "execution", "none"],
  [
    "The minister told reporters on Sunday that the prisons are “clean and orderly”.",
    "statement",
    "2025-10-19/2025-10-19",
  ],
  [
    "The experts on Sunday called on the court to halt the execution of Samad Farhani.",
    "call",
    "2025-10-19/2025-10-19",
  ],
  [
    "Nine kolbars were killed and 31 were injured in the border areas in January 2022.",
    "killing",
    "2022-01-01/2022-01-31",
  ],
  ["Samad Farhani was hanged on 3 May 2025 for the killing of an officer.", "killing", "none"],
  [
    "Samad Farhani was hanged on 3 May 2025 for the killing of an officer.",
    "execution",
    "2025-05-03/2025-05-03",
  ],
  [
    "Kerman Rights Watch (KRW); May 14, 2024: Samad Farhani was executed in Kerman Central Prison.",
    "execution",
    "none",
  ],
  [
    "A bomb killed two men on Friday, 10 October. The toll rose to 90 to the end of August. Two days later police arrested six men.",
    "arrest",
    "2025-10-12/2025-10-12",
  ],
  [
    "Karim Nouri was arrested in 2015 and hanged in Yazd on Sunday.",
    "execution",
    "2025-10-19/2025-10-19",
  ],
  ["Karim Nouri, who had killed a man in 2015, was hanged in Yazd.", "execution", "none"],
  [
    "Karim Nouri, convicted of killing a man in 2015, was hanged in Yazd on Sunday.",
    "execution",
    "2025-10-19/2025-10-19",
  ],
  ["Farid Moradi, who killed his cousin in 2016, was given a life sentence.", "arrest", "none"],
  [
    "Farid Moradi was sentenced to life imprisonment for a murder committed in 2014.",
    "arrest",
    "none",
  ],
  ["Farid Moradi was jailed for life for the 2016 murder of his cousin.", "arrest", "none"],
  [
    "Farid Moradi was jailed for life for the 2016 murder of his cousin.",
    "killing",
    "2016-01-01/2016-12-31",
  ],
  [
    "At least 28 people were executed for murder charges in 2023.",
    "execution",
    "2023-01-01/2023-12-31",
  ],
  ["A bomb killed three men on Sunday and wounded 12 others.", "injury", "2025-10-19/2025-10-19"],
  ["Workers levelled the graves of prisoners executed in the 1980s.", "destruction", "none"],
  [
    "Hangings in September 2025\n\nFive men were executed for rebellion. Seven women were hanged for murder.",
    "execution",
    "2025-09-01/2025-09-30",
  ],
];

for (const [text, kind, days] of ROWS) {
  test(`days of the ${kind} in “${text}”`, () => {
    const document = makeDocument(text, { published: "2025-10-20" });
    const claim = readClaims(document, packs).claims.find((one) => one.kind === kind);
    const period = claim?.period ?? null;
    const read = period === null ? "none" : `${period.earliest}/${period.latest}`;
    assert.equal(claim === undefined ? "no claim" : read, days);
  });
}
