import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadPacks } from "../../src/flow/loadPacks.ts";
import type { Claim } from "../../src/model/claim.ts";
import type { Document } from "../../src/model/document.ts";
import { readClaims } from "../../src/read/readClaims.ts";

type Row = { readonly id: string; readonly example: string };

/** The kind, and a text in which the words between bars are each a claim of it. */
const GOES_ON: readonly (readonly [string, string])[] = [
  ["killing", "The strike killed 90 people in Herat, |43 of them children|."],
  ["killing", "At least 551 people were killed in the crackdown in 2022, |68 of them minors|."],
  [
    "execution",
    "Thirty prisoners were hanged in May; |two-thirds of them had been convicted of drug offences|.",
  ],
  [
    "injury",
    "A bus bombing in Quetta killed seven soldiers and wounded 30 others, |nine of them seriously|.",
  ],
  ["execution", "In 2023 at least 834 people were executed in Iran, up from |582 in 2022|."],
  [
    "killing",
    "Gunmen killed 12 people in Kandahar this year, compared with |31 over the whole of 2024|.",
  ],
  [
    "execution",
    "By June 12 men had been hanged in the province, against |nine in the same months of last year|.",
  ],
  ["execution", "Iran executed 72 prisoners in March. |The figure for April was 58|."],
  ["killing", "At least 40 people were shot dead in the protests. |Twelve were under 18|."],
  ["release", "Eighteen detainees were released on bail; |among them were two journalists|."],
  [
    "death-sentence",
    "The court sentenced 20 students to death. |Seven of the condemned are in hiding|.",
  ],
  [
    "execution",
    "In all, 64 prisoners were executed in January; of these, |40 were convicted of murder| and |24 of drug offences|.",
  ],
  ["execution", "Two men were hanged in Karaj, |three in Arak| and |one in Qom|."],
  ["killing", "Gunmen killed nine people in Herat on Sunday and |four on Monday|."],
  ["execution", "In 2024 at least 901 people were executed, an average of |75 a month|."],
  ["arrest", "In January security forces arrested 120 people. |In February, 90|."],
  ["execution", "Rights groups counted 94 executions in May; another |11 could not be confirmed|."],
  ["killing", "A mine blast killed three people, |one of them, Farid Hotakzai, 9|."],
  ["arrest", "Forty-one people were detained at the rally: |30 men| and |11 women|."],
  [
    "execution",
    "At least 16 women were hanged this year. |Eight had been married before they were 15|.",
  ],
  [
    "execution",
    "Thirty-four of the executions in May were for drug offences, |31 for murder| and |two for political charges|.",
  ],
  [
    "execution",
    "At least 909 prisoners were executed in 2024. |October alone accounted for 136|, the most in a decade.",
  ],
];

/** Texts, and a number in each that is no claim of what was told before. */
const OTHER_NUMBERS: readonly (readonly [number, string])[] = [
  [1, "Guards killed two brothers in Saravan. One of them said nothing."],
  [3, "Police arrested nine people. Three of them said they had been beaten."],
  [12e6, "Twelve people were hanged in Karaj. It cost the state 12 million rials."],
  [2, "Ten men were hanged. The ministry has 31 offices in the province, two of them in Karaj."],
  [12, "Seven prisoners were hanged. The law has 728 articles; 12 of these mention death."],
  [31, "Two soldiers were killed. Prices rose by 40 percent, compared with 31 percent last year."],
  [80, "Four people were killed in the flat. The house is 80 years old and has three floors."],
  [
    31000,
    "Police arrested 14 fans. The score was 2-1 and 40,000 tickets were sold, up from 31,000 last year.",
  ],
  [11, "Nine prisoners were hanged. Parliament has 290 seats; eleven are empty."],
  [43, "Three protesters were shot dead. The youngest was 17, the oldest 43."],
  [16, "A total of 16 people were tried after two men were hanged."],
  [
    2,
    "Twelve people were hanged in Karaj on Monday.\n\nTwo are known for their films, and both live in Paris.",
  ],
];

const { packs } = loadPacks();
const rows = (
  JSON.parse(
    readFileSync(new URL("../../packs/lang/en/ellipsis.json", import.meta.url), "utf8"),
  ) as { rows: Row[] }
).rows;

for (const { id, example } of rows) {
  test(`ellipsis row ${id} reads its example`, () => assertQuotes(example, null));
}

for (const [kind, text] of GOES_ON) {
  test(`a number goes on: ${text}`, () => assertQuotes(text, kind));
}

for (const [count, text] of OTHER_NUMBERS) {
  test(`a number of something else: ${text}`, () => {
    const found = eventsOf(text).filter(
      ({ quantity, notes }) =>
        quantity?.min === count && notes.some(({ code }) => code === "topic-continued"),
    );
    assert.deepEqual(
      found.map(({ kind, span }) => `${kind} ${span.quote}`),
      [],
    );
  });
}

test("a part points to its whole", () => {
  const claims = eventsOf("At least 16 women were hanged this year. Eight were mothers.");
  const whole = claims.find(({ quantity }) => quantity?.min === 16);
  const part = claims.find(({ quantity }) => quantity?.min === 8);
  assert.equal(part?.quantity?.subsetOf, whole?.id);
  assert.deepEqual(part?.period?.earliest, whole?.period?.earliest);
});

test("a share with its count in brackets is that count", () => {
  const claims = eventsOf(
    "At least 354 people were hanged in 2023. One in five of them (71) was Baluch.",
  );
  assert.ok(claims.some(({ quantity }) => quantity?.min === 71 && quantity.measure === "count"));
});

test("a figure that could be reached has not been reached", () => {
  const claims = eventsOf(
    "At least 901 people have been executed this year. The total could exceed 1,000 by December.",
  );
  assert.equal(claims.find(({ quantity }) => quantity?.min === 1000)?.modality, "hypothetical");
  const foretold = eventsOf(
    "At least 80 people have been executed. It is likely that this number will rise to 95.",
  );
  assert.equal(foretold.find(({ quantity }) => quantity?.min === 95)?.modality, "hypothetical");
});

function assertQuotes(marked: string, kind: string | null): void {
  const wanted = [...marked.matchAll(/\|([^|]+)\|/g)].map((match) => match[1] ?? "");
  assert.ok(wanted.length > 0, "The example marks no words");
  const found = eventsOf(marked.replaceAll("|", "")).filter(
    (claim) => kind === null || claim.kind === kind,
  );
  const quotes = found.map(({ span }) => span.quote);
  for (const words of wanted) assert.ok(quotes.includes(words), `${words} ∉ ${quotes.join(" · ")}`);
}

function eventsOf(text: string): Claim[] {
  return readClaims(documentOf(text), packs).claims.filter(({ kind }) => kind !== "statement");
}

function documentOf(text: string): Document {
  return {
    id: "ellipsis",
    path: null,
    sha256: "",
    text,
    title: null,
    author: null,
    publisher: null,
    published: { value: "2025-06-01", by: "given" },
    language: { value: "en", by: "given" },
    url: null,
    notes: [],
  };
}
