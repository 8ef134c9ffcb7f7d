import assert from "node:assert/strict";
import { test } from "node:test";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, packs } from "./reading.ts";

/** Kind, modality, the last source ("" is the author alone) and the words of each claim; " | " parts the paragraphs. */
const ROWS: readonly (readonly [text: string, told: readonly string[]])[] = [
  [
    "Karim Zand argues: | Two men were hanged in Tabas on Monday. | Three were hanged in Qom.",
    [
      "execution happened Karim Zand: Two men were hanged in Tabas on Monday",
      "execution happened : Three were hanged in Qom",
    ],
  ],
  [
    "The letter reads in part: | Two men were hanged in Tabas, and the council must act.",
    [
      "execution happened The letter: Two men were hanged in Tabas",
      "call called-for The letter: the council must act",
    ],
  ],
  [
    "The Tabas Union says: | - Two men were hanged in Tabas. | - Three were hanged in Qom.",
    [
      "execution happened Tabas Union: Two men were hanged in Tabas",
      "execution happened Tabas Union: Three were hanged in Qom",
    ],
  ],
  [
    "In a statement on Monday, Leila Amiri said: | “The verdict against my brother is a disgrace.”",
    ["statement happened Leila Amiri: “The verdict against my brother is a disgrace.”"],
  ],
  [
    "Students of Alborz University chanting: | “Tyrant, you murderer! We will bury you!”",
    [
      "protest happened : Students of Alborz University chanting",
      "statement happened Students of Alborz University: “Tyrant, you murderer! We will bury you!”",
    ],
  ],
  [
    "The minister could say: | “The verdict against my brother is a disgrace.”",
    ["statement happened “: “The verdict against my brother is a disgrace.”"],
  ],
  [
    "Karim Zand allegedly said: | “The verdict against my brother is a disgrace.”",
    ["statement happened “: “The verdict against my brother is a disgrace.”"],
  ],
  [
    "The fake post read: | “The verdict against my brother is a disgrace.”",
    ["statement happened “: “The verdict against my brother is a disgrace.”"],
  ],
  [
    "The report has four parts: | “The verdict against my brother is a disgrace.”",
    ["statement happened “: “The verdict against my brother is a disgrace.”"],
  ],
  [
    "Karim Zand was told: | Two men were hanged in Tabas.",
    ["execution happened : Two men were hanged in Tabas"],
  ],
  [
    "Karim Zand never said: | Two men were hanged in Tabas.",
    ["execution happened : Two men were hanged in Tabas"],
  ],
  [
    "The group calls for: | - an end to executions | - the release of all prisoners who were arrested in May | 3. A fair trial | Two men were hanged in Tabas.",
    [
      "call called-to-stop The group: an end to executions",
      "call called-for The group: the release of all prisoners who were arrested in May",
      "call called-for The group: A fair trial",
      "execution happened : Two men were hanged in Tabas",
    ],
  ],
  [
    "The European Parliament, | 1. Condemns the execution of three protesters; | 2. Calls on the authorities to halt all executions; | 3. Is deeply concerned that at least 40 prisoners face execution; | A. whereas at least 800 people were executed in 2023;",
    [
      "statement happened European Parliament: Condemns the execution of three protesters",
      "execution happened : the execution of three protesters",
      "call called-to-stop European Parliament: Calls on the authorities to halt all executions",
      "imminent-execution at-risk European Parliament: that at least 40 prisoners face execution",
      "execution happened : at least 800 people were executed in 2023",
    ],
  ],
  [
    "Calls for calm grow in Tabas. | Condemns the execution of two men.",
    ["execution happened : the execution of two men"],
  ],
];

for (const [text, told] of ROWS)
  test(`readClaims() knows who says what stands below: ${text.slice(0, 40)}`, () => {
    const document = makeDocument(text.replaceAll(" | ", "\n\n"));
    const { claims } = readClaims(document, packs);
    assert.deepEqual(
      claims.map(({ kind, modality, attribution, span }) => {
        const last = attribution.at(-1);
        return `${kind} ${modality} ${last?.source ?? last?.words ?? ""}: ${span.quote}`;
      }),
      told,
    );
  });
