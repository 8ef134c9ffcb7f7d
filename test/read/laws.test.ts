import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Claim } from "../../src/model/claim.ts";
import type { Reading } from "../../src/model/reading.ts";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, openPacks } from "./reading.ts";
import { cpuMs } from "../cpuMs.ts";

/** Words and marks that reports are made of, so that random texts come near to real ones. */
const PIECES: readonly string[] = [
  "Five prisoners",
  "Behnam Karimzad",
  "were hanged",
  "was sentenced to death",
  "at least 19",
  "two-thirds of",
  "on Monday",
  "in Karun Prison",
  "said",
  "that",
  "according to",
  "the judiciary",
  "called on",
  "to halt",
  "the execution of",
  "killed",
  "wounding",
  "12",
  "1500",
  "50%",
  "$3 million",
  "including four women",
  "and",
  ", ",
  ". ",
  "\n",
  "\n\n",
  "“",
  "”",
  '"',
  "«",
  "»",
  "(",
  ")",
  "[",
  "]",
  "- ",
  "• ",
  "'",
  "’s",
  ":",
  ";",
  "in 2021",
  "last year",
  "دو زندانی",
  "اعدام شدند",
  "به گزارش",
  "۱۲",
  "\u202e",
  "\u200f",
  "\u200c",
  "\ud800",
  "\udc00",
  "😀",
  "\u0000",
  "\u001b[0m",
  "exec",
  "hang",
  "ed",
  "AT LEAST SIX MEN",
  "who",
  "he",
  "they",
];
const pieces = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((parts) => parts.join(" "));
const anything = fc.oneof(
  pieces,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);
const language = fc.constantFrom("en", ...openPacks.languages.keys());

/** Texts that once broke readers like this one. */
const AWKWARD: Readonly<Record<string, string>> = {
  empty: "",
  "nothing but newlines": "\n".repeat(5000),
  "10,000 unclosed quotations": "“He was hanged ".repeat(10_000),
  "10,000 straight quotation marks": 'said "two men " were hanged '.repeat(10_000 / 4),
  "brackets nested 5,000 deep": `${"(".repeat(5000)}two men were hanged${")".repeat(5000)}`,
  "only capitals": "FIVE MEN WERE HANGED IN KARUN PRISON ON MONDAY. ".repeat(50),
  "only digits": "1234567890 ".repeat(2000),
  "one number of 100,000 digits": `${"9".repeat(100_000)} prisoners were hanged.`,
  "control characters": "Two\u0000 men\u0007 were\u001b hanged\u0008 in\u007f Karun. ".repeat(50),
  "right-to-left marks":
    "\u202eTwo men\u202c \u200fwere\u200e hanged\u2066 in Karun\u2069. ".repeat(50),
  "lone surrogates": "\ud800Two \udc00men were\ud83d hanged\ude00. ".repeat(50),
  emoji: "Two men 👨‍👩‍👧‍👦 were hanged 😀😀 in Karun 🇮🇷. ".repeat(50),
  "half words": "Tw me wer hang execut senten to dea in Kar pris ".repeat(50),
  "and without end": "Behnam Karimzad, Arman Tabandeh and ".repeat(500),
  "one sentence of 2,000 clauses": "two men were hanged and three were shot and ".repeat(1000),
  "a list of 500 lines": "- Behnam Karimzad, 25, hanged in Karun on 3 May\n".repeat(500),
  "said that said that": "He said that she said that ".repeat(500),
};

const read = (text: string, published: string | null = "2025-06-12", code = "en"): Reading =>
  readClaims(makeDocument(text, { published, language: code }), openPacks);

function checkClaims({ claims, document }: Reading): void {
  const ids = new Set(claims.map((claim) => claim.id));
  assert.equal(ids.size, claims.length, "ids are not unique");
  for (const claim of claims) {
    for (const span of spansOf(claim))
      assert.equal(document.text.slice(span.start, span.end), span.quote);
    assert.ok(claim.span.end > claim.span.start, "a claim without words");
    const { quantity } = claim;
    if (quantity?.subsetOf != null) assert.ok(ids.has(quantity.subsetOf), "subset of no claim");
    for (const id of claim.sameAs) assert.ok(ids.has(id) && id !== claim.id, "same as no claim");
    if (quantity?.min != null && quantity.max != null)
      assert.ok(quantity.min <= quantity.max, "bounds crossed");
    if (quantity?.per != null) assert.notEqual(quantity.measure, "count");
  }
}

function spansOf(claim: Claim): Claim["span"][] {
  const { span, quantity, period, places, attribution, persons, charges } = claim;
  return [
    span,
    ...[quantity, period, ...places, ...attribution, ...persons, ...charges].flatMap(
      (part) => part?.span ?? [],
    ),
  ];
}

for (const [name, text] of Object.entries(AWKWARD)) {
  test(`readClaims() reads ${name} without throwing and quotes exactly`, () =>
    checkClaims(read(text)));
}

test("readClaims() of random text quotes exactly, with ids that are there", () => {
  fc.assert(
    fc.property(anything, language, (text, code) => checkClaims(read(text, "2025-06-12", code))),
    { numRuns: 200 },
  );
});

test("readClaims() reads the same text to the same bytes", () => {
  const twice = fc.property(pieces, (text) => {
    assert.equal(JSON.stringify(read(text)), JSON.stringify(read(text)));
  });
  fc.assert(twice, { numRuns: 100 });
});

test("readClaims() of a text without a date resolves nothing against its publication, and invents no year", () => {
  const undated = fc.property(pieces, (text) => {
    for (const { period } of read(text, null).claims) {
      assert.notEqual(period?.basis, "publication");
      for (const day of [period?.earliest, period?.latest]) {
        const year = /^-?\d{4}/.exec(day ?? "")?.[0];
        if (year !== undefined)
          assert.ok(text.includes(year), `${year} stands nowhere in ${JSON.stringify(text)}`);
      }
    }
  });
  fc.assert(undated, { numRuns: 200 });
});

/** A rate or share beside the word that would be counted; none of them may count people. */
const RATES: readonly string[] = [
  "50% of",
  "two-thirds of",
  "half of the",
  "one in five",
  "80 percent of the",
];
const ACTS: readonly string[] = [
  "were hanged in Karun",
  "were arrested on Monday",
  "were killed by gunmen",
  "have been sentenced to death",
  "live below the poverty line",
];

test("readClaims() never makes a count of a rate or share", () => {
  for (const rate of RATES) {
    for (const act of ACTS) {
      const sentence = `${rate} prisoners ${act}.`;
      for (const { quantity } of read(sentence.charAt(0).toUpperCase() + sentence.slice(1))
        .claims) {
        assert.notEqual(quantity?.measure, "count", sentence);
      }
    }
  }
});

/** Growth from n to 2n; several tries, the best counts, because other work runs beside. */
const GROWING: readonly string[] = [
  "“He was hanged ",
  "(two men were hanged ",
  "two men were hanged and ",
  "Behnam Karimzad, Arman Tabandeh and ",
  "He said that ",
  "5 men 6 women ",
  "- Behnam Karimzad, 25, hanged in Karun on 3 May\n",
  "the execution of the killing of the ",
  "aaaaaaaaa",
  "12 ",
  "According to Behnam Karimzad, ",
  "Five men were hanged in Karun on Monday. ",
  "At least 19 prisoners, including four women, were hanged, the group said.\n\n",
];

for (const piece of GROWING) {
  test(`readClaims() takes no more than thrice as long for twice as much of ${JSON.stringify(piece)}`, () => {
    const size = 10_000;
    const small = piece.repeat(Math.ceil(size / piece.length));
    const grown = small + small;
    let best = Infinity;
    for (let tries = 0; tries < 4 && best >= 3; tries++)
      best = Math.min(best, timeOf(grown) / Math.max(5, timeOf(small)));
    assert.ok(best < 3, `grew by a factor of ${best.toFixed(1)}`);
  });
}

test("readClaims() takes no more than six times as long for four times as much of one line, up to a megabyte", () => {
  const line = "At least 19 prisoners were hanged in Karun, the group said, and ";
  let best = Infinity;
  for (let tries = 0; tries < 3 && best >= 6; tries++)
    best = Math.min(best, timeOf(line.repeat(16_000)) / timeOf(line.repeat(4_000)));
  assert.ok(best < 6, `grew by a factor of ${best.toFixed(1)}`);
});

function timeOf(text: string): number {
  const startedAt = cpuMs();
  read(text);
  return cpuMs() - startedAt;
}
